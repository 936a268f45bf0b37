// Has the composition of Apollo, and that of The Guild, make a supergraph of the schema alone, and of it and a second subgraph.
//
//   node compose.mjs SUBGRAPH.graphql

import { readFileSync } from "node:fs";
import { composeServices as composeByApollo } from "@apollo/composition";
import { composeServices as composeByTheGuild } from "@theguild/federation-composition";
import { parse } from "graphql";
import { typeDefs } from "./federation/appointments.mjs";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: node compose.mjs SUBGRAPH.graphql");
  process.exit(2);
}
const findcare = { name: "findcare", url: "http://localhost:8080/graphql", typeDefs: parse(readFileSync(file, "utf8")) };
const appointments = { name: "appointments", url: "http://localhost:4001", typeDefs };

for (const [maker, compose] of Object.entries({ Apollo: composeByApollo, "The Guild": composeByTheGuild })) {
  for (const subgraphs of [[findcare], [findcare, appointments]]) {
    const { errors, hints, supergraphSdl } = compose(subgraphs);
    if (errors) {
      console.error(maker, errors.map((error) => error.message).join("\n"));
      process.exit(1);
    }
    const told = (hints ?? []).map((hint) => `; hint: ${hint.message}`).join("");
    console.log(`${maker}: ${subgraphs.length} subgraphs, a supergraph of ${supergraphSdl.length} characters${told}`);
  }
}
