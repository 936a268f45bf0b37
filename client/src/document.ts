/** An operation. The types of what it takes and gives are there for the compiler only. */
export interface Document<Result, Variables, Kind extends "query" | "subscription" = "query" | "subscription"> {
  readonly name: string;
  readonly kind: Kind;
  readonly text: string;
  /** The SHA-256 of the text, by which a server can know it. Without it, the text is sent. */
  readonly hash?: string;
  readonly types?: (variables: Variables) => Result;
}

/** What an operation gives. */
export type ResultOf<D> = D extends { readonly types?: (variables: never) => infer Result } ? Result : never;
