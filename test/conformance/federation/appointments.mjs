// The second subgraph, with the openings that it is given.

import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";

export const typeDefs = parse(readFileSync(new URL("appointments.graphql", import.meta.url), "utf8"));

/** Serves openings, each with the keys of what is of findcare, and gives the server and its address. */
export async function serveAppointments(keys) {
  const openings = keys.map((of, i) => ({ id: `opening-${i}`, at: "2030-01-02T09:00:00Z", ...of }));
  const pageInfo = { hasNextPage: false, hasPreviousPage: false };
  const schema = buildSubgraphSchema({
    typeDefs,
    resolvers: {
      Query: {
        openings: (_, { first }) => ({ nodes: openings.slice(0, first), pageInfo }),
        node: (_, { id }) => openings.find((opening) => opening.id === id),
      },
      Node: { __resolveType: () => "Opening" },
      Provider: {
        __resolveReference: (reference) => reference,
        openings: ({ npi }) => openings.filter(({ provider }) => npi && provider.npi === npi),
        invitation: ({ name }) => `Come and see ${name}.`,
      },
    },
  });
  const server = new ApolloServer({ schema });
  const { url } = await startStandaloneServer(server, { listen: { port: 0 } });
  return { server, url };
}
