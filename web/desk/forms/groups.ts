import type { Field, Kind } from "./form";

/** The headings of long forms, with their fields. What none of them names comes last, so that a new field is there by itself. */
const groups: Partial<Record<Kind, [heading: string, names: string[]][]>> = {
  Provider: [
    ["Name", ["name", "kind", "otherNames", "pronouns", "npi", "slug", "worksFor"]],
    ["Locations", ["locations"]],
    ["Contact", ["phones", "email", "website", "bookingUrl", "hours"]],
    ["Credentials and licenses", ["credentials", "licenses", "practicingSince", "prescribes"]],
    ["What they treat, and how", ["conditions", "treatments", "statement", "sessionFormats", "ageGroups", "populations"]],
    ["Openings", ["acceptingNewClients", "availability", "freeConsultation"]],
    ["Cost", ["sessionFee", "insurances", "coverage"]],
    ["Languages and access", ["languages", "languageSkills", "languageServices", "accessibility"]],
    ["Who they are", ["gender", "identities", "faith"]],
  ],
  Article: [
    ["Article", ["title", "topic", "lead"]],
    ["Sections", ["sections"]],
    ["Sources", ["sources"]],
    ["At the end", ["callToAction"]],
  ],
};

/** The fields of a form under their headings. */
export function grouped(kind: Kind, fields: Field[]): [heading: string, fields: Field[]][] {
  const known = groups[kind];
  if (!known) return [["", fields]];
  const named = known.map(([heading, names]): [string, Field[]] => [
    heading,
    names.flatMap((name) => fields.filter((field) => field.name === name)),
  ]);
  const rest = fields.filter(({ name }) => !known.some(([, names]) => names.includes(name)));
  return rest.length ? [...named, ["More", rest]] : named;
}
