import type { Document } from "./document.js";

/** An error of a response. */
export interface GraphQLErrorEntry {
  message: string;
  path?: (string | number)[];
  locations?: { line: number; column: number }[];
  extensions?: { code?: string };
}

/** What went wrong: the server was not reached, it answered with a status and no GraphQL, or it answered with errors. */
export type FailureKind = "network" | "http" | "graphql";

interface Details {
  code: string;
  status?: number | undefined;
  errors?: GraphQLErrorEntry[] | undefined;
  data?: unknown;
  retryAfter?: number | undefined;
  cause?: unknown;
}

/** Why an operation failed. */
export class FindcareError extends Error {
  override readonly name = "FindcareError";
  /** extensions.code of the first error; NETWORK or HTTP_ and the status where there is none. The message is for people and may change. */
  readonly code: string;
  /** The status of the response; 0 where there was none. */
  readonly status: number;
  readonly errors: GraphQLErrorEntry[];
  /** What could be read nevertheless: see dataOf. */
  readonly data: unknown;
  /** After how many seconds to try again, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(
    readonly kind: FailureKind,
    message: string,
    details: Details,
  ) {
    super(message, { cause: details.cause });
    this.code = details.code;
    this.status = details.status ?? 0;
    this.errors = details.errors ?? [];
    this.data = details.data ?? null;
    this.retryAfter = details.retryAfter;
  }

  /** What of the operation's result could be read; null where nothing could. Fields with an error are null. */
  dataOf<Result>(_document: Document<Result, never>): Result | null {
    return this.data as Result | null;
  }

  /** Whether the same may work a little later. */
  get temporary(): boolean {
    return this.kind === "network" || this.status === 429 || this.status === 503 || temporaryCodes.has(this.code);
  }
}

const temporaryCodes = new Set(["UNAVAILABLE", "TIMEOUT", "OVERLOADED", "RATE_LIMITED", "SHUTTING_DOWN"]);

interface Answer {
  data?: unknown;
  errors?: GraphQLErrorEntry[];
}

/** The data of an answer. It throws where there are errors. */
export function dataOfAnswer(answer: Answer, status: number, retryAfter?: number): unknown {
  const [first] = answer.errors ?? [];
  if (!first && answer.data) return answer.data;
  throw new FindcareError("graphql", first?.message ?? "the response has no data", {
    code: first?.extensions?.code ?? "INTERNAL", status, errors: answer.errors, data: answer.data, retryAfter,
  });
}

/** The data of a response. It throws where there are errors, or where it is not of GraphQL. */
export async function dataOfResponse(response: Response): Promise<unknown> {
  const header = response.headers.get("Retry-After");
  const retryAfter = header && /^\d+$/.test(header) ? Number(header) : undefined;
  if (/^application\/(graphql-response\+)?json\b/.test(response.headers.get("Content-Type") ?? "")) {
    const answer = await readAnswer(response);
    if (answer) return dataOfAnswer(answer, response.status, retryAfter);
  }
  throw new FindcareError("http", `the server answered with status ${response.status}`, {
    code: `HTTP_${response.status}`, status: response.status, retryAfter,
  });
}

async function readAnswer(response: Response): Promise<Answer | null> {
  const text = await response.text();
  try {
    return JSON.parse(text) as Answer | null;
  } catch {
    return null;
  }
}

/** An error for what fetch threw; what was aborted stays as it is. */
export function networkError(cause: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  if (cause instanceof FindcareError) return cause;
  return new FindcareError("network", "the server cannot be reached", { code: "NETWORK", cause });
}
