import { graphQLBody, pause, send } from "./client";
import { ConnectionLost, type GraphQLError, ServerError } from "./errors";
import type { Operation } from "./operation";

/**
 * Calls next with each result of a subscription until the signal ends it, by server-sent events, which unlike a WebSocket carry the token in a header.
 * A connection that is lost is opened again. It resolves where the server has told all, and throws where it refuses.
 */
export async function subscribe<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  next: (result: Result) => void,
  signal: AbortSignal,
): Promise<void> {
  const init = graphQLBody(operation, variables);
  init.headers = { ...init.headers, Accept: "text/event-stream" };
  for (let wait = 500; ; wait = Math.min(wait * 2, 30_000)) {
    try {
      const response = await send("/graphql", init, { signal, repeatable: true });
      if (!response.ok || !response.body) throw await refusal(response);
      if (await follow(response.body, (result: Result) => ((wait = 500), next(result)))) return;
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ServerError) throw error;
      if (!(error instanceof ConnectionLost || error instanceof TypeError)) throw error;
    }
    await pause(wait, signal).catch(() => {});
    if (signal.aborted) return;
  }
}

async function refusal(response: Response): Promise<ServerError> {
  const { errors } = (await response.json().catch(() => ({}))) as { errors?: GraphQLError[] };
  return new ServerError(errors?.[0]?.message ?? `the server answered ${response.status}`, errors?.[0]?.extensions?.code ?? "");
}

/** Reads events; true where the server said that there are no more. */
async function follow<Result>(body: ReadableStream<Uint8Array>, next: (result: Result) => void): Promise<boolean> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (let text = ""; ; ) {
    const { done, value } = await reader.read();
    if (done) return false;
    text += value;
    const events = text.split(/\r?\n\r?\n/);
    text = events.pop()!;
    for (const event of events) {
      const fields = new Map(event.split(/\r?\n/).map((line) => [line.split(":", 1)[0]!, line.replace(/^[^:]*: ?/, "")]));
      if (fields.get("event") === "complete") return true;
      if (fields.get("event") !== "next") continue;
      const { data, errors } = JSON.parse(fields.get("data")!) as { data?: Result; errors?: GraphQLError[] };
      if (errors?.[0]) throw new ServerError(errors[0].message, errors[0].extensions?.code ?? "");
      if (data) next(data);
    }
  }
}
