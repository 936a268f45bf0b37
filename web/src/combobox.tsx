import { useEffect, useId, useRef, useState } from "preact/hooks";
import { query } from "./client";
import type { SuggestQuery } from "./generated/operations";
import { Suggest } from "./operations";
import type { Parameter, Search } from "./search";

export type Suggestion = SuggestQuery["suggest"][number];

export const placeholder = "A concern, a treatment, a name";

const kindLabels: Record<Suggestion["kind"], string> = {
  ARTICLE: "Article",
  CONDITION: "Concern",
  CREDENTIAL: "Profession",
  INSURER: "Insurance",
  LANGUAGE: "Language",
  PLACE: "Place",
  PROVIDER: "Provider",
  TREATMENT: "Treatment",
};

/** Where choosing a suggestion leads: to the page of what it is, or to a search for it instead of for what was typed. */
export function destination(suggestion: Suggestion, search: Search): string | Search {
  const { kind, node, text } = suggestion;
  const add = (parameter: Parameter, value: string) =>
    search.with({ q: "", [parameter]: [...new Set([...search.chosen(parameter), value])] });
  switch (kind) {
    case "PROVIDER":
      return `/providers/${node!.slug}`;
    case "ARTICLE":
      return `/care/${node!.slug}`;
    case "CONDITION":
      return add("condition", node!.slug);
    case "TREATMENT":
      return add("treatment", node!.slug);
    case "CREDENTIAL":
      return add("credential", node!.slug);
    case "INSURER":
      return add("insurance", text);
    case "LANGUAGE":
      return add("language", text);
    case "PLACE":
      return /^\d{5}$/.test(text) ? search.with({ q: "", near: text }) : add("city", text);
  }
}

interface Properties {
  /** The name of the field, and its id. */
  name: string;
  label: string;
  placeholder: string;
  /** The kinds of what is suggested; all where not given. */
  kinds?: Suggestion["kind"][];
  /** Whether the label is for screen readers only. */
  quiet?: boolean;
  value: string;
  onType(text: string): void;
  /** Called when somebody who has typed leaves the field. */
  onLeave?(): void;
  onChoose(suggestion: Suggestion): void;
}

/**
 * The search box with its suggestions, after the combobox pattern of WAI-ARIA: focus stays in the box, arrows move along
 * the list, Enter takes what is marked, Escape closes.
 */
export function Combobox({ name, label, placeholder, kinds, quiet, value, onType, onLeave, onChoose }: Properties) {
  const list = useId();
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const [marked, mark] = useState(-1);
  const [open, setOpen] = useState(false);
  const asked = useRef<AbortController>(undefined);
  const taken = useRef(false);

  useEffect(() => () => asked.current?.abort(), []);

  async function suggest(text: string) {
    asked.current?.abort();
    mark(-1);
    if (!text.trim()) {
      setSuggestions([]);
      setOpen(false);
      return;
    }
    const request = (asked.current = new AbortController());
    try {
      const { suggest: found } = await query(Suggest, { text: text.slice(0, 100), kinds }, request.signal);
      if (request.signal.aborted) return;
      setSuggestions(found);
      setOpen(found.length > 0);
    } catch {
      // Without suggestions the search still works.
    }
  }

  function close() {
    asked.current?.abort();
    setOpen(false);
    mark(-1);
  }

  function choose(suggestion: Suggestion) {
    close();
    setSuggestions([]);
    onChoose(suggestion);
  }

  function move(by: number) {
    if (suggestions.length === 0) return;
    setOpen(true);
    const places = suggestions.length + 1; // one of them is the box itself
    mark((at) => ((at + 1 + by + places) % places) - 1);
  }

  function press(event: KeyboardEvent) {
    const suggestion = suggestions[marked];
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Escape" && open) close();
    else if (event.key === "Enter" && open && suggestion) {
      taken.current = true;
      choose(suggestion);
    } else {
      if (event.key === "Enter") close();
      return;
    }
    event.preventDefault();
  }

  return (
    <>
      <label for={name} class={quiet ? "quiet" : undefined}>
        {label}
      </label>
      <input
        id={name}
        name={name}
        type={name === "q" ? "search" : "text"}
        maxLength={100}
        autocomplete="off"
        placeholder={placeholder}
        role="combobox"
        list={undefined}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && marked >= 0 ? `${list}-${marked}` : undefined}
        value={value}
        onInput={(event) => {
          onType(event.currentTarget.value);
          void suggest(event.currentTarget.value);
        }}
        onKeyDown={press}
        // Where a page is on its way already, Chromium submits the form on the key press that follows.
        onKeyPress={(event) => {
          if (event.key === "Enter" && taken.current) event.preventDefault();
        }}
        onKeyUp={() => {
          taken.current = false;
        }}
        onBlur={close}
        onChange={onLeave}
      />
      <ul id={list} role="listbox" aria-label="Suggestions" class="suggestions" hidden={!open}>
        {suggestions.map((suggestion, at) => (
          <li
            key={`${suggestion.kind} ${suggestion.text}`}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === marked}
            // Before the box loses focus, which would close the list.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
          >
            <span>{suggestion.text}</span> {!kinds && <span class="kind">{kindLabels[suggestion.kind]}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
