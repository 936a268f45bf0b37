// urql, set up as a frontend would, against the server at GRAPHQL_URL.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { Client, cacheExchange, fetchExchange, gql, stringifyDocument } from "@urql/core";
import { cacheExchange as graphcache } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { persistedExchange } from "@urql/exchange-persisted";
import { isObjectType, print } from "graphql";
import { ask, freshName, introspection, operations, recordingFetch, schema, url, withoutTypenames } from "./server.mjs";

/** A client as on a page that was just opened, and its requests. */
function openClient(exchanges = [cacheExchange, fetchExchange], options = {}) {
  const { fetch, requests } = recordingFetch();
  return { client: new Client({ url, fetch, exchanges, ...options }), requests };
}

for (const preferGetMethod of [false, "within-url-limit"]) {
  for (const { title, text, variables } of operations) {
    test(`${title}: the answer of a plain request, ${preferGetMethod ? "where it can by GET" : "by POST"}`, async () => {
      const plain = await ask(text, variables);
      const { client, requests } = openClient(undefined, { preferGetMethod });
      for (const requestPolicy of ["network-only", "cache-only"]) {
        const { data, error } = await client.query(text, variables, { requestPolicy });
        assert.equal(error, undefined);
        assert.deepEqual(withoutTypenames(data), withoutTypenames(plain.data), requestPolicy);
      }
      assert.equal(requests.length, 1);
    });
  }
}

test("short queries go by GET", async () => {
  const { client, requests } = openClient();
  await client.query("{ directory { version } }", {});
  assert.deepEqual(requests, [{ method: "GET", hasQuery: true, hash: undefined, errors: [] }]);
});

for (const [mistake, query, variables, code] of [
  ["a slug that is none", "query Treating($slug: String!) { providers(filter: { conditions: [$slug] }) { totalCount } }", { slug: "depresion" }, "BAD_USER_INPUT"],
  ["a field that is none", "{ providers { sum } }", {}, "GRAPHQL_VALIDATION_FAILED"],
  ["a variable of another type", "query Some($first: Int) { providers(first: $first) { totalCount } }", { first: "ten" }, "GRAPHQL_VALIDATION_FAILED"],
]) {
  test(`${mistake} is a GraphQL error with the code ${code}`, async () => {
    const { client } = openClient();
    const { error } = await client.query(query, variables);
    assert.equal(error.networkError, undefined);
    assert.deepEqual(error.graphQLErrors.map((each) => each.extensions.code), [code]);
  });
}

const listText = `
  ($first: Int!, $after: String) {
    providers(first: $first, after: $after) {
      __typename
      edges { __typename cursor node { __typename id name } }
      pageInfo { __typename hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;
const listQuery = gql(`query List ${listText}`);

test("the normalized cache joins the pages of a list", async (t) => {
  // Graphcache warns where the schema that it was given and an answer do not fit.
  const warnings = t.mock.method(console, "warn", () => {});
  const whole = (await ask(print(listQuery), { first: 100 })).data.providers;
  const withoutIds = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.getFields().id);
  const { client } = openClient([
    graphcache({
      schema: introspection,
      keys: Object.fromEntries(withoutIds.map((type) => [type.name, () => null])),
      resolvers: { Query: { providers: relayPagination() } },
    }),
    fetchExchange,
  ]);
  let page;
  let pages = 0;
  do {
    const { data, error } = await client.query(listQuery, { first: 2, after: page?.pageInfo.endCursor });
    assert.equal(error, undefined);
    page = data.providers;
    pages++;
  } while (page.pageInfo.hasNextPage && pages < whole.edges.length);
  assert.equal(pages, Math.ceil(whole.edges.length / 2));
  assert.deepEqual(page.edges.map((edge) => edge.node.id), whole.edges.map((edge) => edge.node.id));
  assert.deepEqual(warnings.mock.calls.map((call) => call.arguments), []);
});

test("persisted queries by GET: asked by hash, registered once, then found by hash", async () => {
  const query = gql(`query ${freshName()} ${listText}`);
  const hash = createHash("sha256").update(stringifyDocument(query)).digest("hex");
  const visit = async () => {
    const { client, requests } = openClient([persistedExchange({ preferGetForPersistedQueries: "force" }), fetchExchange]);
    const { data, error } = await client.query(query, { first: 2 });
    assert.equal(error, undefined);
    return { data, requests };
  };
  const first = await visit();
  assert.deepEqual(first.requests, [
    { method: "GET", hasQuery: false, hash, errors: ["PERSISTED_QUERY_NOT_FOUND"] },
    { method: "GET", hasQuery: true, hash, errors: [] }, // urql registers by GET too
  ]);
  const second = await visit();
  assert.deepEqual(second.requests, [{ method: "GET", hasQuery: false, hash, errors: [] }]);
  assert.deepEqual(second.data, first.data);
  assert.equal(second.data.providers.edges.length, 2);
});
