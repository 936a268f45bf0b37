import type { CodegenConfig } from "@graphql-codegen/cli";

const types = {
  enumsAsTypes: true,
  enumType: "string-literal",
  useTypeImports: true,
  scalars: { Date: "string", DateTime: "string" },
};

// The types of each operation's variables and result.
const config: CodegenConfig = {
  schema: "../*.graphqls",
  silent: true,
  generates: {
    "src/generated/operations.ts": {
      documents: "operations/*.graphql",
      plugins: ["typescript-operations"],
      config: types,
    },
    "desk/generated/operations.ts": {
      documents: "desk/operations/*.graphql",
      plugins: ["typescript-operations", "./desk/operations.plugin.mjs"],
      config: types,
    },
  },
};

export default config;
