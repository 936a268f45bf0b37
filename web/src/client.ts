import type { Operation } from "./operations";

/** An error that the server tells of: a search that cannot be done, or a fault. */
export class ServerError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

interface Answer<Result> {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/**
 * Sends an operation to the server that the page came from. POST keeps what a person types out of the logs of addresses.
 */
export async function query<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
    body: JSON.stringify({ query: operation.document, operationName: operation.name, variables }),
    credentials: "omit",
    signal,
  });
  const answer = (await response.json()) as Answer<Result>;
  const error = answer.errors?.[0];
  if (error || !answer.data) {
    throw new ServerError(error?.message ?? "no answer", error?.extensions?.code ?? "");
  }
  return answer.data;
}

/** The answer that the server made this page from, null where it made it from none. */
export function inlined<Result>(): Result | null {
  const text = document.getElementById("result")?.textContent;
  return text ? ((JSON.parse(text) as Answer<Result>).data ?? null) : null;
}
