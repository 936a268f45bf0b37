// The server under test, asked without any client's library, and a fetch that remembers what a client asked.

import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { buildClientSchema, getIntrospectionQuery } from "graphql";

export const url = process.env.GRAPHQL_URL;
if (!url) {
  throw new Error("GRAPHQL_URL must be the address of a server's GraphQL endpoint");
}

/** Asks as the specification tells, and gives the answer: what every client must come to as well. */
export async function ask(query, variables, headers = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json", ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

/** The schema as the server tells it. */
export const introspection = (await ask(getIntrospectionQuery())).data;
export const schema = buildClientSchema(introspection);

/** The operations that frontends send, each with variables that testdata/directory.json answers. */
export const operations = [
  ["all-fields", { slug: "ketamine-assisted-psychotherapy" }],
  ["care-page", { slug: "ketamine-assisted-psychotherapy", providers: 3 }],
  ["find-care", { first: 3 }],
  ["find-care", { filter: { text: "ketamine", near: { at: { postalCode: "48507" }, withinMiles: 100 } }, orderBy: "DISTANCE" }],
  ["profile", { slug: "nikki-moorman" }],
  ["suggest", { text: "ke" }],
].map(([name, variables]) => ({
  title: `${name} ${JSON.stringify(variables)}`,
  text: readFileSync(new URL(`../../../testdata/${name}.graphql`, import.meta.url), "utf8"),
  variables,
}));

/** The data as plain values, without the types' names, which some clients add. */
export function withoutTypenames(data) {
  return JSON.parse(JSON.stringify(data, (key, value) => (key === "__typename" ? undefined : value)));
}

/** A name for an operation that no server has seen, so that a test may be run twice against one. */
export const freshName = () => `Fresh${randomUUID().replaceAll("-", "")}`;

/** A fetch, and the list of requests that went through it so far. */
export function recordingFetch() {
  const requests = [];
  async function recorded(input, init = {}) {
    const request = describe(new URL(input, url), init);
    requests.push(request);
    const response = await fetch(input, init);
    request.errors = (await response.clone().json()).errors?.map((error) => error.extensions?.code) ?? [];
    return response;
  }
  return { fetch: recorded, requests };
}

function describe(address, { method = "GET", body }) {
  const sent = method === "GET" ? Object.fromEntries(address.searchParams) : JSON.parse(body);
  const extensions = typeof sent.extensions === "string" ? JSON.parse(sent.extensions) : sent.extensions;
  return { method, hasQuery: Boolean(sent.query), hash: extensions?.persistedQuery?.sha256Hash };
}
