// graphql-eslint over the schema and over the operations that frontends send. Run it at the top of the repository.

import { fileURLToPath } from "node:url";
import graphql from "@graphql-eslint/eslint-plugin";

const path = (relative) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));
const rulesOf = (config) => graphql.configs[`flat/${config}`].rules;
const schemas = ["schema.graphqls", "subscriptions.graphqls", "changes.graphqls"];
const operations = ["testdata/*.graphql", "web/playground/examples/*.graphql"];

const common = {
  plugins: { "@graphql-eslint": graphql },
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema: [...schemas, "mutations.graphqls", "webhooks.graphqls"].map(path), documents: operations.map(path) } },
  },
};

// What is not a document of its own is a part of one, or of a list, and is read through it: it has no id and needs none.
const parts = {
  types: ["Directory", "NPIRecord", "License", "FeeRange", "PhoneNumber", "Hours", "OpeningHours", "LanguageSkill", "Availability", "Coverage", "DirectoryQuality", "Confirmation", "Location", "Section", "MedicalReview", "CrisisResource", "Source", "CallToAction", "PageInfo", "Widening", "Interpretation", "Intent", "UnusedWords", "Relaxation", "FoundPlace", "ProviderCluster", "Bounds", "Suggestion", "DirectoryChanges"],
  suffixes: ["Connection", "Edge", "Facets", "Count"],
};

export default [
  {
    ...common,
    files: schemas,
    rules: {
      ...rulesOf("schema-recommended"),
      ...rulesOf("schema-relay"),
      // Most descriptions are one line long, and so is a field: in blocks the schema would be three times as long.
      "@graphql-eslint/description-style": ["error", { style: "inline" }],
      "@graphql-eslint/strict-id-in-types": ["error", { exceptions: parts }],
      // Short lists that nobody pages through, such as a provider's credentials, are plain lists.
      "@graphql-eslint/relay-edge-types": ["error", { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false }],
      // The sections of a section are what they are called, and the schema is a contract: nothing is renamed.
      "@graphql-eslint/no-typename-prefix": "off",
    },
  },
  {
    ...common,
    files: operations,
    rules: {
      ...rulesOf("operations-recommended"),
      // It asks for the id wherever there is one. These operations read a page at once to show it: what a cache keys by id
      // is for the frontend to say, and the answers have no ids that nobody reads.
      "@graphql-eslint/require-selections": "off",
      // Each file is sent by itself, and some are in both folders.
      "@graphql-eslint/unique-operation-name": "off",
    },
  },
  {
    files: ["testdata/*.graphql"],
    // Operations that clients sent before something was deprecated keep it, and must keep working.
    rules: { "@graphql-eslint/no-deprecated": "off" },
  },
];
