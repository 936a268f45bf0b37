// Gateways of two makers in front of the server at GRAPHQL_URL and a second subgraph, for the public and with GRAPHQL_TOKEN,
// which is an editor's. They compose what the server says of itself.

import assert from "node:assert/strict";
import test, { after } from "node:test";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { composeServices } from "@apollo/composition";
import { getStitchedSchemaFromSupergraphSdl } from "@graphql-tools/federation";
import { graphql, parse } from "graphql";
import { serveAppointments, typeDefs } from "../federation/appointments.mjs";
import { ask, url } from "./server.mjs";

const editor = `Bearer ${process.env.GRAPHQL_TOKEN}`;

const { data } = await ask(`{
  _service { sdl }
  providers(first: 3) { nodes { id name slug } }
  conditions(first: 1) { nodes { slug name } }
  treatments(first: 1) { nodes { id name } }
}`);
const [first, second, withoutNPI] = data.providers.nodes;
first.npi = "1234567893";
second.npi = "1003000126";
for (const { id, npi } of [first, second]) {
  const change = `mutation($id: ID!, $npi: String!) { updateProvider(id: $id, input: {npi: $npi}) { userErrors { message } } }`;
  assert.deepEqual(await ask(change, { id, npi }, { Authorization: editor }), { data: { updateProvider: { userErrors: [] } } });
}
const [condition] = data.conditions.nodes;
const [treatment] = data.treatments.nodes;
const appointments = await serveAppointments([
  { provider: { npi: first.npi }, condition: { slug: condition.slug }, treatment: { id: treatment.id } },
  { provider: { npi: second.npi }, condition: { slug: "nothing" }, treatment: { id: first.id } },
  { provider: { npi: "1111111111" } },
  { provider: { npi: null } },
]);
after(() => appointments.server.stop());

const { errors, supergraphSdl } = composeServices([
  { name: "findcare", url, typeDefs: parse(data._service.sdl) },
  { name: "appointments", url: appointments.url, typeDefs },
]);
assert.equal(errors, undefined);

// A gateway is a function of an operation and the header Authorization.
const gateways = {
  async Apollo() {
    const gateway = new ApolloGateway({
      supergraphSdl,
      buildService: ({ url }) =>
        new RemoteGraphQLDataSource({
          url,
          apq: true, // an operation is sent by its hash first
          willSendRequest: ({ request, context }) => context.authorization && request.http.headers.set("Authorization", context.authorization),
        }),
      logger: { debug() {}, info() {}, warn() {}, error() {} },
    });
    const server = new ApolloServer({ gateway });
    await server.start();
    after(() => server.stop());
    return async (query, variables, authorization) =>
      (await server.executeOperation({ query, variables }, { contextValue: { authorization } })).body.singleResult;
  },
  async "The Guild"() {
    const schema = getStitchedSchemaFromSupergraphSdl({
      supergraphSdl,
      batch: true,
      httpExecutorOpts: { headers: (request) => (request?.context?.authorization ? { authorization: request.context.authorization } : {}) },
    });
    return (query, variables, authorization) => graphql({ schema, source: query, variableValues: variables, contextValue: { authorization } });
  },
};

const plain = (value) => JSON.parse(JSON.stringify(value));

for (const [maker, open] of Object.entries(gateways)) {
  const gateway = await open();

  test(`${maker}: from findcare to the other subgraph and back`, async () => {
    const query = `query($ids: [ID!]!) {
      nodes(ids: $ids) { ... on Provider { name openings { id provider { name } } invitation } }
      provider(by: {slug: "${first.slug}"}) { openings { id provider { slug } } }
    }`;
    const answer = await gateway(query, { ids: [second.id, first.id] });
    assert.equal(answer.errors, undefined);
    const node = ({ name }, id) => ({ name, openings: [{ id, provider: { name } }], invitation: `Come and see ${name}.` });
    assert.deepEqual(plain(answer.data), {
      nodes: [node(second, "opening-1"), node(first, "opening-0")],
      provider: { openings: [{ id: "opening-0", provider: { slug: first.slug } }] },
    });
  });

  test(`${maker}: from the other subgraph to findcare, by NPI, slug and id`, async () => {
    const answer = await gateway(`{ openings { nodes { provider { name sessionFormats } condition { name } treatment { name } } } }`);
    // What a key leads to nobody is null. The Guild's gateway also says so of what is not null there.
    for (const { path } of answer.errors ?? []) assert.ok(path[2] > 0, `${path}`);
    const names = plain(answer.data.openings.nodes).map((opening) => ["provider", "condition", "treatment"].map((of) => opening[of]?.name));
    assert.deepEqual(names.slice(0, 2), [
      [first.name, condition.name, treatment.name],
      [second.name, undefined, undefined],
    ]);
    assert.deepEqual(names.slice(2).flat().filter(Boolean), []);
  });

  test(`${maker}: a provider without an NPI`, async () => {
    const answer = await gateway(`{ provider(by: {id: "${withoutNPI.id}"}) { name openings { id } } }`);
    assert.equal(answer.data.provider?.name, withoutNPI.name);
  });

  test(`${maker}: what nobody but editors sees, by the header that the gateway passes on`, async () => {
    const query = `{ openings(first: 1) { nodes { provider { name workingCopy { save } } } } }`;
    const refused = await gateway(query);
    assert.equal(refused.errors[0].extensions.code, "UNAUTHENTICATED");
    const allowed = await gateway(query, {}, editor);
    assert.equal(allowed.errors, undefined);
    assert.deepEqual(plain(allowed.data.openings.nodes), [{ provider: { name: first.name, workingCopy: null } }]);
  });

  test(`${maker}: what is retired`, async () => {
    const query = `{ openings(first: 1) { nodes { provider { name status } } } }`;
    const change = (name) => gateway(`mutation($id: ID!) { ${name}(id: $id) { userErrors { code } } }`, { id: first.id }, editor);
    assert.deepEqual(plain((await change("retireProvider")).data), { retireProvider: { userErrors: [] } });
    assert.equal((await gateway(query)).data.openings.nodes[0].provider?.name, undefined);
    assert.equal((await gateway(query, {}, editor)).data.openings.nodes[0].provider.status, "RETIRED");
    assert.deepEqual(plain((await change("reinstateProvider")).data), { reinstateProvider: { userErrors: [] } });
  });

  test(`${maker}: what an entity costs`, async () => {
    const similar = (alias) => `${alias}: similar(first: 20) { name }`;
    const ask = async (aliases) => gateway(`{ openings(first: 2) { nodes { provider { ${aliases.map(similar)} } } } }`);
    const codes = ({ errors = [] }) => new Set(errors.map(({ extensions }) => extensions.code));
    assert.deepEqual(codes(await ask(["a"])), new Set());
    assert.deepEqual(codes(await ask([..."abcdefghij"])), new Set(["TOO_COSTLY"]));
  });
}
