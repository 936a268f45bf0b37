import { useRef } from "preact/hooks";
import { query } from "./client";
import type { SuggestQuery } from "./generated/operations";
import { Suggest } from "./operations";
import type { Parameter, Search } from "./search";
import { useSuggestions } from "./useSuggestions";

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

/** The search box with its suggestions. Enter takes what is marked. */
export function Combobox({ name, label, placeholder, kinds, quiet, value, onType, onLeave, onChoose }: Properties) {
  const suggestions = useSuggestions(async (text, signal) => (await query(Suggest, { text, kinds }, signal)).suggest);
  const { close, marked } = suggestions;
  const taken = useRef(false);

  function choose(suggestion: Suggestion) {
    void suggestions.suggest(""); // which forgets them
    onChoose(suggestion);
  }

  function press(event: KeyboardEvent) {
    if (event.key === "Enter" && marked) {
      taken.current = true;
      choose(marked);
    } else if (!suggestions.press(event)) {
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
        {...suggestions.box}
        id={name}
        name={name}
        type={name === "q" ? "search" : "text"}
        maxLength={100}
        placeholder={placeholder}
        value={value}
        onInput={(event) => {
          onType(event.currentTarget.value);
          void suggestions.suggest(event.currentTarget.value);
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
      <ul {...suggestions.list} aria-label="Suggestions">
        {suggestions.found.map((suggestion, at) => (
          <li {...suggestions.option(at)} key={`${suggestion.kind} ${suggestion.text}`} onClick={() => choose(suggestion)}>
            <span>{suggestion.text}</span> {!kinds && <span class="kind">{kindLabels[suggestion.kind]}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
