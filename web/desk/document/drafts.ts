import type { Values } from "../forms/form";

/** What somebody has typed and not saved yet, with what it began from. It stays in the browser until it is saved. */
export interface Draft {
  base: Values;
  values: Values;
  /** When it was typed, in milliseconds since 1970. */
  at: number;
}

/** The key of what a person has typed in a document. */
export const draftKey = (person: string, document: string) => `findcare-desk-draft ${person} ${document}`;

/** Keeps a draft; where the browser has no room, the page alone has it. */
export function keepDraft(key: string, draft: Draft) {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // the guard of the page still asks before it is left
  }
}

/** The draft of a key, null where there is none. */
export function draftOf(key: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
}

export const dropDraft = (key: string) => localStorage.removeItem(key);
