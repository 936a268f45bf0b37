import { useState } from "preact/hooks";
import { useSuggestions } from "../../src/useSuggestions";
import { request } from "../api/client";
import { Choose, type ChooseQuery, type SuggestionKind } from "../generated/operations";

export type Suggestion = ChooseQuery["suggest"][number];

interface Properties {
  id: string;
  label: string;
  quiet?: boolean;
  describedBy?: string;
  kinds: SuggestionKind[];
  /** Only documents, no other words. */
  documents?: boolean;
  /** What is written in it; where that is not given, it is empty after a choice. */
  value?: string;
  invalid?: boolean;
  required?: boolean;
  onType?(text: string): void;
  onChoose(suggestion: Suggestion): void;
}

const kindLabels: Partial<Record<SuggestionKind, string>> = {
  CONDITION: "condition", TREATMENT: "treatment", CREDENTIAL: "credential", INSURER: "insurer",
};

/** A box that suggests what the search knows. */
export function Chooser({ id, label, quiet, describedBy, kinds, documents, value, invalid, required, onType, onChoose }: Properties) {
  const [typed, setTyped] = useState("");
  const suggestions = useSuggestions(async (text, signal) => {
    const { suggest } = await request(Choose, { text, kinds }, { signal });
    return documents ? suggest.filter(({ node }) => node) : suggest;
  });
  const { found, open, marked, close } = suggestions;

  function choose(suggestion: Suggestion) {
    close();
    setTyped("");
    onChoose(suggestion);
  }

  function press(event: KeyboardEvent) {
    const chosen = marked ?? (documents && open ? found[0] : undefined);
    if (event.key === "Enter" && chosen) choose(chosen);
    else if (!suggestions.press(event)) return;
    event.preventDefault();
  }

  return (
    <div class="chooser">
      <label for={id} class={quiet ? "quiet" : undefined}>
        {label}
      </label>
      <input
        {...suggestions.box}
        id={id}
        type="text"
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-required={required || undefined}
        value={value ?? typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onType?.(event.currentTarget.value);
          void suggestions.suggest(event.currentTarget.value);
        }}
        onKeyDown={press}
        onBlur={close}
      />
      <ul {...suggestions.list} aria-label={label}>
        {found.map((suggestion, at) => (
          <li {...suggestions.option(at)} key={`${suggestion.kind} ${suggestion.text}`} onClick={() => choose(suggestion)}>
            {suggestion.text} {kinds.length > 1 && <span class="soft">{kindLabels[suggestion.kind]}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
