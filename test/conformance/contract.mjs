// Holds the schema against that of an earlier release, and operations against the schema. Prints JSON:
//
//   {"breaking": [], "dangerous": [{"path", "message"}], "invalid": [], "undated": []}
//
//   node contract.mjs EARLIER.graphql NOW.graphql FILE...
//
// A FILE is a document, or Markdown whose graphql blocks are documents. Fragments that only clients know are not looked at.

import { readFileSync } from "node:fs";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema, Kind, parse, validate, visit } from "graphql";

const [earlier, now, ...files] = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node contract.mjs EARLIER.graphql NOW.graphql FILE...");
  process.exit(2);
}
const read = (file) => readFileSync(file, "utf8");
const schema = buildSchema(read(now));

const changes = await diff(buildSchema(read(earlier)), schema);
const ofLevel = (level) =>
  changes.filter((change) => change.criticality.level === level).map(({ path, message }) => ({ path, message }));

function documents(file) {
  if (!file.endsWith(".md")) return [read(file)];
  const text = read(file);
  return [...text.matchAll(/^```graphql\n(.*?)^```/gms)]
    .filter((found) => !/^\s+```json\n\{\s+"errors"/.test(text.slice(found.index + found[0].length))) // shown to be wrong
    .map(([, block]) => block);
}

const invalid = files.flatMap((file) =>
  documents(file).flatMap((text) => {
    try {
      return validate(schema, parse(text)).map((error) => `${file}: ${error.message}`);
    } catch (error) {
      return [`${file}: ${error.message}`];
    }
  }),
);

// A deprecation says since when, so that readers can tell how long they have.
const undated = [];
visit(parse(read(now)), {
  Directive(node, _key, _parent, _path, ancestors) {
    if (node.name.value !== "deprecated") return;
    const reason = node.arguments.find((argument) => argument.name.value === "reason")?.value;
    if (reason?.kind === Kind.STRING && /\bsince \d{4}-\d{2}-\d{2}\b/i.test(reason.value)) return;
    const names = ancestors.filter((ancestor) => ancestor.name?.kind === Kind.NAME).map((ancestor) => ancestor.name.value);
    undated.push(names.join("."));
  },
});

console.log(
  JSON.stringify({
    breaking: ofLevel(CriticalityLevel.Breaking),
    dangerous: ofLevel(CriticalityLevel.Dangerous),
    invalid,
    undated,
  }),
);
