import type { Values } from "../forms/form";
import { person } from "../shell/session";

/** What somebody has typed and not saved yet, with what it began from. It stays in the browser until it is saved. */
export interface Draft {
  base: Values;
  values: Values;
  /** When it was typed, in milliseconds since 1970. */
  at: number;
}

const key = (document: string) => `findcare-desk-draft ${person.get()?.id ?? ""} ${document}`;

/** Keeps a draft; where the browser has no room, the page alone has it. */
export function keepDraft(document: string, draft: Draft) {
  try {
    localStorage.setItem(key(document), JSON.stringify(draft));
  } catch {
    // the guard of the page still asks before it is left
  }
}

/** The draft of a document, null where there is none. */
export function draftOf(document: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key(document)) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

export const dropDraft = (document: string) => localStorage.removeItem(key(document));
