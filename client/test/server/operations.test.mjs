// Every operation, by three clients, against the server at GRAPHQL_URL: one with the demo directory that runs nothing but what stands in
// persisted-documents.json.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { PersistedQueryLink } from "@apollo/client/link/persisted-queries";
import { Client, fetchExchange, gql } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { CarePage, createClient, Profile, SearchProviders, Suggest } from "findcare-client";
import { cacheOptions as apolloOptions } from "findcare-client/apollo";
import {
  CarePageDocument, hashOf, ProfileDocument, ProviderCardFragmentDoc, ProviderProfileFragmentDoc, SearchProvidersDocument, SuggestDocument,
} from "findcare-client/documents";
import { cacheOptions as urqlOptions } from "findcare-client/urql";
import { persistedExchange } from "@urql/exchange-persisted";

const url = process.env.GRAPHQL_URL ?? assert.fail("GRAPHQL_URL must be the address of a GraphQL endpoint");
const slug = "ketamine-assisted-psychotherapy";
const operations = [
  [CarePage, CarePageDocument, { slug }],
  [SearchProviders, SearchProvidersDocument, { filter: { text: "anxiety suicidal", sessionFormats: ["VIDEO"] } }],
  [Profile, ProfileDocument, { slug: "alder-fictionado" }],
  [Suggest, SuggestDocument, { text: "anx" }],
];

const fetchClient = createClient({ url });
const apollo = () => {
  const persisted = new PersistedQueryLink({ generateHash: hashOf, useGETForHashedQueries: true });
  return new ApolloClient({ link: persisted.concat(new HttpLink({ uri: url })), cache: new InMemoryCache(apolloOptions) });
};
const urql = () => {
  const persisted = persistedExchange({ generateHash: async (_text, document) => hashOf(document), enforcePersistedQueries: true });
  return new Client({ url, preferGetMethod: "force", exchanges: [cacheExchange(urqlOptions), persisted, fetchExchange] });
};

for (const [document, node, variables] of operations) {
  test(`${document.name}: the same by every client`, async () => {
    const want = await fetchClient.query(document, variables);
    assert.deepEqual(await fetchClient.query(document, variables), want, "from what was kept");
    const { data } = await apollo().query({ query: node, variables });
    assert.deepEqual(data, want);
    const answer = await urql().query(node, variables);
    assert.ifError(answer.error);
    assert.deepEqual(JSON.parse(JSON.stringify(answer.data)), want);
  });
}

test("whom to call is told wherever it is needed", async () => {
  const search = await fetchClient.query(SearchProviders, { filter: { text: "suicidal" } });
  assert.notEqual(search.providers.crisisResources.length, 0);
  const typed = await fetchClient.query(Suggest, { text: "i want to die" });
  assert.notEqual(typed.crisisResources.length, 0);
});

const cursors = ({ edges }) => edges.map(({ cursor }) => cursor);

test("pages of a search are joined by Apollo's cache", async () => {
  const client = apollo();
  const variables = { first: 3, filter: { sessionFormats: ["VIDEO"] } };
  const { data } = await client.query({ query: SearchProvidersDocument, variables });
  const after = data.providers.pageInfo.endCursor;
  const more = await client.query({ query: SearchProvidersDocument, variables: { ...variables, after }, fetchPolicy: "network-only" });
  const all = client.readQuery({ query: SearchProvidersDocument, variables });
  assert.deepEqual(cursors(all.providers), [...cursors(data.providers), ...cursors(more.data.providers).slice(-3)]);
  const others = await client.query({ query: SearchProvidersDocument, variables: { first: 3 } });
  assert.equal(others.data.providers.edges.length, 3, "of another filter");
});

test("pages of a search are joined by urql's cache", async () => {
  const client = urql();
  const variables = { first: 3, filter: { sessionFormats: ["VIDEO"] } };
  const first = await client.query(SearchProvidersDocument, variables);
  const after = first.data.providers.pageInfo.endCursor;
  const more = await client.query(SearchProvidersDocument, { ...variables, after });
  assert.ifError(more.error);
  assert.equal(new Set(cursors(more.data.providers)).size, 6);
  const others = await client.query(SearchProvidersDocument, { first: 3 });
  assert.equal(others.data.providers.edges.length, 3, "of another filter");
});

test("fragments read what the caches have", async () => {
  const forApollo = apollo();
  const forUrql = urql();
  const variables = { slug: "alder-fictionado" };
  const { data } = await forApollo.query({ query: ProfileDocument, variables });
  const { id, name, npi } = data.provider;
  const read = (fragment, fragmentName) => forApollo.cache.readFragment({ id: `Provider:${id}`, fragment, fragmentName });
  assert.equal(read(ProviderCardFragmentDoc).name, name);
  assert.equal(read(ProviderProfileFragmentDoc, "ProviderProfile").npi, npi);
  const card = forApollo.cache.readFragment({ id: "Provider:none", fragment: ProviderCardFragmentDoc });
  assert.equal(card, null);
  await forUrql.query(ProfileDocument, variables);
  const search = await forUrql.query(
    gql`query Named($slug: String!) { provider(by: { slug: $slug }) { ...ProviderCard } } ${ProviderCardFragmentDoc}`, variables,
    { requestPolicy: "cache-only" },
  );
  assert.equal(search.data.provider.name, name);
});

test("nothing else is run", async () => {
  const own = { name: "Own", kind: "query", text: "query Own { directory { version } }" };
  await assert.rejects(fetchClient.query(own), { code: "UNTRUSTED_DOCUMENT" });
});
