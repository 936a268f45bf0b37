import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient, DirectoryChanged, FindcareError, Suggest } from "../dist/index.js";

const data = { suggest: [], crisisResources: [] };
const json = (body, init = {}) => Response.json(body, init);
const failed = (code, init, data) => json({ errors: [{ message: code, extensions: { code } }], ...(data && { data }) }, init);
const stream = (text) => new Response(text, { headers: { "Content-Type": "text/event-stream" } });
const next = (version) => `event: next\ndata: {"data":{"directoryChanged":{"version":"${version}"}}}\n\n`;

/** A client whose requests get these responses, one after another; a function makes one or throws. */
function clientOf(responses, options = {}) {
  const requests = [];
  const waits = [];
  const client = createClient({
    url: "https://care.example/graphql",
    fetch: async (url, init) => {
      requests.push({ url: new URL(url), ...init });
      const response = responses.shift() ?? assert.fail("one request too many");
      return typeof response === "function" ? response(init) : response;
    },
    wait: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      waits.push(milliseconds);
    },
    ...options,
  });
  return { client, requests, waits };
}

const unreachable = () => {
  throw new TypeError("fetch failed");
};

test("an operation is sent by its hash, and with its text where the server asks for that", async () => {
  const { client, requests } = clientOf([failed("PERSISTED_QUERY_NOT_FOUND", { status: 400 }), json({ data }), json({ data })]);
  assert.deepEqual(await client.query(Suggest, { text: "anx" }), data);
  await client.query(Suggest, { text: "anx" });
  const [hash, text, again] = requests.map(({ url }) => url.searchParams);
  assert.equal(hash.get("query"), null);
  assert.equal(JSON.parse(hash.get("extensions")).persistedQuery.sha256Hash, Suggest.hash);
  assert.equal(text.get("query"), Suggest.text);
  assert.equal(again.get("query"), null);
});

test("a server without persisted operations is asked by text only", async () => {
  const { client, requests } = clientOf([failed("PERSISTED_QUERY_NOT_SUPPORTED", { status: 400 }), json({ data }), json({ data })]);
  await client.query(Suggest, { text: "a" });
  await client.query(Suggest, { text: "b" });
  assert.deepEqual(requests.map(({ url }) => [url.searchParams.has("query"), url.searchParams.has("extensions")]), [[false, true], [true, false], [true, false]]);
});

test("long variables, and those that are to stay out of logs, are posted", async () => {
  const { client, requests } = clientOf([json({ data }), json({ data })]);
  await client.query(Suggest, { text: "a".repeat(7000) });
  await client.query(Suggest, { text: "a" }, { method: "POST" });
  assert.deepEqual(requests.map(({ method, url }) => [method, url.search]), [["POST", ""], ["POST", ""]]);
});

test("reads are repeated: after a failure of the network, and when the server says", async () => {
  const busy = failed("RATE_LIMITED", { status: 429, headers: { "Retry-After": "7" } });
  const { client, waits } = clientOf([unreachable, busy, json({ data })]);
  assert.deepEqual(await client.query(Suggest, { text: "anx" }), data);
  assert.ok(waits[0] >= 250 && waits[0] <= 500, `${waits[0]}`);
  assert.equal(waits[1], 7000);
});

test("the last failure is told, and one that will last at once", async () => {
  const { client, waits } = clientOf([unreachable, unreachable, unreachable, failed("OVERLOADED", { status: 503, headers: { "Retry-After": "600" } })]);
  const network = await client.query(Suggest, { text: "a" }).catch((error) => error);
  assert.ok(network instanceof FindcareError);
  assert.deepEqual([network.kind, network.code, network.status, network.temporary, waits.length], ["network", "NETWORK", 0, true, 2]);
  const busy = await client.query(Suggest, { text: "a" }).catch((error) => error);
  assert.deepEqual([busy.kind, busy.code, busy.status, busy.retryAfter, waits.length], ["graphql", "OVERLOADED", 503, 600, 2]);
});

test("errors keep their codes, and what could be read", async () => {
  const { client } = clientOf([failed("BAD_USER_INPUT", {}, { suggest: [], crisisResources: null }), new Response("<html>", { status: 502 })]);
  const error = await client.query(Suggest, { text: "a" }).catch((error) => error);
  assert.deepEqual([error.kind, error.code, error.temporary, error.dataOf(Suggest)], ["graphql", "BAD_USER_INPUT", false, { suggest: [], crisisResources: null }]);
  const proxy = await client.query(Suggest, { text: "a" }).catch((error) => error);
  assert.deepEqual([proxy.kind, proxy.code, proxy.dataOf(Suggest)], ["http", "HTTP_502", null]);
});

test("what is aborted fails with the reason of its signal", async () => {
  const { client } = clientOf([(init) => init.signal.throwIfAborted()]);
  const reason = new Error("another key was pressed");
  await assert.rejects(client.query(Suggest, { text: "a" }, { signal: AbortSignal.abort(reason) }), reason);
});

test("an answer is kept with its ETag, for who asks with the same token", async () => {
  let token = "one";
  const tagged = () => json({ data }, { headers: { ETag: '"1"' } });
  const { client, requests } = clientOf([tagged(), new Response(null, { status: 304 }), tagged()], { headers: () => ({ Authorization: token }) });
  const first = await client.query(Suggest, { text: "a" });
  first.suggest.push("changed by who asked");
  assert.deepEqual(await client.query(Suggest, { text: "a" }), data);
  token = "two";
  await client.query(Suggest, { text: "a" });
  assert.deepEqual(requests.map(({ headers }) => headers["If-None-Match"]), [undefined, '"1"', undefined]);
});

test("a subscription connects again until it is complete", async () => {
  const { client, requests, waits } = clientOf([
    stream(next(1)), unreachable, stream(`:\n\n${next(2)}event: next\ndata: {"errors":[{"message":"","extensions":{"code":"SHUTTING_DOWN"}}]}\n\nevent: complete\ndata:\n\n`),
    stream(`${next(3)}event: complete\ndata:\n\n`),
  ]);
  const versions = [];
  let reconnected = 0;
  for await (const { directoryChanged } of client.subscribe(DirectoryChanged, {}, { onReconnect: () => reconnected++ })) {
    versions.push(directoryChanged.version);
  }
  assert.deepEqual([versions, reconnected, requests.length, waits.length], [["1", "2", "3"], 2, 4, 3]);
});

test("a subscription ends with an error that will last", async () => {
  const { client } = clientOf([stream('event: next\ndata: {"errors":[{"message":"","extensions":{"code":"TOO_SLOW"}}]}\n\nevent: complete\ndata:\n\n')]);
  await assert.rejects(client.subscribe(DirectoryChanged).next(), { code: "TOO_SLOW" });
});

test("a subscription ends with its signal, and with the loop that reads it", async () => {
  const endless = (init) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(next(1)));
        init.signal.addEventListener("abort", () => controller.error(init.signal.reason));
      },
    });
    return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
  };
  const { client, requests } = clientOf([endless, endless]);
  const stop = new AbortController();
  let answers = 0;
  for await (const _ of client.subscribe(DirectoryChanged, {}, { signal: stop.signal })) {
    answers++;
    stop.abort();
  }
  for await (const _ of client.subscribe(DirectoryChanged)) {
    answers++;
    break;
  }
  assert.equal(answers, 2);
  assert.deepEqual(requests.map(({ signal }) => signal.aborted), [true, true]);
});
