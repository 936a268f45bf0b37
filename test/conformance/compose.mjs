// Has Apollo's composition make a supergraph of the schema alone.
//
//   node compose.mjs SCHEMA.graphql

import { readFileSync } from "node:fs";
import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: node compose.mjs SCHEMA.graphql");
  process.exit(2);
}
const typeDefs = parse(readFileSync(file, "utf8"));
const { errors, supergraphSdl } = composeServices([{ name: "findcare", url: "http://localhost:8080/graphql", typeDefs }]);
if (errors) {
  console.error(errors.map((error) => error.message).join("\n"));
  process.exit(1);
}
console.log(`a supergraph of ${supergraphSdl.length} characters`);
