import { parse, type DocumentNode } from "graphql";
import type { Document } from "./document.js";
import * as fragments from "./generated/fragments.js";
import * as operations from "./generated/operations.js";

/** A document for Apollo Client, urql and others, with the types of what it takes and gives. */
export type TypedDocumentNode<Result, Variables> = DocumentNode & { __apiType?: (variables: Variables) => Result };

const nodeOf = <Result, Variables>({ text }: Document<Result, Variables>): TypedDocumentNode<Result, Variables> => parse(text, { noLocation: true });

export const CarePageDocument = nodeOf(operations.CarePage);
export const SearchProvidersDocument = nodeOf(operations.SearchProviders);
export const ProfileDocument = nodeOf(operations.Profile);
export const SuggestDocument = nodeOf(operations.Suggest);
export const DirectoryChangedDocument = nodeOf(operations.DirectoryChanged);
export const ProviderChangedDocument = nodeOf(operations.ProviderChanged);

const fragmentOf = <Data>(text: string): TypedDocumentNode<Data, Record<string, never>> => parse(text, { noLocation: true });

// Most hold the fragments that they use, too: where a cache asks for fragmentName, it is the name without FragmentDoc.
export const ProviderCardFragmentDoc = fragmentOf<operations.ProviderCardFragment>(fragments.ProviderCard);
export const ProviderProfileFragmentDoc = fragmentOf<operations.ProviderProfileFragment>(fragments.ProviderProfile);
export const ArticlePageFragmentDoc = fragmentOf<operations.ArticlePageFragment>(fragments.ArticlePage);
export const SectionTextFragmentDoc = fragmentOf<operations.SectionTextFragment>(fragments.SectionText);
export const CrisisFragmentDoc = fragmentOf<operations.CrisisFragment>(fragments.Crisis);
export const FacetCountFragmentDoc = fragmentOf<operations.FacetCountFragment>(fragments.FacetCount);

const hashes = new Map(Object.values(operations).map(({ name, hash }) => [name, hash]));

/** The hash in persisted-documents.json of one of the documents above, also of a copy that a cache has made. It throws for others. */
export function hashOf(document: DocumentNode): string {
  for (const definition of document.definitions) {
    const hash = definition.kind === "OperationDefinition" && hashes.get(definition.name?.value ?? "");
    if (hash) return hash;
  }
  throw new Error("not a document of findcare-client");
}
