import type { TypePolicies } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";
import { connections, embeddedTypes, possibleTypes } from "./generated/caches.js";

const typePolicies: TypePolicies = { Directory: { keyFields: [] } }; // there is one
for (const name of embeddedTypes) typePolicies[name] = { keyFields: false };
for (const [name, lists] of Object.entries(connections)) {
  const fields = Object.entries(lists).map(([field, keys]) => [field, relayStylePagination(keys)]);
  typePolicies[name] = { ...typePolicies[name], fields: Object.fromEntries(fields) };
}

/** Options for Apollo's InMemoryCache: fetchMore with after adds to a list. */
export const cacheOptions = { possibleTypes, typePolicies };
