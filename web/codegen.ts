import type { CodegenConfig } from "@graphql-codegen/cli";

// The types of each operation's variables and result, and the operation itself as a string that carries them.
const config: CodegenConfig = {
  schema: "../schema.graphqls",
  documents: "operations/*.graphql",
  silent: true,
  generates: {
    "src/generated/operations.ts": {
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        documentMode: "string",
        dedupeFragments: true,
        optimizeDocumentNode: true,
        pureMagicComment: true,
        enumsAsTypes: true,
        enumType: "string-literal",
        useTypeImports: true,
        scalars: { Date: "string", DateTime: "string" },
      },
    },
  },
};

export default config;
