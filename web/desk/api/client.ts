import { Store } from "../shell/store";
import { ConnectionLost, type GraphQLError, ServerError } from "./errors";
import type { Operation } from "./operation";

/** Whether the server answers. */
export const connected = new Store(true);

/** What proves who sends, and who hears that it no longer holds. The session sets both. */
export const credentials = {
  token: "",
  /** Gets a new token where there is a way to, and tells whether there was. */
  renew: (): Promise<boolean> => Promise.resolve(false),
  refused: () => {},
};

/** The data of an answer, and the errors of single fields. */
export interface Answer<Result> {
  data: Result;
  errors: GraphQLError[];
}

export interface Options {
  signal?: AbortSignal;
  /** Instead of the session's token. */
  token?: string;
}

/** Sends an operation and gives its data; any error is thrown. */
export async function request<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  options: Options = {},
): Promise<Result> {
  const { data, errors } = await execute(operation, variables, options);
  if (errors[0]) throw serverError(errors[0]);
  return data;
}

/** Sends an operation and gives its data with the errors of single fields; thrown is what leaves no data. */
export async function execute<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  options: Options = {},
): Promise<Answer<Result>> {
  const response = await send("/graphql", graphQLBody(operation, variables), {
    ...options,
    repeatable: isRepeatable(operation.kind, variables),
  });
  const { data, errors = [] } = (await response.json()) as { data?: Result | null; errors?: GraphQLError[] };
  if (!data) throw errors[0] ? serverError(errors[0]) : new ServerError("the server gave no answer", "");
  return { data, errors };
}

/** What is sent for an operation. */
export function graphQLBody<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables): RequestInit {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: operation.document, operationName: operation.name, variables }),
  };
}

/** Whether doing it twice does no more than doing it once. */
function isRepeatable(kind: string, variables: unknown): boolean {
  return kind === "query" || (variables as { idempotencyKey?: string } | null)?.idempotencyKey !== undefined;
}

function serverError({ message, extensions }: GraphQLError): ServerError {
  return new ServerError(message, extensions?.code ?? "");
}

const attempts = 8;
const longestWait = 30_000; // milliseconds

/**
 * Sends a request with the token. What is repeatable is sent again while the connection is lost or the server asks to wait; else ConnectionLost is
 * thrown. Where the token no longer holds, it is renewed, or the session ends.
 */
export async function send(
  url: string,
  init: RequestInit,
  { signal, token, repeatable = false }: Options & { repeatable?: boolean } = {},
): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const used = token ?? credentials.token;
    const response = await fetchOnce(url, init, used, signal);
    const last = attempt === attempts || !repeatable;
    if (!response) {
      if (last) throw new ConnectionLost();
    } else if (response.status === 401 && token === undefined) {
      if (attempt > 1 || !(await credentials.renew())) {
        if (used === credentials.token) credentials.refused();
        return response;
      }
      continue;
    } else if (last || (response.status !== 503 && response.status !== 429)) {
      return response;
    }
    await pause(waitFor(response, attempt), signal);
  }
}

/** The response, null where the connection is lost. */
async function fetchOnce(url: string, init: RequestInit, token: string, signal?: AbortSignal): Promise<Response | null> {
  const headers = new Headers(init.headers);
  if (token) headers.set("Authorization", `Bearer ${token}`);
  try {
    const response = await fetch(url, { ...init, headers, signal, credentials: "omit", cache: "no-store" });
    connected.set(true);
    return response;
  } catch (error) {
    if (signal?.aborted) throw error;
    connected.set(false);
    void awaitConnection();
    return null;
  }
}

const probeEvery = 3_000; // milliseconds
let probing = false;

/** Looks again and again whether the server answers: nothing else may be asked in the meantime. */
async function awaitConnection() {
  if (probing) return;
  probing = true;
  while (!connected.get()) {
    await pause(probeEvery);
    await fetchOnce("/desk", { method: "HEAD" }, "");
  }
  probing = false;
}

/** For how long to wait: as the server says, else longer each time. */
function waitFor(response: Response | null, attempt: number): number {
  const seconds = Number(response?.headers.get("Retry-After"));
  return Math.min(seconds > 0 ? seconds * 1000 : 500 * 2 ** (attempt - 1), longestWait);
}

/** Waits, or until the signal or the browser says that the connection is back. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      signal?.removeEventListener("abort", done);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done);
    signal?.addEventListener("abort", done);
  });
}
