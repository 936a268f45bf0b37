import { useEffect, useRef, useState } from "react";
import { groupsOf, linksOf, nothingChosen } from "./search.js";
import { useSearch } from "./useSearch.js";

/** A search for providers: words, facets, and more results on demand. */
export function Search() {
  const [chosen, setChosen] = useState(nothingChosen);
  const { pages, last, loading, error, first, more, retry } = useSearch(chosen);
  const list = useRef(null);
  useEffect(() => {
    const shown = pages.slice(0, -1).reduce((sum, page) => sum + page.nodes.length, 0);
    if (shown > 0) list.current.children[shown]?.querySelector("a").focus(); // where the new results begin
  }, [pages]);
  const choose = (change) => {
    first(); // of another search, the first page
    setChosen({ ...chosen, ...change });
  };
  return (
    <>
      <h1>Find care</h1>
      <form role="search" onSubmit={(event) => event.preventDefault()}>
        <div>
          <label htmlFor="text">Condition, treatment, name or place</label>{" "}
          <input id="text" type="search" autoComplete="off" value={chosen.text}
            onChange={(event) => choose({ text: event.target.value })} />
        </div>
        {last && groupsOf(last.facets).map((group) => (
          <Facet key={group.name} group={group} chosen={chosen[group.name]}
            onChange={(values) => choose({ [group.name]: values })} />
        ))}
      </form>
      <p role="status">{loading ? "Loading…" : last && !error && countOf(last.totalCount)}</p>
      {error && (
        <div role="alert">
          <p>The search did not work: {error.message}</p>
          <button type="button" onClick={retry}>Try again</button>
        </div>
      )}
      {last?.crisisResources.length > 0 && <Crisis resources={last.crisisResources} />}
      <ul id="results" ref={list} aria-label="Providers">
        {pages.flatMap((page) => page.nodes).map((provider) => <Provider key={provider.id} {...provider} />)}
      </ul>
      {last?.pageInfo.hasNextPage && (
        <button id="more" type="button" disabled={loading} onClick={more}>Show more providers</button>
      )}
      <p>Listings hold what providers say about themselves. They are not medical advice.</p>
    </>
  );
}

const countOf = (total) => (total === 1 ? "1 provider" : `${total} providers`);

function Facet({ group: { name, label, options }, chosen, onChange }) {
  const toggle = (value, checked) => onChange(checked ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.map(({ value, label, count }) => (
        <label key={value}>
          <input type="checkbox" name={name} value={value} checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)} />{" "}
          {label} ({count})
        </label>
      ))}
    </fieldset>
  );
}

function Provider({ name, profileUrl, summary, acceptingNewClients, locations }) {
  return (
    <li>
      <h2><a href={profileUrl}>{name}</a></h2>
      <p>{summary}</p>
      <p>{[locations[0]?.label, acceptingNewClients && "Accepting new clients"].filter(Boolean).join(" · ")}</p>
    </li>
  );
}

function Crisis({ resources }) {
  return (
    <aside className="crisis" aria-labelledby="crisis-heading">
      <h2 id="crisis-heading">Help right now</h2>
      <ul>
        {resources.map((resource) => (
          <li key={resource.name}>
            <p><a href={resource.url}>{resource.name}</a></p>
            <p>{linksOf(resource).map(({ href, label }) => <a key={href} href={href}>{label} </a>)}</p>
            <p>{resource.description} {resource.note}</p>
          </li>
        ))}
      </ul>
    </aside>
  );
}
