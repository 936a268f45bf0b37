import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

import carePage from "./examples/care-page.graphql";
import directory from "./examples/directory.graphql";
import providers from "./examples/providers.graphql";

const endpoint = document.querySelector('meta[name="graphql-endpoint"]').content;


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
    // Variables have their defaults in the operations, so that each runs as it stands.
    defaultTabs: [carePage, providers, directory].map((query) => ({ query })),
    inputValueDeprecation: true,
    schemaDescription: true,
    // Headers may hold credentials, which have no place in the browser's storage.
    shouldPersistHeaders: false,
  }),
);
