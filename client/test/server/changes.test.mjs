// A subscription to the server at GRAPHQL_URL, where a POST to /change makes a change and one to /restart has another server take its place.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { createClient } from "findcare-client";

const url = process.env.GRAPHQL_URL ?? assert.fail("GRAPHQL_URL must be the address of a GraphQL endpoint");
// Of the fields that this directory has.
const changed = { name: "Changed", kind: "subscription", text: "subscription Changed { directoryChanged { version } }" };
const text = "query Version { directory { version } }";
const directory = { name: "Version", kind: "query", text, hash: createHash("sha256").update(text).digest("hex") };
const post = async (path) => (await fetch(new URL(path, url), { method: "POST" })).text();

test("each change is told, also those after a restart", async () => {
  const client = createClient({ url, wait: async () => {} });
  const stop = new AbortController();
  let reconnected = 0;
  const changes = client.subscribe(changed, {}, { signal: stop.signal, onReconnect: () => reconnected++ });
  const version = async () => (await changes.next()).value.directoryChanged.version;
  await version();
  for (let i = 0; i < 3; i++) assert.equal(await version(void (await post("/change"))), (await client.query(directory)).directory.version);
  await post("/restart");
  const after = await post("/change");
  while ((await version()) !== after); // as it was, perhaps, and then as it is
  assert.equal(reconnected, 1);
  stop.abort();
  assert.deepEqual(await changes.next(), { done: true, value: undefined });
});

test("a read is repeated by hash once the server knows the operation, and not sent again while nothing changes", async () => {
  const requests = [];
  const recorded = async (address, init) => {
    const response = await fetch(address, init);
    requests.push([new URL(address).searchParams.has("query"), response.status]);
    return response;
  };
  const client = createClient({ url, fetch: recorded });
  for (let i = 0; i < 3; i++) await client.query(directory);
  await post("/change");
  await client.query(directory);
  assert.deepEqual(requests.slice(-4), [[true, 200], [false, 200], [false, 304], [false, 200]]);
});
