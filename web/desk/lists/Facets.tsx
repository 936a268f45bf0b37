import { useEffect, useState } from "preact/hooks";
import { toggles } from "../../src/search";
import { ProviderFacets, ProviderFacetsInState, type ProviderFacetValuesFragment, type ProviderState } from "../generated/operations";
import { request } from "../api/client";
import { setSearch } from "../shell/router";
import { number } from "../shell/words";
import { facets, providerFilter, valuesOf } from "./filters";

// How people read the values that were seen, also of those that nobody has any more.
const labels = new Map<string, string>();

const firstPage = { after: null, before: null };

/** What narrows the list of providers: the facets of the public search. They are asked for when they are opened. */
export function Facets({ search }: { search: URLSearchParams }) {
  const chosen = facets.reduce((n, { parameter }) => n + search.getAll(parameter).length, 0) + toggles.filter(({ parameter }) => search.has(parameter)).length;
  const [open, setOpen] = useState(chosen > 0);
  return (
    <details class="facets panel" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Filters{chosen > 0 && ` (${chosen})`}
      </summary>
      {open && <Groups search={search} />}
      {chosen > 0 && (
        <button type="button" class="second" onClick={() => setSearch(Object.fromEntries([...facets, ...toggles].map(({ parameter }) => [parameter, null])))}>
          Clear all
        </button>
      )}
    </details>
  );
}

function useValues(search: URLSearchParams) {
  const [found, setFound] = useState<ProviderFacetValuesFragment | null>(null);
  const filter = providerFilter(search);
  const state = search.get("list") as ProviderState | null;
  const asked = JSON.stringify([filter, state]);
  useEffect(() => {
    const { signal, abort } = controller();
    const answer = state ? request(ProviderFacetsInState, { filter, state }, { signal }) : request(ProviderFacets, { filter }, { signal });
    answer.then(({ providers }) => signal.aborted || setFound(providers.facets), () => {}); // the list tells of the same fault
    return abort;
  }, [asked]);
  return found && valuesOf(found);
}

function controller() {
  const asked = new AbortController();
  return { signal: asked.signal, abort: () => asked.abort() };
}

function Groups({ search }: { search: URLSearchParams }) {
  const values = useValues(search);
  if (!values) return <p class="soft">Loading…</p>;
  return (
    <div class="groups">
      <fieldset>
        <legend>Care</legend>
        {toggles.map(({ parameter, label }) => (
          <label key={parameter} class="check">
            <input
              type="checkbox"
              checked={search.has(parameter)}
              onChange={(event) => setSearch({ [parameter]: event.currentTarget.checked ? "1" : null, ...firstPage })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {facets.map(({ parameter, legend }) => {
        const chosen = search.getAll(parameter);
        const all = values[parameter] ?? [];
        for (const { value, label } of all) labels.set(`${parameter} ${value}`, label);
        const missing = chosen
          .filter((value) => !all.some((one) => one.value === value))
          .map((value) => ({ value, label: labels.get(`${parameter} ${value}`) ?? value, count: 0 }));
        if (all.length + missing.length === 0) return null;
        return (
          <fieldset key={parameter}>
            <legend>{legend}</legend>
            <div class="values">
              {[...missing, ...all].map(({ value, label, count }) => (
                <label key={value} class="check">
                  <input
                    type="checkbox"
                    name={parameter}
                    value={value}
                    checked={chosen.includes(value)}
                    onChange={(event) =>
                      setSearch({
                        [parameter]: event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
                        ...firstPage,
                      })
                    }
                  />
                  <span>{label}</span> <span class="number">{number(count)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
