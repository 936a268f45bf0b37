// A plugin of graphql-codegen: a constant for each operation, with its text, the hash of that, and the types of what it takes and gives. With
// fragments, the text of each fragment and of those within it; with manifest, the list of all that a server takes by --trusted-documents-file.
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

/** The texts of fragments. */
function fragmentsOf(all) {
  const found = new Map(all.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
  const within = (name, known = new Set()) => {
    if (known.has(name)) return known;
    known.add(name);
    visit(found.get(name), { FragmentSpread: (spread) => void within(spread.name.value, known) });
    return known;
  };
  const textOf = (name) => [...within(name)].map((one) => print(found.get(one))).join("\n\n");
  return [...found.keys()].map((name) => `export const ${name} = ${JSON.stringify(textOf(name))};\n`).join("\n");
}

const pascal = (text) => text[0].toUpperCase() + text.slice(1);

export function plugin(_schema, documents, { manifest, fragments }) {
  const all = visit(concatAST(documents.map(({ document }) => document)), withTypenames);
  if (fragments) return fragmentsOf(all);
  const separated = Object.entries(separateOperations(all));
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
