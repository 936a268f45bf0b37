import type { Document } from "./document.js";
import { dataOfAnswer, dataOfResponse, FindcareError, networkError } from "./errors.js";
import { eventsOf } from "./events.js";

/** What a client is made of. */
export interface ClientOptions {
  /** The address of the endpoint, such as https://care.example/graphql. */
  url: string;
  /** Headers of each request, such as Authorization. A function is asked each time. */
  headers?: Record<string, string> | (() => Record<string, string>);
  /** Sends operations by their hashes, and their texts only to servers that do not know them. Default true. */
  persisted?: boolean;
  /** Keeps answers with their ETags, for where there is no HTTP cache. By default, outside of browsers. */
  keep?: boolean;
  /** How often a read is repeated after a failure that may pass. Default 2. */
  retries?: number;
  /** Another fetch than the global one. */
  fetch?: typeof fetch;
  /** Waits so many milliseconds; for tests. */
  wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** What a single read can ask for. */
export interface QueryOptions {
  signal?: AbortSignal;
  /** GET can be cached; POST keeps the variables, such as what a person typed, out of the logs of addresses. Default GET. */
  method?: "GET" | "POST";
  /** Asks the server whether the answer in the browser's cache is still right, also while that may be used without. */
  fresh?: boolean;
}

/** What a subscription can ask for. */
export interface SubscribeOptions {
  signal?: AbortSignal;
  /** Is called each time that the connection was lost and is there again: read again what may have changed meanwhile. */
  onReconnect?: () => void;
}

/** The variables of an operation may be left out where none is required. */
type Arguments<Variables, Options> =
  Record<never, never> extends Variables ? [variables?: Variables, options?: Options] : [variables: Variables, options?: Options];

/** Reads from a server. */
export interface Client {
  /** Reads once. It throws a FindcareError where the answer has errors. */
  query<Result, Variables>(document: Document<Result, Variables, "query">, ...rest: Arguments<Variables, QueryOptions>): Promise<Result>;
  /** Gives each answer of a subscription, until it is complete, the signal aborts or the loop is left. It connects again by itself. */
  subscribe<Result, Variables>(
    document: Document<Result, Variables, "subscription">,
    ...rest: Arguments<Variables, SubscribeOptions>
  ): AsyncGenerator<Result, void, undefined>;
}

const accept = "application/graphql-response+json, application/json;q=0.9";
const longestURL = 6000; // proxies and CDNs refuse longer ones, most from 8 KB
const longestWait = 30_000;
const heartbeat = 15_000;
const keptAnswers = 100;

/** Makes a client of a server. */
export function createClient(options: ClientOptions): Client {
  const reader = new Reader(options);
  return {
    query: (document, ...[variables, asked]) => reader.query(document, variables, asked ?? {}) as Promise<never>,
    subscribe: (document, ...[variables, asked]) => reader.subscribe(document, variables, asked ?? {}) as AsyncGenerator<never>,
  };
}

type AnyDocument = Document<unknown, never>;

class Reader {
  readonly #options: ClientOptions;
  readonly #fetch: typeof fetch;
  readonly #wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  readonly #kept: Map<string, { tag: string; data: unknown }> | null;
  #persisted: boolean;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#fetch = options.fetch ?? ((input, init) => fetch(input, init));
    this.#wait = options.wait ?? wait;
    this.#kept = (options.keep ?? !("window" in globalThis || "WorkerGlobalScope" in globalThis)) ? new Map() : null;
    this.#persisted = options.persisted ?? true;
  }

