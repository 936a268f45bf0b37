import { useContext, useRef, useState } from "preact/hooks";
import { sentence } from "../api/errors";
import { Context, idOf } from "../forms/context";
import { type FieldProperties, Required, useDescription } from "../forms/Fields";
import { Length } from "../forms/inputs";
import { ServerHTML } from "../shell/ServerHTML";
import { tell } from "../shell/status";

interface Tool {
  label: string;
  sign: string;
  key?: string;
  /** What the chosen text becomes, and how much of it is chosen then: from the start, and how long. */
  make(chosen: string): [text: string, from: number, length: number];
}

const around = (mark: string, sample: string) => (chosen: string): [string, number, number] => {
  const text = chosen || sample;
  return [mark + text + mark, mark.length, text.length];
};

const tools: Tool[] = [
  { label: "Bold", sign: "B", key: "b", make: around("**", "bold") },
  { label: "Italic", sign: "I", key: "i", make: around("*", "italic") },
  {
    label: "Link",
    sign: "Link",
    key: "k",
    make: (chosen) => [`[${chosen || "text"}](https://)`, (chosen || "text").length + 3, "https://".length],
  },
  { label: "List", sign: "List", make: (chosen) => block((chosen || "item").split("\n").map((line) => `- ${line}`).join("\n")) },
  { label: "Table", sign: "Table", make: (chosen) => block(`| ${chosen || "What"} | How often |\n| --- | --- |\n|  |  |`) },
  { label: "Image", sign: "Image", make: (chosen) => [`![${chosen || "what it shows"}](https://)`, 2, (chosen || "what it shows").length] },
];

const block = (text: string): [string, number, number] => [`\n\n${text}\n\n`, text.length + 2, 0];

/** A Markdown text with a toolbar, and a preview by the server's own renderer. */
export function Markdown({ field, place, value, change }: FieldProperties) {
  const described = useDescription(field, place);
  const { preview } = useContext(Context);
  const box = useRef<HTMLTextAreaElement>(null);
  const [shown, show] = useState<string | null>(null);
  const text = (value ?? "") as string;

  function use({ make }: Tool) {
    const area = box.current!;
    const { selectionStart: start, selectionEnd: end } = area;
    const [made, from, length] = make(area.value.slice(start, end));
    area.focus();
    // The browser can take this back, as it can what was typed; it tells onInput.
    if (!document.execCommand("insertText", false, made)) {
      area.setRangeText(made);
      change(area.value);
    }
    area.setSelectionRange(start + from, start + from + length);
  }

  async function toggle() {
    if (shown !== null) return show(null);
    try {
      show(await preview!(place));
    } catch (error) {
      tell(sentence(error), { bad: true });
    }
  }

  return (
    <div class="field wide markdown">
      <label for={idOf(place)}>
        {field.label}
        {field.required && <Required />}
      </label>
      <Toolbar label={field.label} use={use} disabled={shown !== null}>
        {preview && (
          <button type="button" class="second" aria-pressed={shown !== null} onClick={() => void toggle()}>
            Preview<span class="quiet"> {field.label}</span>
          </button>
        )}
      </Toolbar>
      <textarea
        ref={box}
        id={idOf(place)}
        rows={Math.min(24, Math.max(6, text.split("\n").length + Math.floor(text.length / 90)))}
        value={text}
        hidden={shown !== null}
        aria-describedby={described.ids}
        aria-invalid={described.invalid || undefined}
        aria-required={field.required || undefined}
        onInput={(event) => change(event.currentTarget.value || undefined)}
        onKeyDown={(event) => {
          const tool = (event.ctrlKey || event.metaKey) && tools.find(({ key }) => key === event.key);
          if (!tool) return;
          event.preventDefault();
          use(tool);
        }}
      />
      {shown !== null && (
        <div role="region" aria-label={`Preview of ${field.label}`} class="preview">
          <ServerHTML html={shown} />
        </div>
      )}
      <Length field={field} text={text} />
      {described.texts}
    </div>
  );
}

/** A toolbar after the pattern of WAI-ARIA: one stop of the tab key, arrows within. */
function Toolbar({ label, use, disabled, children }: { label: string; use(tool: Tool): void; disabled: boolean; children: preact.ComponentChildren }) {
  const [at, go] = useState(0);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  function press(event: KeyboardEvent) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = (at + by + tools.length) % tools.length;
    go(next);
    buttons.current[next]?.focus();
  }
  return (
    <div class="across">
      <div role="toolbar" aria-label={`Format ${label}`} class="toolbar" onKeyDown={press}>
        {tools.map((tool, i) => (
          <button
            key={tool.label}
            type="button"
            class="second"
            ref={(button) => void (buttons.current[i] = button)}
            tabIndex={i === at ? 0 : -1}
            aria-label={tool.label}
            title={tool.key ? `${tool.label} (Ctrl+${tool.key.toUpperCase()})` : tool.label}
            disabled={disabled}
            onFocus={() => go(i)}
            onClick={() => use(tool)}
          >
            {tool.sign}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}
