import { useEffect, useRef } from "preact/hooks";
import { focusField } from "../forms/context";
import { type Field, partsOf } from "../forms/form";
import { singular } from "../forms/List";
import type { Draft } from "./drafts";
import type { Editing, State } from "./editing";

export const timeOf = (at: string | number) => new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });

/** Whether all is saved. */
export function Saving({ editing, state }: { editing: Editing; state: State }) {
  const text = state.saving
    ? "Saving…"
    : state.failure
      ? state.failure
      : editing.isDirty()
        ? "Not saved yet"
        : editing.isNew
          ? ""
          : "All is saved";
  return (
    <span role="status" class={state.failure ? "saving error" : "saving soft"}>
      {text}
    </span>
  );
}

/** Offers what was typed before and never saved. */
export function Offer({ draft, use }: { draft: Draft; use(wanted: boolean): void }) {
  return (
    <section class="panel offer" aria-label="Unsaved work">
      <p>
        <strong>You have unsaved work from {timeOf(draft.at)}.</strong> It was kept in this browser.
      </p>
      <p class="buttons">
        <button type="button" onClick={() => use(true)}>
          Bring it back
        </button>
        <button type="button" class="second" onClick={() => use(false)}>
          Forget it
        </button>
      </p>
    </section>
  );
}

/** What the way to a field is called: Locations 1, phone. */
export function placeLabel(fields: Field[], place: string): string {
  const labels: string[] = [];
  let known = fields;
  for (const part of place.split("-")) {
    if (/^\d+$/.test(part)) {
      const last = labels.pop();
      labels.push(last ? `${singular(last)} ${Number(part) + 1}` : "");
      continue;
    }
    const field = known.find(({ name }) => name === part);
    if (!field) break;
    labels.push(labels.length ? field.label.toLowerCase() : field.label);
    known = partsOf(field);
  }
  return labels.join(", ");
}

/** What is wrong, with a link to each field. It takes the focus when somebody has tried to save. */
export function ErrorSummary({ fields, errors, tried }: { fields: Field[]; errors: State["errors"]; tried: number }) {
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(errors);
  useEffect(() => {
    if (tried === 0 || entries.length === 0) return;
    const first = entries.find(([place]) => place !== "");
    if (first) focusField(first[0]);
    else box.current?.focus();
  }, [tried]);
  if (entries.length === 0) return null;
  return (
    <div ref={box} class="problem errors" role="alert" tabIndex={-1}>
      <h2>{entries.length === 1 ? "Something is wrong" : `${entries.length} things are wrong`}</h2>
      <ul>
        {entries.map(([place, messages]) => (
          <li key={place}>
            {place ? <FieldLink fields={fields} place={place} /> : null} {messages.join(" ")}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A link to a field of the form. */
export function FieldLink({ fields, place }: { fields: Field[]; place: string }) {
  return (
    <a
      href={`#field-${place}`}
      onClick={(event) => {
        event.preventDefault();
        focusField(place);
      }}
    >
      {placeLabel(fields, place)}:
    </a>
  );
}
