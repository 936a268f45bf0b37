import { parameterOf, type Search, searchOf } from "../search";
import { providers } from "../words";
import { Change } from "./Change";
import type { Found } from "./Find";

type Relaxation = Found["relaxations"][number];

/**
 * The search of a relaxation, undefined where the page has no parameter for what it changes. One that keeps the text and has no values
 * leaves the filter out.
 */
function relaxed(search: Search, { field, values, text }: Relaxation): Search | undefined {
  const parameter = parameterOf(field);
  const keepsText = (text ?? "") === search.text;
  if (!parameter && keepsText) return undefined;
  const changes: Record<string, string | string[]> = {};
  if (field === "near" && values[0]) changes.within = String(Math.trunc(Number(values[0])));
  else if (parameter && values.length > 0) changes[parameter] = values;
  else if (parameter && keepsText) changes[parameter] = "";
  changes.q = text ?? "";
  return search.with(changes);
}

/** What to ask for instead where nobody matches. */
export function Nothing({ found, search, go }: { found: Found; search: Search; go(next: Search): void }) {
  const ways = found.relaxations.flatMap((relaxation) => {
    const to = relaxed(search, relaxation);
    return to ? [{ label: `${relaxation.label}: ${providers(relaxation.totalCount)}`, to }] : [];
  });
  return (
    <div class="nothing">
      {ways.length > 0 ? (
        <>
          <p>Somebody is there if you ask for a little less:</p>
          <ul>
            {ways.map(({ label, to }) => (
              <li key={label}>
                <Change to={to} go={go}>
                  {label}
                </Change>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{search.narrowed ? "Nobody matches all that is asked for. Try fewer filters or other words." : "The directory is empty."}</p>
      )}
      {search.narrowed && (
        <p>
          <Change to={searchOf("")} go={go}>
            Start over
          </Change>
        </p>
      )}
    </div>
  );
}
