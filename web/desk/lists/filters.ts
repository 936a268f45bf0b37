import { choices, toggles } from "../../src/search";
import type { ArticleFilter, ProviderFacetValuesFragment, ProviderFilter } from "../generated/operations";

/** The facets of the search page, with the words of editors where they differ. The parameters of the address are the same. */
export const facets = choices.map(({ parameter, filter, legend }) => ({
  parameter,
  filter,
  legend: { format: "Session format", age: "Age group", people: "Population" }[parameter as string] ?? legend,
}));

/** What is asked for, with parameters as the search page has them. */
export function providerFilter(search: URLSearchParams): ProviderFilter {
  const filter: Record<string, unknown> = {};
  const text = search.get("q")?.trim();
  if (text) filter.text = text;
  const place = search.get("near")?.trim();
  if (place) filter.near = { at: { place } };
  for (const { parameter, filter: member } of facets) {
    const chosen = search.getAll(parameter);
    if (chosen.length > 0) filter[member] = chosen;
  }
  for (const { parameter, filter: member } of toggles) if (search.get(parameter)) filter[member] = true;
  return filter as ProviderFilter;
}

export function articleFilter(search: URLSearchParams): ArticleFilter {
  const text = search.get("q")?.trim();
  return text ? { text } : {};
}

export interface Value {
  value: string;
  label: string;
  count: number;
}

/** The values of a facet, by its parameter. */
export function valuesOf(found: ProviderFacetValuesFragment): Record<string, Value[]> {
  return {
    condition: found.conditions.map(({ condition: { slug, label }, count }) => ({ value: slug, label, count })),
    treatment: found.treatments.map(({ treatment: { slug, label }, count }) => ({ value: slug, label, count })),
    credential: found.credentials.map(({ credential: { slug, label }, count }) => ({ value: slug, label, count })),
    state: found.states,
    city: found.cities,
    language: found.languages,
    insurance: found.insurances,
    format: found.sessionFormats,
    age: found.ageGroups,
    open: found.openAt,
    access: found.accessibility,
    help: found.languageServices,
    gender: found.genders,
    identity: found.identities,
    faith: found.faiths,
    people: found.populations,
  };
}
