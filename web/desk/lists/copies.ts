import type { WorkingCopyKind } from "../generated/operations";

interface Copy {
  id: string;
  kind: WorkingCopyKind;
  content: string;
}

/** What a working copy is of; a new one may have no name yet. */
export function copyTitle({ kind, content }: Copy): string {
  const { name, title } = JSON.parse(content) as { name?: string; title?: string };
  return name || title || (kind === "ARTICLE" ? "Article without a title" : "Provider without a name");
}

/** The page of the document. */
export const copyAddress = ({ kind, id }: Copy) => `/desk/${kind === "ARTICLE" ? "articles" : "providers"}/${id}`;
