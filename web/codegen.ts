import type { CodegenConfig } from "@graphql-codegen/cli";

// The types of each operation's variables and result.
const config: CodegenConfig = {
  schema: "../schema.graphqls",
  documents: "operations/*.graphql",
  silent: true,
  generates: {
    "src/generated/operations.ts": {
      plugins: ["typescript-operations"],
      config: {
        enumsAsTypes: true,
        enumType: "string-literal",
        useTypeImports: true,
        scalars: { Date: "string", DateTime: "string" },
      },
    },
  },
};

export default config;
