import { useRef } from "preact/hooks";
import { choices, type Parameter, type Search, toggles } from "../search";
import { number, providers } from "../words";
import type { Found } from "./Find";
import { useMedia } from "./media";
import { having, type Value, values } from "./values";

interface Properties {
  search: Search;
  found?: Found;
  go(next: Search): void;
}

const firstValues = 6;

/** What to narrow a search by: beside the results where there is room, else in a sheet over them. */
export function Facets(properties: Properties) {
  const wide = useMedia("(min-width: 64rem)");
  if (!wide) return <Sheet {...properties} />;
  return (
    <details class="filters">
      <summary>Filters</summary>
      <Groups {...properties} />
    </details>
  );
}

/** The filters on a phone: a dialog, whose button says how many are found while one chooses. */
function Sheet(properties: Properties) {
  const { found, search } = properties;
  const sheet = useRef<HTMLDialogElement>(null);
  const chosen = choices.reduce((n, { parameter }) => n + search.chosen(parameter).length, 0) + toggles.filter(({ parameter }) => search.isSet(parameter)).length;
  return (
    <div class="filters">
      <button type="button" class="open" aria-haspopup="dialog" onClick={() => sheet.current?.showModal()}>
        Filters{chosen > 0 && ` (${chosen})`}
      </button>
      <dialog class="chooser" ref={sheet} aria-labelledby="filters-heading">
        <div class="across">
          <h2 id="filters-heading">Filters</h2>
          <button type="button" class="close" onClick={() => sheet.current?.close()}>
            Close
          </button>
        </div>
        <Groups {...properties} />
        <p class="show">
          <button type="button" onClick={() => sheet.current?.close()}>
            {found?.totalCount === 0 ? "No provider matches" : `Show ${found ? providers(found.totalCount) : "providers"}`}
          </button>
        </p>
      </dialog>
    </div>
  );
}

function Groups({ search, found, go }: Properties) {
  const facets = found?.facets;
  return (
    <div class="groups">
      <div class="toggles">
        {toggles.map(({ parameter, label }) => {
          const value = { value: "1", label, count: facets ? having(parameter, facets) : 0, chosen: search.isSet(parameter) };
          return <Box key={parameter} name={parameter} value={value} known={!!facets} toggle={() => go(search.with({ [parameter]: value.chosen ? "" : "1" }))} />;
        })}
      </div>
      {choices.map(({ parameter, legend }) => (
        <Group
          key={parameter}
          parameter={parameter}
          legend={legend}
          values={values(parameter, search, facets)}
          known={!!facets}
          toggle={(v) => go(search.toggle(parameter, v))}
        />
      ))}
    </div>
  );
}

interface GroupProperties {
  parameter: Parameter;
  legend: string;
  values: Value[];
  known: boolean;
  toggle(value: string): void;
}

function Group({ parameter, legend, values, known, toggle }: GroupProperties) {
  if (values.length === 0 || parameter === "city") return null;
  const at = values.length > firstValues + 1 ? firstValues : values.length;
  const rest = values.slice(at);
  const box = (value: Value) => <Box key={value.value} name={parameter} value={value} known={known} toggle={() => toggle(value.value)} />;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {values.slice(0, at).map(box)}
      {rest.length > 0 && (
        <details open={rest.some((value) => value.chosen)}>
          <summary>
            More<span class="quiet"> of: {legend}</span>
          </summary>
          {rest.map(box)}
        </details>
      )}
    </fieldset>
  );
}

interface BoxProperties {
  name: string;
  value: Value;
  /** Whether it is known how many have the value. */
  known: boolean;
  toggle(): void;
}

/** A value to tick. One that nobody has cannot be ticked, but taken back. */
function Box({ name, value: { value, label, count, chosen }, known, toggle }: BoxProperties) {
  return (
    <label class="check">
      <input type="checkbox" name={name} value={value} checked={chosen} disabled={known && count === 0 && !chosen} onChange={toggle} />{" "}
      <span>{label}</span> <span class="number">{known && number(count)}</span>
    </label>
  );
}
