// Operations are shared by a link to the playground: what is in the editors, but for headers, which may hold credentials. Opening a
// link runs nothing.

import { parse } from "graphql";

/** The operation that an address shares, undefined where it shares none. */
export function sharedIn(search) {
  const given = new URLSearchParams(search);
  const query = given.get("query")?.trim();
  if (!query) return undefined;
  return { query, variables: given.get("variables") ?? "", operationName: given.get("operationName") ?? undefined };
}

/** The address that shares an operation. The name is of use only where there are several. */
export function linkTo(page, { query, variables, operationName }) {
  const link = new URL("/playground", page);
  link.searchParams.set("query", query.trim());
  if (variables?.trim()) link.searchParams.set("variables", variables.trim());
  if (operationName && operationsIn(query).length > 1) link.searchParams.set("operationName", operationName);
  return link.href;
}

/** The operations of a document, none where it cannot be read. */
export function operationsIn(query) {
  try {
    return parse(query).definitions.filter(({ kind }) => kind === "OperationDefinition");
  } catch {
    return [];
  }
}
