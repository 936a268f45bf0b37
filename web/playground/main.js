import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

import carePage from "./examples/care-page.graphql";
import directory from "./examples/directory.graphql";
import providers from "./examples/providers.graphql";

const endpoint = document.querySelector('meta[name="graphql-endpoint"]').content;

const examples = [
  { query: carePage, variables: { slug: "ketamine-assisted-psychotherapy" } },
  { query: providers, variables: { filter: { states: ["WI"] }, first: 10 } },
  { query: directory },
];

async function fetcher(operation, { headers } = {}) {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      accept: "application/graphql-response+json, application/json",
      "content-type": "application/json",
      ...headers,
    },
    body: JSON.stringify(operation),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    // What stands between here and the server (a proxy, say) answers in its own words.
    throw new Error(`${response.status} ${response.statusText}: ${text}`);
  }
}

createRoot(document.getElementById("playground")).render(
  createElement(GraphiQL, {
    fetcher,
    defaultTabs: examples.map(({ query, variables }) => ({
      query,
      variables: variables && JSON.stringify(variables, null, 2),
    })),
    inputValueDeprecation: true,
    schemaDescription: true,
    // Headers may hold credentials, which have no place in the browser's storage.
    shouldPersistHeaders: false,
  }),
);
