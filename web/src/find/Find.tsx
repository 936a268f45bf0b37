import { useEffect, useRef, useState } from "preact/hooks";
import { query, ServerError } from "../client";
import { Combobox, destination, placeholder, type Suggestion } from "../combobox";
import type { FindQuery } from "../generated/operations";
import * as operations from "../operations";
import { mostShown, nearMe, type Point, type Search, searchOf, step } from "../search";
import { providers } from "../words";
import { Card } from "./Card";
import { Chips } from "./Chips";
import { Crisis } from "./Crisis";
import { Facets } from "./Facets";
import { MapOfResults } from "./MapOfResults";
import { Nothing } from "./Nothing";

export type Found = FindQuery["providers"];

interface Properties {
  first: Search;
  /** What the server has found for it already. */
  found?: Found;
  complaint: string;
}

const orders = [
  ["", "Best match"],
  ["RECOMMENDED", "Recommended"],
  ["DISTANCE", "Nearest"],
  ["EXPERIENCE", "Most experience"],
  ["RECENTLY_UPDATED", "Recently updated"],
  ["NAME", "Name"],
] as const;

/** The orders of a search: one without words and place is in the recommended one. */
function ordersOf(search: Search) {
  if (search.general) return [["", "Recommended"], ...orders.slice(3)] as const;
  return orders.filter(([value]) => value !== "DISTANCE" || search.placed);
}

