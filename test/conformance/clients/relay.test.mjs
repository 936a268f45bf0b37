// Relay's runtime with what its compiler made of ../relay, in the folder RELAY_ARTIFACTS, against the server at GRAPHQL_URL.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import test from "node:test";
import relay from "relay-runtime";
import { ask, url } from "./server.mjs";

const { Environment, Network, RecordSource, Store, createOperationDescriptor, fetchQuery, getSingularSelector } = relay;
const artifacts = createRequire(`${process.env.RELAY_ARTIFACTS}/`);
const artifact = (name) => artifacts(`./${name}.graphql.js`);

function openEnvironment() {
  const network = Network.create(async ({ text }, variables) => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query: text, variables }),
    });
    return response.json();
  });
  return new Environment({ network, store: new Store(new RecordSource()) });
}

/** Asks, and keeps the answer in the store, as a mounted component does. */
function load(environment, query, variables) {
  environment.retain(createOperationDescriptor(artifact(query), variables));
  return fetchQuery(environment, artifact(query), variables).toPromise();
}

const read = (environment, fragment, owner) => environment.lookup(getSingularSelector(artifact(fragment), owner)).data;

const allIds = (await ask("{ providers(orderBy: NAME, first: 100) { nodes { id } } }")).data.providers.nodes.map(({ id }) => id);

test("a connection grows page by page to all that there is", async () => {
  const environment = openEnvironment();
  const page = await load(environment, "ProviderListQuery", {});
  const shown = () => read(environment, "ProviderList_query", page).providers;
  let pages = 1;
  for (; shown().pageInfo.hasNextPage && pages < allIds.length; pages++) {
    await load(environment, "ProviderListPaginationQuery", { first: 2, after: shown().pageInfo.endCursor });
  }
  assert.equal(pages, Math.ceil(allIds.length / 2));
  assert.deepEqual(shown().edges.map(({ node }) => node.id), allIds);
  assert.equal(shown().totalCount, allIds.length);
});

test("a fragment is asked for anew through node, with more of its own list", async () => {
  const environment = openEnvironment();
  const { provider } = await load(environment, "SavedQuery", { ids: [], by: { slug: "nikki-moorman" } });
  const { node } = await load(environment, "ProviderCardRefetchQuery", { id: provider.id, first: 10 });
  const card = read(environment, "ProviderCard_provider", node);
  assert.equal(card.name, provider.name);
  assert.equal(card.articles.edges[0].node.topic.__typename, "Treatment");
});

test("documents of any type are found by their ids", async () => {
  const environment = openEnvironment();
  const { nodes, provider } = await load(environment, "SavedQuery", { ids: [allIds[1], "prv_nobody", allIds[0]], by: { id: allIds[0] } });
  assert.deepEqual(nodes.map((node) => node?.id), [allIds[1], undefined, allIds[0]]);
  assert.equal(read(environment, "ProviderCard_provider", nodes[2].card).name, provider.name);
});
