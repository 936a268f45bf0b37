import { choices, type Search, searchOf, toggles } from "../search";
import { providers } from "../words";
import { Change } from "./Change";
import type { Found } from "./Find";

const others: Record<string, { parameter: string; label: string }> = {
  text: { parameter: "q", label: "the words in the search box" },
  near: { parameter: "near", label: "the distance" },
};

function wayOf(filter: string) {
  const choice = choices.find((c) => c.filter === filter);
  if (choice) return { parameter: choice.parameter as string, label: choice.legend.toLowerCase() };
  const toggle = toggles.find((t) => t.filter === filter);
  if (toggle) return { parameter: toggle.parameter as string, label: `asking for: ${lowerFirst(toggle.label)}` };
  return others[filter];
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What to leave out where nobody matches. */
export function Nothing({ found, search, go }: { found: Found; search: Search; go(next: Search): void }) {
  const ways = found.widenings.flatMap(({ withoutFilter, totalCount }) => {
    const way = wayOf(withoutFilter);
    return way ? [{ label: `Without ${way.label}: ${providers(totalCount)}`, to: search.with({ [way.parameter]: "" }) }] : [];
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
