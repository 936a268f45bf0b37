import { GraphiQL } from "graphiql";
import { getOperationAST, parse } from "graphql";
import { createClient } from "graphql-ws";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

import { mendAccessibility } from "./accessibility.js";
import { examples } from "./examples.js";
import { sharedIn } from "./share.js";
import { toolbarOf } from "./toolbar.js";

const endpoint = document.querySelector('meta[name="graphql-endpoint"]').content;

function fetcher(operation, { headers } = {}) {
  const chosen = chosenIn(operation);
  // For a moment after a change of tabs, GraphiQL still names the operation of the tab before.
  const named = chosen ? { ...operation, operationName: chosen.name?.value } : operation;
  return chosen?.operation === "subscription" ? subscribe(named, headers) : request(named, headers);
}

function chosenIn({ query, operationName }) {
  try {
    const document = parse(query);
    return getOperationAST(document, operationName) ?? getOperationAST(document);
  } catch {
    return undefined; // of which the server tells
  }
}

// A browser sends no headers of ours with a WebSocket: they are the payload of its first message.
function subscribe(operation, headers) {
  const url = new URL(endpoint, location.href);
  url.protocol = url.protocol.replace("http", "ws");
  return createClient({ url: url.href, connectionParams: headers }).iterate(operation);
}

async function request(operation, headers) {
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

// The tab that is open at first has its content from what GraphiQL has stored, and not from defaultTabs. Where it has stored tabs,
// it opens another one for a content that none of them has.
const shared = sharedIn(location.search);
const first = shared ?? examples[0];
if (shared || localStorage.getItem("graphiql:tabState") === null) {
  localStorage.setItem("graphiql:query", first.query);
  localStorage.setItem("graphiql:variables", first.variables);
  localStorage.removeItem("graphiql:headers");
}
if (shared) history.replaceState(null, "", location.pathname); // what is edited from here on is not what the link had
mendAccessibility(document.body);
createRoot(document.getElementById("playground")).render(
  createElement(
    GraphiQL,
    {
      fetcher,
      defaultTabs: shared ? [shared, ...examples] : examples,
      defaultEditorToolsVisibility: "variables",
      inputValueDeprecation: true,
      schemaDescription: true,
      // Headers may hold credentials, which have no place in the browser's storage.
      shouldPersistHeaders: false,
    },
    toolbarOf(shared),
  ),
);
