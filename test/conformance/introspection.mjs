// Holds a server's introspection against what graphql-js says of the schema as SDL, with every option that clients ask with.
//
//   node introspection.mjs http://localhost:8080/graphql SCHEMA.graphql

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { buildSchema, getIntrospectionQuery, graphql } from "graphql";

const [url, file] = process.argv.slice(2);
if (!file) {
  console.error("usage: node introspection.mjs URL SCHEMA.graphql");
  process.exit(2);
}
const schema = buildSchema(readFileSync(file, "utf8"));
const query = getIntrospectionQuery({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
});

// The order of names means nothing.
function sorted(value) {
  if (Array.isArray(value)) {
    const items = value.map(sorted);
    return items.every((item) => item?.name) ? items.sort((a, b) => (a.name < b.name ? -1 : 1)) : items.sort();
  }
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, sorted(member)]));
  }
  return value;
}

// The types that every schema has are described in each maker's words.
const ours = ({ name }) => !name.startsWith("__") && !["Boolean", "Float", "ID", "Int", "String"].includes(name);
const builtIn = ["deprecated", "defer", "include", "oneOf", "skip", "specifiedBy"];
function comparable({ __schema }) {
  const directives = __schema.directives.map((directive) =>
    builtIn.includes(directive.name)
      ? { name: directive.name, args: directive.args.map(({ name, type }) => ({ name, type })) }
      : directive,
  );
  return sorted({ ...__schema, types: __schema.types.filter(ours), directives });
}

const response = await fetch(url, {
  method: "POST",
  headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
  body: JSON.stringify({ query }),
});
const got = await response.json();
assert.equal(got.errors, undefined, JSON.stringify(got.errors));
const want = await graphql({ schema, source: query });
assert.deepEqual(comparable(got.data), comparable(JSON.parse(JSON.stringify(want.data))));
console.log(`${got.data.__schema.types.length} types and ${got.data.__schema.directives.length} directives agree`);
