// What graphql-codegen makes of the schema of a running server, with the operations of the playground.

export default {
  schema: process.env.GRAPHQL_URL,
  documents: ["../../web/playground/examples/*.graphql"],
  generates: {
    [process.env.CODEGEN_OUTPUT]: { plugins: ["typescript", "typescript-operations"] },
  },
};
