import { choices, type Parameter, type Search, toggles } from "../search";
import { number } from "../words";
import type { Found } from "./Find";
import { type Value, values } from "./values";

interface Properties {
  search: Search;
  facets?: Found["facets"];
  go(next: Search): void;
}

const firstValues = 6;

/** What to narrow a search by, with how many there are of each. */
export function Facets({ search, facets, go }: Properties) {
  return (
    <details class="filters">
      <summary>Filters</summary>
      <div class="groups">
        {toggles.map(({ parameter, label }) => (
          <label class="check" key={parameter}>
            <input
              type="checkbox"
              name={parameter}
              value="1"
              checked={search.isSet(parameter)}
              onChange={() => go(search.with({ [parameter]: search.isSet(parameter) ? "" : "1" }))}
            />{" "}
            <span>{label}</span>
          </label>
        ))}
        {choices.map(({ parameter, legend }) => (
          <Group key={parameter} parameter={parameter} legend={legend} values={values(parameter, search, facets)} toggle={(v) => go(search.toggle(parameter, v))} />
        ))}
      </div>
    </details>
  );
}

interface GroupProperties {
  parameter: Parameter;
  legend: string;
  values: Value[];
  toggle(value: string): void;
}

function Group({ parameter, legend, values, toggle }: GroupProperties) {
  if (values.length === 0 || parameter === "city") return null;
  const at = values.length > firstValues + 1 ? firstValues : values.length;
  const rest = values.slice(at);
  const box = (value: Value) => (
    <label class="check" key={value.value}>
      <input type="checkbox" name={parameter} value={value.value} checked={value.chosen} onChange={() => toggle(value.value)} />{" "}
      <span>{value.label}</span> <span class="number">{number(value.count)}</span>
    </label>
  );
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
