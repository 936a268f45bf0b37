// A plugin of graphql-codegen: a constant for each operation, with its text, the hash of that, and the types of what it takes and gives; or,
// with manifest, the list of all that a server takes by --trusted-documents-file.
import { createHash } from "node:crypto";
import { concatAST, Kind, print, separateOperations, visit } from "graphql";

// Caches key objects by their type. With __typename in the documents, a cache changes nothing, and a server that knows them gives it.
const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };
const withTypenames = {
  SelectionSet(node, _key, parent) {
    if (parent.kind === Kind.OPERATION_DEFINITION || parent.kind === Kind.INLINE_FRAGMENT) return undefined;
    return { ...node, selections: [typename, ...node.selections] };
  },
};

const pascal = (text) => text[0].toUpperCase() + text.slice(1);

export function plugin(_schema, documents, { manifest }) {
  const separated = Object.entries(separateOperations(visit(concatAST(documents.map(({ document }) => document)), withTypenames)));
  const operations = separated.map(([name, document]) => {
    const { operation } = document.definitions.find(({ kind }) => kind === "OperationDefinition");
    const text = print(document);
    return { name, operation, text, hash: createHash("sha256").update(text).digest("hex") };
  });
  if (manifest) {
    const listed = operations.map(({ name, operation, text, hash }) => ({ id: hash, name, type: operation, body: text }));
    return `${JSON.stringify({ format: "apollo-persisted-query-manifest", version: 1, operations: listed }, null, 2)}\n`;
  }
  const constants = operations.map(({ name, operation, text, hash }) => {
    const types = `${name}${pascal(operation)}`;
    return `export const ${name}: Document<${types}, ${types}Variables, "${operation}"> = {
  name: "${name}",
  kind: "${operation}",
  hash: "${hash}",
  text: ${JSON.stringify(text)},
};`;
  });
  return { prepend: ['import type { Document } from "../document.js";'], content: `${constants.join("\n\n")}\n` };
}
