import { choices, type Search, toggles } from "../search";
import { Change } from "./Change";
import type { Found } from "./Find";
import { values } from "./values";

interface Properties {
  search: Search;
  facets?: Found["facets"];
  go(next: Search): void;
}

/** All that is asked for besides the text; each can be taken away. */
export function Chips({ search, facets, go }: Properties) {
  const chips = choices.flatMap(({ parameter }) =>
    values(parameter, search, facets)
      .filter((value) => value.chosen)
      .map(({ value, label }) => ({ label, to: search.toggle(parameter, value) })),
  );
  if (search.placed) {
    chips.push({ label: `Within ${search.within} miles of ${search.point ? "you" : search.zip}`, to: search.with({ near: "" }) });
  }
  for (const { parameter, label } of toggles) {
    if (search.isSet(parameter)) chips.push({ label, to: search.with({ [parameter]: "" }) });
  }
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label="What is asked for">
      {chips.map(({ label, to }) => (
        <li key={label}>
          <Change to={to} go={go}>
            {label}
            <span class="quiet">: remove</span>
          </Change>
        </li>
      ))}
    </ul>
  );
}
