import { forms } from "../generated/forms";

/** The forms as they are generated from the schema and the rules. */
export interface Forms {
  kinds: Record<string, Field[]>;
  parts: Record<string, Field[]>;
  choices: Record<string, [value: string, label: string][]>;
}

/** A field of a form; see tools/forms. */
export interface Field {
  name: string;
  label: string;
  help?: string;
  control: string;
  list?: boolean;
  of?: string;
  required?: boolean;
  unsaid?: boolean;
  maxLength?: number;
  maxMembers?: number;
  pattern?: string;
  says?: string;
  min?: number;
  max?: number;
  past?: boolean;
  clears?: string;
  members?: boolean;
}

/** What is filled in, by the names of fields, as in the directory format. */
export type Values = Record<string, unknown>;

/** The type of a document. */
export type Kind = "Provider" | "Article" | "Condition" | "Treatment" | "Credential" | "Insurer";

export const fieldsOf = (kind: Kind): Field[] => forms.kinds[kind]!;
export const partsOf = (field: Field): Field[] => forms.parts[field.of!] ?? [];
export const choicesOf = (field: Field) => forms.choices[field.of!] ?? [];

/** Whether nothing is filled in. */
export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Whether two values say the same, where the ids of members and what is blank say nothing. */
export function same(one: unknown, other: unknown, field?: Field): boolean {
  return JSON.stringify(plain(one, field)) === JSON.stringify(plain(other, field));
}

/** A value without ids of members and without what is blank, with its members in order. */
function plain(value: unknown, field?: Field): unknown {
  if (Array.isArray(value)) return value.length > 0 || field?.unsaid ? value.map((item) => plain(item)) : null;
  if (value === null || value === undefined || value === "" || value === false) return field?.unsaid && value === false ? false : null;
  if (typeof value !== "object") return value;
  const members = Object.entries(value)
    .filter(([name, member]) => name !== "id" && plain(member) !== null)
    .map(([name, member]) => [name, plain(member)] as const);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a part begins with: what it needs, and can be guessed. */
export function blankPart(field: Field): Values {
  const guess = (inner: Field): unknown => {
    if (inner.of === "currency") return "USD";
    if (inner.control === "date") return new Date().toISOString().slice(0, 10);
    if (inner.control === "choice" && inner.of !== "State") return choicesOf(inner)[0]?.[0];
    return undefined;
  };
  return Object.fromEntries(partsOf(field).flatMap((inner) => (inner.required && guess(inner) ? [[inner.name, guess(inner)]] : [])));
}

/** The fields of the values that a form has. */
export function pick(fields: Field[], content: Values): Values {
  return Object.fromEntries(fields.filter(({ name }) => name in content).map(({ name }) => [name, content[name]]));
}

/** How people call a member of a list, by what is filled in. */
export function memberName(value: unknown): string {
  const { heading, title, city, street, number, language, day, plan } = (value ?? {}) as Record<string, string | undefined>;
  return heading || title || [street, city].filter(Boolean).join(", ") || number || language || plan || (day ? day[0] + day.slice(1).toLowerCase() : "");
}