/** The search page. The address always has the whole state of the search, but a person's whereabouts. */
export function Find({ first, found: given, complaint }: Properties) {
  const [search, setSearch] = useState(first);
  const [found, setFound] = useState(given);
  const [problem, setProblem] = useState(complaint);
  const [locating, setLocating] = useState(false);
  const asked = useRef<AbortController>(undefined);
  const list = useRef<HTMLOListElement>(null);

  async function load(next: Search) {
    asked.current?.abort();
    const request = (asked.current = new AbortController());
    try {
      const { providers: answer } = await query(operations.Find, next.variables, request.signal);
      if (request.signal.aborted) return;
      setFound(answer);
      setProblem("");
    } catch (error) {
      if (request.signal.aborted) return;
      setProblem(explained(error));
      setFound(undefined);
    }
  }

  /** Shows another search. Typing changes the address in place; what is ticked can be taken back with the back button. */
  function go(next: Search, typing = false) {
    const state = next.point ? { point: next.point } : null;
    if (typing) history.replaceState(state, "", next.path);
    else history.pushState(state, "", next.path);
    setSearch(next);
    if (!(typing && incomplete(next.place))) void load(next);
  }

  async function more() {
    const after = found?.pageInfo.endCursor;
    if (!found || !after) return;
    const had = found.edges.length;
    try {
      const { filter, orderBy } = search.variables;
      const { providers: next } = await query(operations.More, { filter, orderBy, first: step, after });
      setFound({ ...found, edges: [...found.edges, ...next.edges], pageInfo: next.pageInfo });
      const longer = search.with({ after: search.after, show: String(Math.min(search.shown + step, mostShown)) });
      history.replaceState(history.state, "", longer.path);
      setSearch(longer);
      // Somebody who goes by keyboard goes on where the new ones begin.
      requestAnimationFrame(() => list.current?.children[had]?.querySelector("a")?.focus());
    } catch (error) {
      setProblem(explained(error));
    }
  }

  function locate(then: (point: Point) => void) {
    setLocating(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false);
        // About a kilometre is near enough to search by.
        then({ latitude: Math.round(coords.latitude * 100) / 100, longitude: Math.round(coords.longitude * 100) / 100 });
      },
      () => {
        setLocating(false);
        setProblem("Your device does not tell where you are. A city or a ZIP code works as well.");
      },
      { maximumAge: 600_000, timeout: 10_000 },
    );
  }

  useEffect(() => {
    const back = () => {
      const earlier = searchOf(location.search, (history.state as { point?: Point } | null)?.point);
      setSearch(earlier);
      void load(earlier);
    };
    addEventListener("popstate", back);
    if (first.near === nearMe) {
      if (first.point) void load(first);
      else locate((point) => go(first.with({}, point), true));
    }
    return () => removeEventListener("popstate", back);
  }, []);

  function choose(suggestion: Suggestion) {
    const to = destination(suggestion, search);
    if (typeof to === "string") location.assign(to);
    else go(to);
  }

  return (
    <>
      <h1>Find care</h1>
      <form
        class="finding"
        action="/find"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          go(search.with({}));
        }}
      >
        <div class="bar" role="search" aria-label="Providers">
          <div class="box">
            <Combobox name="q" label="Search" placeholder={placeholder} value={search.typed} onType={(text) => go(search.with({ q: text }), true)} onChoose={choose} />
          </div>
          <Where search={search} locating={locating} go={go} locate={locate} />
          {search.area && <input type="hidden" name="area" value={search.area} />}
          <button type="submit">Search</button>
        </div>
        <div class="halves">
          <Facets search={search} found={found} go={go} />
          <section class="results" id="results" tabIndex={-1} aria-labelledby="results-heading">
            {!!found?.crisisResources.length && <Crisis resources={found.crisisResources} />}
            <div class="across">
              <h2 id="results-heading">
                <span role="status">{problem ? "This search cannot be done" : heading(found)}</span>
              </h2>
              <p class="sort">
                <label for="sort">Sort by</label>{" "}
                <select id="sort" name="sort" value={search.sort} onChange={(event) => go(search.with({ sort: event.currentTarget.value }))}>
                  {ordersOf(search).map(([value, label]) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </p>
            </div>
            {problem && <p class="problem">{problem}</p>}
            <Chips search={search} found={found} go={go} />
            {found?.totalCount === 0 && <Nothing found={found} search={search} go={go} />}
            {!!found?.articles.length && (
              <nav class="read" aria-labelledby="read-heading">
                <p id="read-heading">Articles</p>
                <ul>
                  {found.articles.map(({ slug, title }) => (
                    <li key={slug}>
                      <a href={`/care/${slug}`}>{title}</a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            {search.after && (
              <p>
                <a href={search.with({}).path}>Back to the first results</a>
              </p>
            )}
            {(!!found?.edges.length || search.area) && <MapOfResults search={search} go={go} />}
            <ol class="cards" ref={list}>
              {found?.edges.map((edge) => <Card key={edge.node.slug} edge={edge} />)}
            </ol>
            {found?.pageInfo.hasNextPage && <More search={search} cursor={found.pageInfo.endCursor ?? ""} more={more} />}
          </section>
        </div>
      </form>
    </>
  );
}

/** The button for more results; from a number on, it leads to a page of the next ones. */
function More({ search, cursor, more }: { search: Search; cursor: string; more(): void }) {
  const here = search.shown < mostShown;
  const next = here ? search.with({ after: search.after, show: String(search.shown + step) }) : search.with({ after: cursor });
  return (
    <p class="more">
      <a
        class="action"
        href={next.path}
        rel="nofollow"
        onClick={(event) => {
          if (!here || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          more();
        }}
      >
        {here ? "Show more" : "Next results"}
      </a>
    </p>
  );
}

interface WhereProperties {
  search: Search;
  locating: boolean;
  go(next: Search, typing?: boolean): void;
  locate(then: (point: Point) => void): void;
}

const distances = [5, 10, 25, 50, 100, 250];

const places: Suggestion["kind"][] = ["PLACE"];

/** Where to search: near a city or a ZIP code, or near the person. */
function Where({ search, locating, go, locate }: WhereProperties) {
  const miles = distances.includes(search.within) ? distances : [...distances, search.within];
  return (
    <>
      <div class="where">
        <div class="box">
          <Combobox
            name="near"
            label="City or ZIP"
            placeholder={search.point ? "Near you" : "Flint, MI or 48507"}
            kinds={places}
            value={search.typedPlace}
            onType={(near) => go(search.with({ near, area: "" }), true)}
            onLeave={() => incomplete(search.place) && go(search.with({}), false)}
            onChoose={({ text }) => go(search.with({ near: text, area: "" }))}
          />
        </div>
        <button
          type="button"
          class="me"
          disabled={locating}
          onClick={() => locate((point) => go(search.with({ near: nearMe, area: "" }, point)))}
        >
          {locating ? "Locating" : "Near me"}
        </button>
      </div>
      <div class="distance">
        <label for="within">Within</label>
        <select
          id="within"
          name="within"
          value={String(search.within)}
          onChange={(event) => go(search.with({ within: event.currentTarget.value }))}
        >
          {miles.map((m) => (
            <option key={m} value={String(m)}>
              {m} miles
            </option>
          ))}
        </select>
      </div>
    </>
  );
}

/** Whether somebody may still be typing a place: only ZIP codes show where they end. */
const incomplete = (place: string) => place !== "" && !/^\d{5}$/.test(place);

function heading(found?: Found): string {
  if (!found) return "";
  return found.totalCount === 0 ? "No provider matches" : providers(found.totalCount);
}

/** What an error says to people: without where in the operation it stands. */
function explained(error: unknown): string {
  if (error instanceof ServerError && error.code === "BAD_USER_INPUT") return error.message.replace(/^\S+: /, "");
  if (error instanceof ServerError && error.code === "RATE_LIMITED") return "That was a lot at once. Please wait a moment.";
  return "The server cannot be reached. Please try again in a moment.";
}
