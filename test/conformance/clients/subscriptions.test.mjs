// graphql-ws and graphql-sse, the clients of those who wrote the protocols, against the server at GRAPHQL_URL. Beside it, a
// POST to /change makes a change and answers with the directory's version after it, and one to /restart has the server shut
// down and another one take its place.

import assert from "node:assert/strict";
import test from "node:test";
import * as sse from "graphql-sse";
import * as ws from "graphql-ws";
import { WebSocket } from "ws";
import { url } from "./server.mjs";

const post = async (path) => (await fetch(new URL(path, url), { method: "POST" })).text();
const directory = "subscription { directoryChanged { version } }";
const version = (answer) => answer.data?.directoryChanged.version;

const clients = {
  "graphql-ws": (events) => ws.createClient({ url: url.replace(/^http/, "ws"), webSocketImpl: WebSocket, retryWait: async () => {}, on: events }),
  "graphql-sse": (events) => sse.createClient({ url, retry: async () => {}, on: events }),
};

for (const [name, open] of Object.entries(clients)) {
  test(`${name}: the directory as it is, then each version in order`, async () => {
    const client = open();
    const answers = client.iterate({ query: directory });
    assert.match(version((await answers.next()).value), /^[0-9a-f]{32}$/);
    const made = [];
    for (let i = 0; i < 20; i++) made.push(await post("/change"));
    for (const each of made) assert.equal(version((await answers.next()).value), each);
    await answers.return();
    client.dispose();
  });

  test(`${name}: changes of a provider`, async () => {
    const client = open();
    const { value } = await client.iterate({ query: "{ providers(first: 1) { nodes { id } } }" }).next();
    const [{ id }] = value.data.providers.nodes;
    const answers = client.iterate({ query: "subscription($ids: [ID!]!) { providerChanged(ids: $ids) { id provider { revision } } }", variables: { ids: [id] } });
    const next = answers.next();
    // Nothing tells that a subscription has begun which has nothing to tell: so changes are made until it has.
    let answer;
    next.then((given) => (answer = given));
    while (!answer) await post("/change");
    assert.equal(answer.value.data.providerChanged.id, id);
    assert.ok(answer.value.data.providerChanged.provider.revision > 1);
    await answers.return();
    client.dispose();
  });

  test(`${name}: a query has one answer`, async () => {
    const client = open();
    const answers = [];
    for await (const answer of client.iterate({ query: "{ directory { providerCount } }" })) answers.push(answer);
    assert.deepEqual(answers, [{ data: { directory: { providerCount: 1 } } }]);
    client.dispose();
  });

  test(`${name}: an operation that is not valid`, async () => {
    const client = open();
    let errors;
    try {
      ({ errors } = (await client.iterate({ query: "subscription { nope }" }).next()).value);
    } catch (thrown) {
      errors = thrown;
    }
    assert.equal(errors[0].extensions.code, "GRAPHQL_VALIDATION_FAILED");
    client.dispose();
  });

  test(`${name}: goes on with another server when this one shuts down`, async () => {
    let connections = 0;
    const client = open({ connected: () => connections++ });
    const answers = client.iterate({ query: directory });
    const before = version((await answers.next()).value);
    const next = answers.next();
    await post("/restart");
    assert.equal(version((await next).value), before);
    assert.equal(connections, 2);
    const made = await post("/change");
    assert.equal(version((await answers.next()).value), made);
    await answers.return();
    client.dispose();
  });
}
