// The operations that the playground opens with, each in a tab of its own with variables that the demo directory answers. The last
// ones are mutations, which need an editor's token. Nothing is run before somebody presses the button.

import carePage from "./examples/care-page.graphql";
import carePageVariables from "./examples/care-page.json";
import changes from "./examples/changes.graphql";
import confirmProvider from "./examples/confirm-provider.graphql";
import confirmProviderVariables from "./examples/confirm-provider.json";
import directory from "./examples/directory.graphql";
import editProvider from "./examples/edit-provider.graphql";
import editProviderVariables from "./examples/edit-provider.json";
import findCare from "./examples/find-care.graphql";
import findCareVariables from "./examples/find-care.json";
import profile from "./examples/profile.graphql";
import profileVariables from "./examples/profile.json";
import suggest from "./examples/suggest.graphql";
import suggestVariables from "./examples/suggest.json";
import writeArticle from "./examples/write-article.graphql";
import writeArticleVariables from "./examples/write-article.json";

export const examples = [
  { query: carePage, variables: carePageVariables },
  { query: findCare, variables: findCareVariables },
  { query: profile, variables: profileVariables },
  { query: suggest, variables: suggestVariables },
  { query: directory },
  { query: changes },
  { query: confirmProvider, variables: confirmProviderVariables },
  { query: editProvider, variables: editProviderVariables },
  { query: writeArticle, variables: writeArticleVariables },
];
