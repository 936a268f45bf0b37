import type { FindQueryVariables, ProviderFilter, ProviderOrder } from "./generated/operations";

/** Parameters that may be given more than once, the list of the filter that each is for, and its legend. */
export const choices = [
  { parameter: "insurance", filter: "insurances", legend: "Insurance" },
  { parameter: "city", filter: "cities", legend: "City" },
  { parameter: "state", filter: "states", legend: "State" },
  { parameter: "format", filter: "sessionFormats", legend: "How you meet" },
  { parameter: "age", filter: "ageGroups", legend: "Works with" },
  { parameter: "condition", filter: "conditions", legend: "Concern" },
  { parameter: "treatment", filter: "treatments", legend: "Treatment" },
  { parameter: "language", filter: "languages", legend: "Language" },
  { parameter: "open", filter: "openAt", legend: "Hours" },
  { parameter: "people", filter: "populations", legend: "Experience with" },
  { parameter: "gender", filter: "genders", legend: "Gender" },
  { parameter: "identity", filter: "identities", legend: "Identity" },
  { parameter: "faith", filter: "faiths", legend: "Faith" },
  { parameter: "access", filter: "allOfAccessibility", legend: "Accessibility" },
  { parameter: "help", filter: "languageServices", legend: "Sign language and interpreters" },
  { parameter: "credential", filter: "credentials", legend: "Profession" },
] as const;

/** Parameters that are set or not, the filter that each sets to true, and its label. */
export const toggles = [
  { parameter: "accepting", filter: "acceptingNewClients", label: "Accepting new clients" },
  { parameter: "openings", filter: "hasOpenings", label: "Has openings" },
  { parameter: "free", filter: "freeConsultation", label: "Free first conversation" },
  { parameter: "sliding", filter: "slidingScale", label: "Sliding scale" },
  { parameter: "prescribes", filter: "prescribes", label: "Prescribes medication" },
] as const;

/** The parameter of a filter, by the name that the schema has for it. */
export function parameterOf(filter: string): string | undefined {
  if (filter === "near") return "near";
  if (filter === "text") return "q";
  if (filter === "within") return "area";
  return [...choices, ...toggles].find((one) => one.filter === filter)?.parameter;
}

export type Parameter = (typeof choices)[number]["parameter"];
export type Toggle = (typeof toggles)[number]["parameter"];

/** A point near which to search. It is never part of an address. */
export interface Point {
  latitude: number;
  longitude: number;
}

export const step = 20;
export const mostShown = 100;
export const nearMe = "me";
const usualMiles = 25;

/** The state of a search, as the address of the page has it. It does not change: with and without give another one. */
export class Search {
  constructor(
    private readonly parameters: URLSearchParams,
    readonly point?: Point,
  ) {}

  get text() {
    return this.parameters.get("q")?.trim() ?? "";
  }
  /** What is in the search box, with the spaces that are being typed. */
  get typed() {
    return this.parameters.get("q") ?? "";
  }
  get near() {
    return this.parameters.get("near")?.trim() ?? "";
  }
  /** The city or the ZIP code that was typed. */
  get place() {
    return this.near === nearMe ? "" : this.near;
  }
  /** What is in the field for a place, with the spaces that are being typed. */
  get typedPlace() {
    return this.near === nearMe ? "" : (this.parameters.get("near") ?? "");
  }
  /** The part of the map that is searched, "" where it is not asked for. */
  get area() {
    return this.parameters.get("area") ?? "";
  }
  get within() {
    const miles = Number(this.parameters.get("within"));
    return Number.isInteger(miles) && miles > 0 && miles <= 500 ? miles : usualMiles;
  }
  isSet(parameter: Toggle) {
    return !!this.parameters.get(parameter);
  }
  /** Whether there is a place to measure distances from. */
  get placed() {
    return this.place !== "" || !!this.point;
  }
  /** Whether neither words nor a place are asked for, which have orders of their own. */
  get general() {
    return this.text === "" && !this.placed;
  }
  get sort() {
    const sort = this.parameters.get("sort") ?? "";
    return (sort === "DISTANCE" && !this.placed) || (sort === "RECOMMENDED" && this.general) ? "" : sort;
  }
  get shown() {
    return Math.min(Math.max(Number.parseInt(this.parameters.get("show") ?? "", 10) || step, step), mostShown);
  }
  get after() {
    return this.parameters.get("after") ?? "";
  }
  chosen(parameter: Parameter): string[] {
    return this.parameters.getAll(parameter);
  }