  async query(document: AnyDocument, variables: unknown, asked: QueryOptions): Promise<unknown> {
    for (let failures = 0; ; failures++) {
      try {
        return await this.#read(document, variables, asked);
      } catch (error) {
        const retried = error instanceof FindcareError && (error.kind === "network" || error.status === 429 || error.status === 503);
        if (!retried || failures >= (this.#options.retries ?? 2)) throw error;
        const delay = error.retryAfter === undefined ? backoff(failures) : error.retryAfter * 1000;
        if (delay > longestWait) throw error;
        await this.#wait(delay, asked.signal);
      }
    }
  }

  /** Sends the hash where that may suffice, and the text where it does not. */
  async #read(document: AnyDocument, variables: unknown, asked: QueryOptions): Promise<unknown> {
    if (this.#persisted && document.hash) {
      try {
        return await this.#send(document, variables, asked, false);
      } catch (error) {
        const code = error instanceof FindcareError ? error.code : "";
        if (code === "PERSISTED_QUERY_NOT_SUPPORTED") this.#persisted = false;
        else if (code !== "PERSISTED_QUERY_NOT_FOUND") throw error;
      }
    }
    return this.#send(document, variables, asked, true);
  }

  async #send(document: AnyDocument, variables: unknown, asked: QueryOptions, withText: boolean): Promise<unknown> {
    const body: Record<string, unknown> = { operationName: document.name, variables: variables ?? {} };
    if (withText) body.query = document.text;
    if (this.#persisted && document.hash) body.extensions = { persistedQuery: { version: 1, sha256Hash: document.hash } };
    const url = addressOf(this.#options.url, body);
    if (asked.method === "POST" || url.length > longestURL) {
      return dataOfResponse(await this.#request(this.#options.url, post(body, accept), asked.signal));
    }
    const init: RequestInit & { headers: Record<string, string> } = { headers: { Accept: accept } };
    if (asked.fresh) init.cache = "no-cache";
    return this.#get(url, init, asked.signal);
  }

  async #get(url: string, init: RequestInit & { headers: Record<string, string> }, signal?: AbortSignal): Promise<unknown> {
    const key = `${this.#headers().Authorization ?? ""} ${url}`;
    const kept = this.#kept?.get(key);
    if (kept) init.headers["If-None-Match"] = kept.tag;
    const response = await this.#request(url, init, signal);
    if (response.status === 304 && kept) return structuredClone(kept.data);
    const data = await dataOfResponse(response).catch((error: unknown) => Promise.reject(networkError(error, signal)));
    const tag = response.headers.get("ETag");
    if (this.#kept && tag) {
      this.#kept.delete(key);
      this.#kept.set(key, { tag, data: structuredClone(data) });
      for (const oldest of this.#kept.keys()) {
        if (this.#kept.size <= keptAnswers) break;
        this.#kept.delete(oldest);
      }
    }
    return data;
  }

  async *subscribe(document: AnyDocument, variables: unknown, asked: SubscribeOptions): AsyncGenerator<unknown, void, undefined> {
    const { signal } = asked;
    const body = { query: document.text, operationName: document.name, variables: variables ?? {} };
    let connected = false;
    for (let failures = 0; !signal?.aborted; failures++) {
      const running = new AbortController();
      const stop = () => running.abort(signal?.reason);
      signal?.addEventListener("abort", stop);
      let error: unknown;
      try {
        const response = await this.#request(this.#options.url, post(body, "text/event-stream, application/json;q=0.9"), running.signal);
        if (!response.ok || !response.body || !response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
          await dataOfResponse(response);
          return;
        }
        if (connected) asked.onReconnect?.();
        connected = true;
        for await (const { event, data } of eventsOf(response.body, 3 * heartbeat)) {
          if (event === "complete") return;
          if (event !== "next") continue;
          const answer = dataOfAnswer(JSON.parse(data) as object, response.status);
          failures = 0;
          yield answer;
        }
      } catch (cause) {
        error = networkError(cause, signal);
      } finally {
        signal?.removeEventListener("abort", stop);
        running.abort();
      }
      if (signal?.aborted) return;
      if (error && !(error instanceof FindcareError && error.temporary)) throw error;
      const after = error instanceof FindcareError ? error.retryAfter : undefined;
      await this.#wait(after === undefined ? backoff(failures) : after * 1000, signal).catch(() => undefined);
    }
  }

  async #request(url: string, init: RequestInit & { headers: Record<string, string> }, signal?: AbortSignal): Promise<Response> {
    const headers = { ...init.headers, ...this.#headers() };
    try {
      return await this.#fetch(url, { credentials: "omit", ...init, headers, ...(signal && { signal }) });
    } catch (cause) {
      throw networkError(cause, signal);
    }
  }

  #headers(): Record<string, string> {
    const { headers } = this.#options;
    return (typeof headers === "function" ? headers() : headers) ?? {};
  }
}

function addressOf(base: string, body: Record<string, unknown>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) parameters.set(name, typeof value === "string" ? value : JSON.stringify(value));
  return `${base}${base.includes("?") ? "&" : "?"}${parameters}`;
}

function post(body: object, accept: string) {
  return { method: "POST", headers: { "Content-Type": "application/json", Accept: accept }, body: JSON.stringify(body) };
}

/** Longer each time, and not the same for all who failed at once. */
const backoff = (failures: number) => Math.min(longestWait, 500 * 2 ** failures) * (0.5 + Math.random() / 2);

function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
