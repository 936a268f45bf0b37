// Apollo Client, set up as a frontend would, against the server at GRAPHQL_URL.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { relayStylePagination } from "@apollo/client/utilities";
import { __DEV__ } from "@apollo/client/utilities/environment";
import { print } from "graphql";
import { ask, freshName, introspection, operations, recordingFetch, url, withoutTypenames } from "./server.mjs";

assert.ok(__DEV__, "Apollo warns of nothing unless Node runs with --conditions=development");

const possibleTypes = Object.fromEntries(
  introspection.__schema.types
    .filter((type) => type.possibleTypes && !type.name.startsWith("__"))
    .map((type) => [type.name, type.possibleTypes.map(({ name }) => name)]),
);
const providers = relayStylePagination(["filter", "orderBy"]);
const typePolicies = {
  Query: {
    fields: {
      providers,
      // A provider that some list has brought already is not asked for again.
      provider: (known, { args, toReference }) => known ?? (args.by.id && toReference({ __typename: "Provider", id: args.by.id })),
    },
  },
  Article: { fields: { providers } },
};

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** A client as on a page that was just opened, and its requests. */
function openClient(...links) {
  const { fetch, requests } = recordingFetch();
  const client = new ApolloClient({
    link: ApolloLink.from([...links, new HttpLink({ uri: url, fetch })]),
    cache: new InMemoryCache({ possibleTypes, typePolicies }),
  });
  return { client, requests };
}

for (const { title, text, variables } of operations) {
  test(`${title}: the answer of a plain request, and the same from the cache`, async (t) => {
    // Apollo warns where it cannot keep an answer, such as of two lists that overwrite each other.
    const warnings = t.mock.method(console, "warn", () => {});
    const errors = t.mock.method(console, "error", () => {});
    const plain = await ask(text, variables);
    const { client, requests } = openClient();
    const query = gql(text);
    for (const fetchPolicy of ["network-only", "cache-only"]) {
      const { data } = await client.query({ query, variables, fetchPolicy });
      assert.deepEqual(withoutTypenames(data), withoutTypenames(plain.data), fetchPolicy);
    }
    assert.equal(requests.length, 1);
    assert.deepEqual([...warnings.mock.calls, ...errors.mock.calls].map((call) => call.arguments), []);
  });
}

for (const [mistake, query, variables, code] of [
  ["a slug that is none", gql`query Treating($slug: String!) { providers(filter: { conditions: [$slug] }) { totalCount } }`, { slug: "depresion" }, "BAD_USER_INPUT"],
  ["a field that is none", gql`{ providers { sum } }`, {}, "GRAPHQL_VALIDATION_FAILED"],
  ["a variable of another type", gql`query Some($first: Int) { providers(first: $first) { totalCount } }`, { first: "ten" }, "GRAPHQL_VALIDATION_FAILED"],
  ["a variable left out", gql`query One($slug: String!) { provider(by: { slug: $slug }) { id } }`, {}, "GRAPHQL_VALIDATION_FAILED"],
]) {
  test(`${mistake} is a GraphQL error with the code ${code}`, async () => {
    const { client } = openClient();
    await assert.rejects(client.query({ query, variables }), (error) => {
      assert.ok(CombinedGraphQLErrors.is(error), `not a GraphQL error: ${error}`);
      assert.deepEqual(error.errors.map((each) => each.extensions.code), [code]);
      return true;
    });
  });
}

test("an error in one part leaves the others", async () => {
  const { client } = openClient();
  const { data, error } = await client.query({
    query: gql`
      query Parts($slug: String!) {
        directory { providerCount }
        article(by: { slug: $slug }) { id providers(filter: { conditions: ["depresion"] }) { totalCount } }
      }
    `,
    variables: { slug: "ketamine-assisted-psychotherapy" },
    errorPolicy: "all",
  });
  assert.ok(data.directory.providerCount > 0);
  assert.equal(data.article, null);
  assert.deepEqual(error.errors.map(({ path, extensions }) => [path, extensions.code]), [[["article", "providers"], "BAD_USER_INPUT"]]);
});

const listText = `
  ($filter: ProviderFilter, $first: Int!, $after: String) {
    providers(filter: $filter, first: $first, after: $after) {
      totalCount
      edges { cursor node { id name } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
`;
const listQuery = gql(`query List ${listText}`);
const articleQuery = gql`
  query ApolloArticle($first: Int!, $after: String) {
    article(by: { slug: "ketamine-assisted-psychotherapy" }) {
      id
      providers(orderBy: NAME, first: $first, after: $after) {
        totalCount
        edges { cursor node { id name } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }
  }
`;

for (const [list, query, select] of [
  ["the list of providers", listQuery, (data) => data.providers],
  ["a list within an article", articleQuery, (data) => data.article.providers],
]) {
  test(`${list} joins page by page to what one large page has`, async () => {
    const whole = select((await ask(print(query), { first: 100 })).data);
    const { client } = openClient();
    const firstPage = { query, variables: { first: 2 } };
    await client.query(firstPage);
    const watched = client.watchQuery(firstPage);
    const shown = () => select(client.readQuery(firstPage));
    let pages = 1;
    for (; shown().pageInfo.hasNextPage && pages < whole.totalCount; pages++) {
      await watched.fetchMore({ variables: { after: shown().pageInfo.endCursor } });
    }
    assert.equal(pages, Math.ceil(whole.totalCount / 2));
    assert.deepEqual(withoutTypenames(shown()), whole);
  });
}

test("lists of other filters are kept apart, and each document once", async () => {
  const { client, requests } = openClient();
  const ids = async (filter) => {
    const { data } = await client.query({ query: listQuery, variables: { filter, first: 100 } });
    return data.providers.edges.map((edge) => edge.node.id);
  };
  const [everybody, some] = [await ids(null), await ids({ kinds: ["ORGANIZATION"] })];
  assert.ok(some.length > 0 && some.length < everybody.length);
  assert.deepEqual(await ids(null), everybody);
  assert.equal(requests.length, 2);
  assert.equal(Object.keys(client.cache.extract()).filter((key) => key.startsWith("Provider:")).length, everybody.length);

  const query = gql`query One($id: ID!) { provider(by: { id: $id }) { id name } }`;
  const { data } = await client.query({ query, variables: { id: some[0] } });
  assert.equal(data.provider.id, some[0]);
  assert.equal(requests.length, 2, "the provider was asked for, though a list had brought it");
});

test("persisted queries by GET: asked by hash, registered once, then found by hash", async () => {
  const query = gql(`query ${freshName()} ${listText}`);
  const hash = sha256(print(new InMemoryCache().transformDocument(query)));
  const open = () => openClient(new PersistedQueryLink({ sha256, useGETForHashedQueries: true }));
  const visit = async ({ client, requests }) => {
    const { data } = await client.query({ query, variables: { first: 2 } });
    return { data, requests };
  };
  const first = await visit(open());
  assert.deepEqual(first.requests, [
    { method: "GET", hasQuery: false, hash, errors: ["PERSISTED_QUERY_NOT_FOUND"] },
    { method: "POST", hasQuery: true, hash, errors: [] },
  ]);
  const second = await visit(open());
  assert.deepEqual(second.requests, [{ method: "GET", hasQuery: false, hash, errors: [] }]);
  assert.deepEqual(second.data, first.data);
  assert.equal(second.data.providers.edges.length, 2);
});
