// The operations that the playground opens with, each in a tab of its own with variables that the demo directory answers.

import carePage from "./examples/care-page.graphql";
import carePageVariables from "./examples/care-page.json";
import changes from "./examples/changes.graphql";
import directory from "./examples/directory.graphql";
import findCare from "./examples/find-care.graphql";
import findCareVariables from "./examples/find-care.json";
import profile from "./examples/profile.graphql";
import profileVariables from "./examples/profile.json";
import suggest from "./examples/suggest.graphql";
import suggestVariables from "./examples/suggest.json";

export const examples = [
  { query: carePage, variables: carePageVariables },
  { query: findCare, variables: findCareVariables },
  { query: profile, variables: profileVariables },
  { query: suggest, variables: suggestVariables },
  { query: directory },
  { query: changes },
];
