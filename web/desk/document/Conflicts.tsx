import { useState } from "preact/hooks";
import type { Conflict } from "../forms/changes";
import type { Field } from "../forms/form";
import { Difference, useValue } from "../history/Differences";

type Side = "ours" | "theirs";

/** One of the two texts, with the words marked that were not there before. */
function Side({ field, before, after }: { field: Field; before: unknown; after: unknown }) {
  const shown = useValue();
  return shown(field, after) ? <Difference field={field} before={before} after={after} without="gone" /> : <em>nothing</em>;
}

/** The fields that two people have changed: what was there, and both sides, one of which is chosen. */
export function Conflicts({ conflicts, resolve }: { conflicts: Conflict[]; resolve(choices: Record<string, Side>): void }) {
  const [choices, choose] = useState<Record<string, Side>>({});
  const shown = useValue();
  const missing = conflicts.filter(({ field }) => !choices[field.name]);
  return (
    <section class="panel conflicts" aria-labelledby="conflicts-heading">
      <h2 id="conflicts-heading">Somebody else has changed the same fields</h2>
      <p>Nothing is lost: choose for each field which text is to stay.</p>
      {conflicts.map(({ field, base, theirs, ours }) => (
        <fieldset key={field.name} class="conflict">
          <legend>{field.label}</legend>
          <p class="before">
            <span class="soft">Before:</span> {shown(field, base) || "nothing"}
          </p>
          {(["ours", "theirs"] as const).map((side) => (
            <label key={side} class="tick">
              <input
                type="radio"
                name={`conflict-${field.name}`}
                value={side}
                checked={choices[field.name] === side}
                onChange={() => choose({ ...choices, [field.name]: side })}
              />
              <span>
                <strong>{side === "ours" ? "Yours" : "Theirs"}:</strong> <Side field={field} before={base} after={side === "ours" ? ours : theirs} />
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <p class="buttons">
        <button type="button" disabled={missing.length > 0} onClick={() => resolve(choices)}>
          Keep what I have chosen
        </button>
        {missing.length > 0 && <span class="soft">Still to choose: {missing.map(({ field }) => field.label).join(", ")}</span>}
      </p>
    </section>
  );
}
