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
    // That the second subgraph takes a field over is meant, and the only thing that may be said.
    const unexpected = (hints ?? []).filter(({ definition }) => definition.code !== "OVERRIDDEN_FIELD_CAN_BE_REMOVED");
    if (unexpected.length > 0) {
      console.error(maker, unexpected.map((hint) => hint.message).join("\n"));
      process.exit(1);
    }
    console.log(`${maker}: subgraphs: ${subgraphs.length}; a supergraph of ${supergraphSdl.length} characters`);
  }
}
