import type { Parameter, Search, Toggle } from "../search";
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

/** All values that can be asked for, with their labels, by parameter: as the server's page has them, and as results add to them. */
const options = new Map<string, Map<string, string>>();

function learnOne(parameter: string, value: string, label: string) {
  const known = options.get(parameter) ?? new Map<string, string>();
  if (known.size === 0) options.set(parameter, known);
  known.set(value, label);
}

/** Learns what can be asked for from the page that the server made. */
export function learn(page: Element) {
  for (const box of page.querySelectorAll<HTMLInputElement>(".check input")) {
    const label = box.nextElementSibling?.textContent;
    if (label) learnOne(box.name, box.value, label);
  }
}

/** The values of a facet: those that results have, then chosen ones that nobody has any more, then all others. */
export function values(parameter: Parameter, search: Search, facets?: Facets): Value[] {
  const chosen = search.chosen(parameter);
  const found = facets ? known(parameter, facets) : [];
  for (const { value, label } of found) learnOne(parameter, value, label);
  const labels = options.get(parameter) ?? new Map<string, string>();
  const all = new Map<string, Omit<Value, "chosen">>();
  for (const value of found) all.set(value.value, value);
  for (const value of [...chosen, ...labels.keys()]) {
    if (!all.has(value)) all.set(value, { value, label: labels.get(value) ?? value, count: 0 });
  }
  return [...all.values()].map((v) => ({ ...v, chosen: chosen.includes(v.value) }));
}

/** How many of the results have what a toggle asks for. */
export function having(toggle: Toggle, facets: Facets): number {
  const counts = {
    accepting: facets.acceptingNewClients,
    openings: facets.hasOpenings,
    free: facets.freeConsultation,
    sliding: facets.slidingScale,
    prescribes: facets.prescribes,
  }[toggle];
  return counts.find(({ value }) => value === "true")?.count ?? 0;
}