  /** The search with other values of some parameters; "" and an empty list take one away. It begins at its first results. */
  with(changes: Record<string, string | string[]>, point = this.point): Search {
    const next = new URLSearchParams(this.parameters);
    next.delete("show");
    next.delete("after");
    for (const [parameter, value] of Object.entries(changes)) {
      next.delete(parameter);
      for (const one of [value].flat()) {
        if (one !== "") next.append(parameter, one);
      }
    }
    if (!next.get("near")) next.delete("within");
    return new Search(next, next.get("near") === nearMe ? point : undefined);
  }
  toggle(parameter: Parameter, value: string): Search {
    const chosen = this.chosen(parameter);
    return this.with({ [parameter]: chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value] });
  }

  /** Whether anything is asked for. */
  get narrowed() {
    return Object.keys(this.filter).length > 0;
  }

  get path() {
    const sorted = new URLSearchParams(this.parameters);
    sorted.sort(); // one search has one address
    const query = sorted.toString();
    return query ? `/find?${query}` : "/find";
  }

  get variables(): FindQueryVariables {
    const variables: FindQueryVariables = { filter: this.filter, first: this.shown };
    const order = this.sort || (this.general ? "RECOMMENDED" : "");
    if (order) variables.orderBy = order as ProviderOrder;
    if (this.after) variables.after = this.after;
    return variables;
  }
  /** The filter, of those who are in a box only: the part of it that is in the area. */
  filterWithin(box?: Box): ProviderFilter {
    return box ? { ...this.filter, within: { box: this.area ? shared(boxOf(this.area), box) : box } } : this.filter;
  }
  private get filter(): ProviderFilter {
    const filter: Record<string, unknown> = {};
    for (const { parameter, filter: list } of choices) {
      const values = this.chosen(parameter);
      if (values.length > 0) filter[list] = values;
    }
    if (this.text) filter.text = this.text;
    if (this.placed) {
      const at = this.point ? { point: this.point } : { place: this.place };
      filter.near = { at, withinMiles: this.within, orByVideoInState: true };
    }
    if (this.area) filter.within = { box: boxOf(this.area) };
    for (const { parameter, filter: name } of toggles) {
      if (this.isSet(parameter)) filter[name] = true;
    }
    return filter as ProviderFilter;
  }
}

export interface Box {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** A box as an address has it. What is none the server refuses. */
function boxOf(area: string): Box {
  const [south = NaN, west = NaN, north = NaN, east = NaN] = area.split(",").map(Number);
  return { south, west, north, east };
}

/** What is in both boxes; the first where there is nothing, or where one crosses the antimeridian. */
function shared(a: Box, b: Box): Box {
  const both = {
    south: Math.max(a.south, b.south), west: Math.max(a.west, b.west), north: Math.min(a.north, b.north), east: Math.min(a.east, b.east),
  };
  const empty = both.south > both.north || both.west > both.east;
  return empty || a.west > a.east || b.west > b.east ? a : both;
}

/** The search that an address is of. */
export function searchOf(query: string, point?: Point): Search {
  const given = new URLSearchParams(query);
  const known = new URLSearchParams();
  for (const { parameter } of choices) {
    for (const value of new Set(given.getAll(parameter).map((v) => v.trim()))) {
      if (value) known.append(parameter, value);
    }
  }
  const single = ["q", "near", "within", "area", "sort", "show", "after", ...toggles.map(({ parameter }) => parameter)];
  for (const parameter of single) {
    const value = given.get(parameter)?.trim();
    if (value) known.set(parameter, value);
  }
  return new Search(known, known.get("near") === nearMe ? point : undefined);
}
