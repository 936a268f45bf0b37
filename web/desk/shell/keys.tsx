import { useEffect, useState } from "preact/hooks";
import { Dialog } from "./Dialog";
import { Store } from "./store";

/** What a key does, and how the help says so. Keys that follow each other are separated by a space: "g p". */
export interface Shortcut {
  keys: string[];
  label: string;
  run(): void;
}

const registered = new Set<Shortcut[]>();

// Who speaks to the computer, or presses keys by accident, turns them off (WCAG 2.2, 2.1.4).
const setting = "findcare-desk-keys";
const enabled = new Store(localStorage.getItem(setting) !== "off");

/** Lets keys do something while a component is shown. They do nothing where one types, and within dialogs. */
export function useShortcuts(shortcuts: Shortcut[]) {
  useEffect(() => {
    registered.add(shortcuts);
    return () => void registered.delete(shortcuts);
  }, [shortcuts]);
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])"));

let before = "";

function press(event: KeyboardEvent, help: () => void) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const choosing = event.target instanceof HTMLSelectElement; // where letters lead to an option, and "?" to none
  if (typing(event.target) && !(choosing && event.key === "?")) return;
  if (document.querySelector("dialog[open]")) return;
  if (event.key === "?") return help();
  if (!enabled.get()) return;
  const pressed = before ? `${before} ${event.key}` : event.key;
  const all = [...registered].flat().flatMap((shortcut) => shortcut.keys.map((keys) => ({ keys, shortcut })));
  before = all.some(({ keys }) => keys.startsWith(`${pressed} `)) ? pressed : "";
  const found = all.findLast(({ keys }) => keys === pressed);
  if (!found) return;
  event.preventDefault();
  found.shortcut.run();
}

/** Listens to keys, and tells with "?" which there are. */
export function Keys() {
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(enabled.get());
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event, () => setOpen(true));
    addEventListener("keydown", listener);
    return () => removeEventListener("keydown", listener);
  }, []);
  if (!open) return null;
  return (
    <Dialog title="Keys" onClose={() => setOpen(false)}>
      <dl class="keys">
        {[...registered].flat().map(({ keys, label }) => (
          <div key={label}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            const checked = event.currentTarget.checked;
            localStorage.setItem(setting, checked ? "on" : "off");
            enabled.set(checked);
            setOn(checked);
          }}
        />
        Keys work
      </label>
      <p class="buttons">
        <button type="button" onClick={() => setOpen(false)}>
          Close
        </button>
      </p>
    </Dialog>
  );
}
