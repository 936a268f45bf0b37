import type { Parameter, Search } from "../search";
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
  switch (parameter) {
    case "condition":
      return facets.conditions.map(({ condition: { slug, label }, count }) => ({ value: slug, label, count }));
    case "treatment":
      return facets.treatments.map(({ treatment: { slug, label }, count }) => ({ value: slug, label, count }));
    case "credential":
      return facets.credentials.map(({ credential: { slug, label }, count }) => ({ value: slug, label, count }));
    case "state":
      return facets.states;
    case "language":
      return facets.languages;
    case "insurance":
      return facets.insurances;
    case "format":
      return facets.sessionFormats;
    case "age":
      return facets.ageGroups;
    case "open":
      return facets.openAt;
    case "access":
      return facets.accessibility;
    case "help":
      return facets.languageServices;
    case "gender":
      return facets.genders;
    case "identity":
      return facets.identities;
    case "faith":
      return facets.faiths;
    case "people":
      return facets.populations;
    case "city":
      return [];
  }
}

/** The labels of all values that were shown so far: those of a choice that nobody has any more, too. */
const labels = new Map<string, string>();

/** Learns the labels of what the server shows. */
export function learn(filters: Element) {
  for (const box of filters.querySelectorAll<HTMLInputElement>(".check input")) {
    const label = box.nextElementSibling?.textContent;
    if (label) labels.set(`${box.name} ${box.value}`, label);
  }
}

/** A label for a value that no result tells the label of. */
function readable(parameter: Parameter, value: string): string {
  return labels.get(`${parameter} ${value}`) ?? value;
}

/** The values of a facet that somebody has, and those that are chosen though nobody has them. */
export function values(parameter: Parameter, search: Search, facets?: Facets): Value[] {
  const chosen = search.chosen(parameter);
  const all = facets ? known(parameter, facets) : [];
  for (const { value, label } of all) labels.set(`${parameter} ${value}`, label);
  const missing = chosen.filter((value) => !all.some((v) => v.value === value));
  return [...all, ...missing.map((value) => ({ value, label: readable(parameter, value), count: 0 }))].map((v) => ({
    ...v,
    chosen: chosen.includes(v.value),
  }));
}
