import { choices, type Search, toggles } from "../search";
import { Change } from "./Change";
import type { Found } from "./Find";
import { values } from "./values";

interface Properties {
  search: Search;
  found?: Found;
  go(next: Search): void;
}

type Unused = NonNullable<Found["interpretation"]>["unused"][number];

/** Why words were not used, as the server says it. */
const reasons: Record<Unused["reason"], string> = {
  NOT_FOUND: "nothing here has it",
  NOT_RECORDED: "the directory does not record it",
  NOBODY_SAYS_SO: "no provider says so",
  ONLY_MENTIONED: "only some providers’ own words have it",
  NEEDS_PLACE: "enter a city or ZIP code",
  NEGATION: "a search leaves nobody out",
};

/** All that is asked for, each of which can be taken away: how the text was read, and the filters. */
function chipsOf({ search, found }: Properties) {
  const chips = (found?.interpretation?.intents ?? []).map(({ label, textWithout }) => ({ label, to: search.with({ q: textWithout }) }));
  for (const { parameter } of choices) {
    for (const { value, label, chosen } of values(parameter, search, found?.facets)) {
      if (chosen) chips.push({ label, to: search.toggle(parameter, value) });
    }
  }
  if (search.placed) {
    chips.push({ label: `Within ${search.within} miles of ${search.point ? "you" : search.place}, or by video`, to: search.with({ near: "" }) });
  }
  if (search.area) chips.push({ label: "In the area of the map", to: search.with({ area: "" }) });
  for (const { parameter, label } of toggles) {
    if (search.isSet(parameter)) chips.push({ label, to: search.with({ [parameter]: "" }) });
  }
  return chips;
}

/** What was searched for, what was not used of the text, and what was put right in it. */
export function Chips(properties: Properties) {
  const { search, found, go } = properties;
  const chips = chipsOf(properties);
  const unused = found?.interpretation?.unused ?? [];
  const corrected = (found?.interpretation?.intents ?? []).filter(({ textAsTyped }) => textAsTyped);
  if (chips.length + unused.length + corrected.length === 0) return null;
  return (
    <div class="asked">
      {chips.length > 0 && (
        <>
          <p id="asked">Searched for</p>
          <ul class="chips" aria-labelledby="asked">
            {chips.map(({ label, to }) => (
              <Chip key={label} label={label} to={to} go={go} />
            ))}
          </ul>
        </>
      )}
      {unused.length > 0 && (
        <>
          <p id="unused">Not used</p>
          <ul class="chips" aria-labelledby="unused">
            {unused.map(({ word, reason, textWithout }) => (
              <Chip key={word} label={word} to={search.with({ q: textWithout })} go={go} why={reasons[reason]} />
            ))}
          </ul>
        </>
      )}
      {corrected.map(({ words, correctedFrom, textAsTyped }) => (
        <p class="corrected" key={words}>
          Showing <strong>{words}</strong>.{" "}
          <Change to={search.with({ q: textAsTyped! })} go={go}>
            Search for “{correctedFrom}” instead
          </Change>
        </p>
      ))}
    </div>
  );
}

function Chip({ label, to, go, why }: { label: string; to: Search; go(next: Search): void; why?: string }) {
  return (
    <li>
      <Change to={to} go={go}>
        {label}
        <span class="quiet">: remove</span>
      </Change>
      {why && <> <span class="why">{why}</span></>}
    </li>
  );
}
