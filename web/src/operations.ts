import clustersDocument from "../operations/clusters.graphql?raw";
import findDocument from "../operations/find.graphql?raw";
import suggestDocument from "../operations/suggest.graphql?raw";
import type {
  ClustersQuery, ClustersQueryVariables, FindQuery, FindQueryVariables, MoreQuery, MoreQueryVariables, SuggestQuery, SuggestQueryVariables,
} from "./generated/operations";

/** An operation of a document. The types are of what it takes and gives; there is nothing of them at run time. */
export interface Operation<Result, Variables> {
  document: string;
  name: string;
  types?: (variables: Variables) => Result;
}

// The documents are sent as the server has them, which so knows them where it runs trusted documents only.
export const Find: Operation<FindQuery, FindQueryVariables> = { document: findDocument, name: "Find" };
export const More: Operation<MoreQuery, MoreQueryVariables> = { document: findDocument, name: "More" };
export const Clusters: Operation<ClustersQuery, ClustersQueryVariables> = { document: clustersDocument, name: "Clusters" };
export const Suggest: Operation<SuggestQuery, SuggestQueryVariables> = { document: suggestDocument, name: "Suggest" };
