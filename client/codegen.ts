import type { CodegenConfig } from "@graphql-codegen/cli";

const types = {
  enumsAsTypes: true,
  enumType: "string-literal",
  useTypeImports: true,
  nonOptionalTypename: true,
  skipTypeNameForRoot: true,
  scalars: { Date: "../scalars.js#CalendarDate", DateTime: "../scalars.js#Instant" },
};

const config: CodegenConfig = {
  schema: "../*.graphqls",
  documents: "operations/*.graphql",
  silent: true,
  generates: {
    "src/generated/schema.ts": { plugins: ["typescript"], config: types },
    "src/generated/operations.ts": { plugins: ["typescript-operations", "./documents.plugin.mjs"], config: types },
    "src/generated/fragments.ts": { plugins: ["./documents.plugin.mjs"], config: { fragments: true } },
    "src/generated/caches.ts": { plugins: ["./caches.plugin.mjs"] },
    "src/generated/persisted-documents.json": { plugins: ["./documents.plugin.mjs"], config: { manifest: true } },
  },
};

export default config;
