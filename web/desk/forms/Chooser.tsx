import { useEffect, useId, useRef, useState } from "preact/hooks";
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

/** A box that suggests what the search knows, after the combobox pattern of WAI-ARIA. */
export function Chooser({ id, label, quiet, describedBy, kinds, documents, value, invalid, required, onType, onChoose }: Properties) {
  const list = useId();
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<Suggestion[]>([]);
  const [marked, mark] = useState(-1);
  const [open, setOpen] = useState(false);
  const asked = useRef<AbortController>(undefined);
  useEffect(() => () => asked.current?.abort(), []);

  async function type(text: string) {
    setTyped(text);
    onType?.(text);
    mark(-1);
    asked.current?.abort();
    if (!text.trim()) return close();
    const { signal } = (asked.current = new AbortController());
    try {
      const { suggest } = await request(Choose, { text: text.slice(0, 100), kinds }, { signal });
      if (signal.aborted) return;
      const usable = documents ? suggest.filter(({ node }) => node) : suggest;
      setFound(usable);
      setOpen(usable.length > 0);
    } catch {
      // what is typed stays
    }
  }

  function close() {
    asked.current?.abort();
    setOpen(false);
    mark(-1);
  }

  function choose(suggestion: Suggestion) {
    close();
    setTyped("");
    onChoose(suggestion);
  }

  function press(event: KeyboardEvent) {
    const places = found.length + 1; // one of them is the box itself
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length > 0) {
      setOpen(true);
      mark((at) => ((at + 1 + (event.key === "ArrowDown" ? 1 : -1) + places) % places) - 1);
    } else if (event.key === "Escape" && open) close();
    else if (event.key === "Enter" && open && (found[marked] ?? (documents && found[0]))) choose(found[marked] ?? found[0]!);
    else return;
    event.preventDefault();
  }

  return (
    <div class="chooser">
      <label for={id} class={quiet ? "quiet" : undefined}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        role="combobox"
        list={undefined}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={list}
        aria-activedescendant={open && marked >= 0 ? `${list}-${marked}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-required={required || undefined}
        value={value ?? typed}
        onInput={(event) => void type(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={close}
      />
      <ul id={list} role="listbox" aria-label={label} class="suggestions" hidden={!open}>
        {found.map((suggestion, at) => (
          <li
            key={`${suggestion.kind} ${suggestion.text}`}
            id={`${list}-${at}`}
            role="option"
            aria-selected={at === marked}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion)}
          >
            {suggestion.text} {kinds.length > 1 && <span class="soft">{kindLabels[suggestion.kind]}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
