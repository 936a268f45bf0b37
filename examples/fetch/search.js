// The one query of the page: results, facets and, where the words call for it, whom to call now.
const query = `
  query Search($filter: ProviderFilter, $after: String) {
    providers(filter: $filter, first: 10, after: $after) {
      totalCount
      nodes { id name profileUrl summary acceptingNewClients locations { label } }
      pageInfo { hasNextPage endCursor }
      facets {
        conditions(first: 8) { count condition { slug name } }
        sessionFormats { value count }
        languages(first: 8) { value count }
      }
      crisisResources { name callNumber smsNumber smsKeyword note url description }
    }
  }
`;

/** Searches for providers. POST keeps what people type out of the logs of proxies. */
export async function search(server, { text, conditions, sessionFormats, languages, after }, signal) {
  const filter = { text: text || undefined, conditions, sessionFormats, languages };
  const response = await fetch(`${server}/graphql`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
    body: JSON.stringify({ query, variables: { filter, after } }),
    signal,
  });
  const { data, errors } = await response.json();
  if (errors || !data) {
    throw new Error(errors?.[0]?.message ?? `status ${response.status}`);
  }
  return data.providers;
}

const formats = { IN_PERSON: "In person", VIDEO: "By video", PHONE: "By phone" };

/** The facets as groups of checkboxes. The name of a group is the field of the filter. */
export const groupsOf = ({ conditions, sessionFormats, languages }) => [
  { name: "conditions", label: "Condition", options: conditions.map(({ condition, count }) => ({ value: condition.slug, label: condition.name, count })) },
  { name: "sessionFormats", label: "Sessions", options: sessionFormats.map(({ value, count }) => ({ value, label: formats[value] ?? value, count })) },
  { name: "languages", label: "Language", options: languages.map(({ value, count }) => ({ value, label: value, count })) },
];

export const nothingChosen = { text: "", conditions: [], sessionFormats: [], languages: [] };

/** The links of a crisis resource: to call, and to send a message. */
export function linksOf({ callNumber, smsNumber, smsKeyword }) {
  const links = [];
  if (callNumber) links.push({ href: `tel:${callNumber}`, label: `Call ${callNumber}` });
  if (smsNumber) {
    const body = smsKeyword ? `?body=${encodeURIComponent(smsKeyword)}` : "";
    links.push({ href: `sms:${smsNumber}${body}`, label: `Text ${smsKeyword ? `${smsKeyword} to ` : ""}${smsNumber}` });
  }
  return links;
}
