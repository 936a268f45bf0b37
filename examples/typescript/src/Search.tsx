import { useState } from "preact/hooks";
import { SearchProviders, type ProviderCardFragment, type SessionFormat } from "findcare-client";
import { Crisis } from "./Crisis";
import { Failure } from "./Failure";
import { useQuery } from "./useQuery";

/** A search by words and by how people meet, a page at a time. */
export function Search({ version }: { version: string }) {
  const [text, setText] = useState("");
  const [formats, setFormats] = useState<SessionFormat[]>([]);
  const [after, setAfter] = useState<string | null>(null);
  const { data, error, retry } = useQuery(SearchProviders, { filter: { text, sessionFormats: formats }, first: 10, after }, version);
  const found = data?.providers;
  const toggle = (format: SessionFormat) => {
    setFormats(formats.includes(format) ? formats.filter((one) => one !== format) : [...formats, format]);
    setAfter(null);
  };
  const search = (words: string) => {
    setText(words);
    setAfter(null);
  };
  return (
    <>
      <h1>Find care</h1>
      <input id="text" type="search" aria-label="Search" value={text} onInput={({ currentTarget }) => search(currentTarget.value)} />
      {error && <Failure error={error} retry={retry} />}
      {!found && !error && <p>One moment</p>}
      {found && (
        <>
          <Crisis resources={found.crisisResources} />
          <p role="status">{found.totalCount} providers</p>
          {found.facets.sessionFormats.map(({ value, label, count }) => (
            <label key={value}>
              <input type="checkbox" value={value} checked={formats.includes(value as SessionFormat)} onChange={() => toggle(value as SessionFormat)} />{" "}
              {label} ({count})
            </label>
          ))}
          <ol id="results">
            {found.edges.map(({ node, matches }) => <Card key={node.id} provider={node} matches={matches} />)}
          </ol>
          {found.relaxations.map(({ label, totalCount }) => <p key={label}>{label}: {totalCount}</p>)}
          {after && <button id="first" type="button" onClick={() => setAfter(null)}>First page</button>}
          {found.pageInfo.hasNextPage && <button id="next" type="button" onClick={() => setAfter(found.pageInfo.endCursor)}>Next page</button>}
        </>
      )}
    </>
  );
}

function Card({ provider, matches }: { provider: ProviderCardFragment; matches: string[] }) {
  return (
    <li>
      <a href={`#${provider.slug}`}>{provider.name}</a> {provider.summary} {matches.join(", ")}
      {provider.unconfirmed && <small> Not confirmed lately</small>}
    </li>
  );
}
