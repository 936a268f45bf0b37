/** An operation of a document. The types are of what it takes and gives; there is nothing of them at run time. */
export interface Operation<Result, Variables> {
  document: string;
  name: string;
  kind: "query" | "mutation" | "subscription";
  types?: (variables: Variables) => Result;
}
