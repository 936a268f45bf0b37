import type { Operation } from "../api/operation";
import * as operations from "../generated/operations";
import type { Kind } from "../forms/form";

export interface UserError {
  code: string;
  message: string;
  field: string[];
}

/** What every change of a whole document gives. */
export interface Done {
  done: { document?: { id: string; revision: number } | null; userErrors: UserError[] };
}

type Change = Operation<Done, Record<string, unknown>>;

/** A kind of documents, as the desk knows it. */
export interface KindOfDocument {
  kind: Kind;
  /** In addresses. */
  path: string;
  /** What one is called. */
  one: string;
  /** The prefix of ids. */
  prefix: string;
  /** Whether changes go through a working copy; else they are public at once. */
  copies: boolean;
  create?: Change;
  update?: Change;
  remove: Change;
}

const of = (kind: Kind, prefix: string, remove: unknown, create?: unknown, update?: unknown): KindOfDocument => ({
  kind,
  path: `${kind.toLowerCase()}s`,
  one: kind.toLowerCase(),
  prefix,
  copies: !update,
  create: create as Change,
  update: update as Change,
  remove: remove as Change,
});

const o = operations;

/** All kinds, by their part of the address. */
export const kinds: Record<string, KindOfDocument> = Object.fromEntries(
  [
    of("Provider", "prv", o.DeleteProvider),
    of("Article", "art", o.DeleteArticle),
    of("Condition", "cnd", o.DeleteCondition, o.CreateCondition, o.UpdateCondition),
    of("Treatment", "trt", o.DeleteTreatment, o.CreateTreatment, o.UpdateTreatment),
    of("Credential", "crd", o.DeleteCredential, o.CreateCredential, o.UpdateCredential),
    of("Insurer", "ins", o.DeleteInsurer, o.CreateInsurer, o.UpdateInsurer),
  ].map((kind) => [kind.path, kind]),
);

/** An id for a new document. It is chosen here, so that a save whose answer was lost can be sent again. */
export function newID({ prefix }: KindOfDocument): string {
  const letters = "0123456789abcdefghjkmnpqrstvwxyz";
  return `${prefix}_${Array.from(crypto.getRandomValues(new Uint8Array(26)), (byte) => letters[byte % 32]).join("")}`;
}
