import type { Parameter, Search } from "../search";
import { state, word } from "../words";
import type { Found } from "./Find";

/** A value of a facet. */
export interface Value {
  value: string;
  label: string;
  count: number;
  chosen: boolean;
}

type Facets = Found["facets"];

function known(parameter: Parameter, facets: Facets): Omit<Value, "chosen">[] {
  const plain = (values: { value: string; count: number }[], name = (value: string) => value) =>
    values.map(({ value, count }) => ({ value, label: name(value), count }));
  switch (parameter) {
    case "condition":
      return facets.conditions.map(({ condition: { slug, name }, count }) => ({ value: slug, label: name, count }));
    case "treatment":
      return facets.treatments.map(({ treatment: { slug, name }, count }) => ({ value: slug, label: name, count }));
    case "credential":
      return facets.credentials.map(({ credential: { slug, label }, count }) => ({ value: slug, label, count }));
    case "state":
      return plain(facets.states, state);
    case "language":
      return plain(facets.languages);
    case "insurance":
      return plain(facets.insurances);
    case "format":
      return plain(facets.sessionFormats, word);
    case "age":
      return plain(facets.ageGroups, word);
    case "city":
      return [];
  }
}

/** Words that are not capitalized within a name. */
const smallWords = ["a", "and", "for", "in", "of", "or", "the", "to", "with"];

/** Makes a name of a slug. */
const titled = (slug: string) =>
  slug
    .split("-")
    .map((w, i) => (i > 0 && smallWords.includes(w) ? w : w.charAt(0).toUpperCase() + w.slice(1)))
    .join(" ");

/** A label for a value that no result tells the label of. */
function readable(parameter: Parameter, value: string): string {
  if (parameter === "state") return state(value);
  return parameter === "condition" || parameter === "treatment" || parameter === "credential" ? titled(value) : word(value);
}

/** The values of a facet that somebody has, and those that are chosen though nobody has them. */
export function values(parameter: Parameter, search: Search, facets?: Facets): Value[] {
  const chosen = search.chosen(parameter);
  const all = facets ? known(parameter, facets) : [];
  const missing = chosen.filter((value) => !all.some((v) => v.value === value));
  return [...all, ...missing.map((value) => ({ value, label: readable(parameter, value), count: 0 }))].map((v) => ({
    ...v,
    chosen: chosen.includes(v.value),
  }));
}
