import { createContext } from "preact";
import type { Values } from "./form";

/** What all fields of a form share. */
export interface FormContext {
  /** What the server says of a field, by its place, such as locations-0-phone. */
  errors: Record<string, string[]>;
  /** The server's own rendering of a Markdown field, saved as it is now. */
  preview?(place: string): Promise<string>;
}

export const Context = createContext<FormContext>({ errors: {} });

/** The id of the element of a field. */
export const idOf = (place: string) => `field-${place}`;

export type Change = (value: unknown) => void;

/** Sets or removes a value. */
export function withValue(values: Values, name: string, value: unknown): Values {
  const changed = { ...values, [name]: value };
  if (value === undefined) delete changed[name];
  return changed;
}

/** Moves the focus to a field. */
export function focusField(place: string) {
  const element = document.getElementById(idOf(place));
  const target = element?.matches("input, textarea, select") ? element : (element?.querySelector<HTMLElement>("input, textarea, select, button") ?? element);
  element?.scrollIntoView({ block: "center" });
  target?.focus({ preventScroll: true });
}
