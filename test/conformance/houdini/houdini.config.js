export default { schemaPath: "./schema.graphql", scalars: {}, plugins: {} };
