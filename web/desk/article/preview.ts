import { request } from "../api/client";
import { Preview } from "../generated/operations";
import type { Editing } from "../document/editing";

interface Rendered {
  lead?: string;
  body?: string;
  sections?: Rendered[];
}

/** The HTML of a Markdown field as the server renders it. What is filled in is saved first, so that it is that text. */
export async function previewOf(editing: Editing, place: string): Promise<string> {
  if (editing.mayEdit && editing.isDirty() && !(await editing.save())) throw new Error("the text is not saved yet, so it cannot be shown");
  const { workingCopy, article } = await request(Preview, { id: editing.id });
  let at: unknown = (workingCopy?.article ?? article) as Rendered;
  for (const part of place.split("-")) at = (at as Record<string, unknown> | undefined)?.[part];
  return typeof at === "string" ? at : "";
}
