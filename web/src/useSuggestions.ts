import { useEffect, useId, useRef, useState } from "preact/hooks";

/**
 * What is suggested for a text, after the combobox pattern of WAI-ARIA: focus stays in the box, arrows move along the list, Escape closes it.
 * Whoever uses it decides what Enter and a click do.
 */
export function useSuggestions<S>(ask: (text: string, signal: AbortSignal) => Promise<S[]>) {
  const list = useId();
  const [found, setFound] = useState<S[]>([]);
  const [at, mark] = useState(-1);
  const [open, setOpen] = useState(false);
  const asked = useRef<AbortController>(undefined);
  useEffect(() => () => asked.current?.abort(), []);

  function close() {
    asked.current?.abort();
    setOpen(false);
    mark(-1);
  }

  async function suggest(text: string) {
    asked.current?.abort();
    mark(-1);
    if (!text.trim()) {
      setFound([]);
      setOpen(false);
      return;
    }
    const { signal } = (asked.current = new AbortController());
    try {
      const suggestions = await ask(text.slice(0, 100), signal);
      if (signal.aborted) return;
      setFound(suggestions);
      setOpen(suggestions.length > 0);
    } catch {
      // What is typed stays, and a search works without suggestions.
    }
  }

  /** Moves along the list or closes it, and tells whether the key was for that. */
  function press({ key }: KeyboardEvent): boolean {
    if (key === "Escape" && open) {
      close();
      return true;
    }
    if (key !== "ArrowDown" && key !== "ArrowUp") return false;
    if (found.length === 0) return true;
    setOpen(true);
    const places = found.length + 1; // one of them is the box itself
    mark((now) => ((now + 1 + (key === "ArrowDown" ? 1 : -1) + places) % places) - 1);
    return true;
  }

  return {
    found,
    open,
    /** What is marked in an open list. */
    marked: open ? found[at] : undefined,
    suggest,
    close,
    press,
    box: {
      autocomplete: "off",
      role: "combobox",
      list: undefined,
      "aria-autocomplete": "list",
      "aria-expanded": open,
      "aria-controls": list,
      "aria-activedescendant": open && at >= 0 ? `${list}-${at}` : undefined,
    } as const,
    list: { id: list, role: "listbox", class: "suggestions", hidden: !open } as const,
    option: (place: number) =>
      ({
        id: `${list}-${place}`,
        role: "option",
        "aria-selected": place === at,
        // Before the box loses focus, which would close the list.
        onMouseDown: (event: MouseEvent) => event.preventDefault(),
      }) as const,
  };
}
