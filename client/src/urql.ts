import type { CacheExchangeOpts } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { connections, embeddedTypes, possibleTypes } from "./generated/caches.js";

const resolversOf = (lists: object) => Object.fromEntries(Object.keys(lists).map((field) => [field, relayPagination()]));

/** Options for urql's normalized cache, the cacheExchange of Graphcache: a query with another after adds to a list. */
export const cacheOptions = {
  possibleTypes,
  keys: { ...Object.fromEntries(embeddedTypes.map((name) => [name, () => null])), Directory: () => "current" }, // there is one
  resolvers: Object.fromEntries(Object.entries(connections).map(([name, lists]) => [name, resolversOf(lists)])),
} satisfies Partial<CacheExchangeOpts>;
