import { useEffect, useRef, useState } from "preact/hooks";
import type { SuggestionKind } from "../generated/operations";
import { Chooser } from "./Chooser";
import { idOf } from "./context";
import { type FieldProperties, Required, useDescription } from "./Fields";
import type { Field } from "./form";

const types: Record<string, "tel" | "email" | "url"> = { phone: "tel", email: "email", url: "url" };
const suggested: Record<string, SuggestionKind[]> = { language: ["LANGUAGE"], insurer: ["INSURER"] };
const zones = ["New_York", "Detroit", "Chicago", "Denver", "Phoenix", "Los_Angeles", "Anchorage", "Puerto_Rico"].map((city) => `America/${city}`);

const forms: Record<string, [pattern: RegExp, says: string]> = {
  url: [/^(https?:\/\/)?[^\s/]+\.\S+$/i, "Must be the address of a web page, such as https://clinic.example/contact."],
  email: [/^\S+@\S+\.\S+$/, "Must be an email address, such as office@clinic.example."],
  time: [/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/, "Must be a time of 24 hours, such as 17:30."],
};

/** What one can see to be wrong of a line before the server says so, "" where nothing. */
function faultOf({ of = "", pattern, says = "" }: Field, text: string): string {
  if (pattern && !new RegExp(pattern).test(text)) return `${says[0]!.toUpperCase()}${says.slice(1)}.`;
  const [form, rule] = forms[of] ?? [/^/, ""];
  return form.test(text.trim()) ? "" : rule;
}

const longLine = 200; // characters

/** A field of one line. */
export function Line({ field, place, value, change, quiet }: FieldProperties & { quiet?: boolean }) {
  const text = (value ?? "") as string;
  const [left, leave] = useState(false); // while somebody types, nothing is wrong yet
  const described = useDescription(field, place, left && text ? faultOf(field, text) : "");
  const set = (typed: string) => {
    leave(false);
    change(typed === "" ? undefined : typed);
  };
  const kinds = suggested[field.of ?? ""];
  if (kinds) {
    return (
      <div class="field">
        <Chooser
          id={idOf(place)}
          label={field.label}
          quiet={quiet}
          describedBy={described.ids}
          invalid={described.invalid}
          required={field.required}
          kinds={kinds}
          value={text}
          onType={set}
          onChoose={(suggestion) => change(suggestion.text)}
        />
        {described.texts}
      </div>
    );
  }
  return (
    <div class={(field.maxLength ?? 0) >= longLine && !field.of ? "field wide" : "field"}>
      <label for={idOf(place)} class={quiet ? "quiet" : undefined}>
        {field.label}
        {field.required && !quiet && <Required />}
      </label>
      <div class="beside">
        <input
          id={idOf(place)}
          type={field.control === "date" ? "date" : (types[field.of ?? ""] ?? "text")}
          value={text}
          list={field.of === "timeZone" ? `${idOf(place)}-zones` : undefined}
          inputMode={field.of === "npi" ? "numeric" : undefined}
          placeholder={field.of === "time" ? "09:00" : undefined}
          maxLength={field.maxLength}
          max={field.past ? new Date().toISOString().slice(0, 10) : undefined}
          aria-describedby={described.ids}
          aria-invalid={described.invalid || undefined}
          aria-required={field.required || undefined}
          onInput={(event) => set(event.currentTarget.value)}
          onBlur={() => leave(true)}
        />
        {field.of === "url" && /^https?:\/\/[^/]+\.[^/]/.test(text) && (
          <a href={text} target="_blank" rel="noopener noreferrer">
            Open<span class="quiet"> {text} in a new tab</span>
          </a>
        )}
      </div>
      {field.of === "timeZone" && (
        <datalist id={`${idOf(place)}-zones`}>
          {zones.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      )}
      {described.texts}
    </div>
  );
}

/** A number, which stays as it is typed until it is one. */
export function NumberBox({ field, place, value, change }: FieldProperties) {
  const described = useDescription(field, place);
  const [typed, setTyped] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== box.current) setTyped(null);
  }, [value]);
  return (
    <div class="field">
      <label for={idOf(place)}>
        {field.label}
        {field.required && <Required />}
      </label>
      <input
        ref={box}
        id={idOf(place)}
        type="number"
        value={typed ?? (value === undefined || value === null ? "" : String(value))}
        min={field.min}
        max={field.max}
        step={field.control === "integer" ? 1 : "any"}
        aria-describedby={described.ids}
        aria-invalid={described.invalid || undefined}
        aria-required={field.required || undefined}
        onInput={(event) => {
          const { value: text, valueAsNumber: number } = event.currentTarget;
          setTyped(text);
          change(Number.isNaN(number) ? undefined : field.control === "integer" ? Math.trunc(number) : number);
        }}
        onBlur={() => setTyped(null)}
      />
      {described.texts}
    </div>
  );
}

/** A field of many lines. */
export function Text({ field, place, value, change }: FieldProperties) {
  const described = useDescription(field, place);
  const text = (value ?? "") as string;
  return (
    <div class="field wide">
      <label for={idOf(place)}>
        {field.label}
        {field.required && <Required />}
      </label>
      <textarea
        id={idOf(place)}
        rows={4}
        value={text}
        aria-describedby={described.ids}
        aria-invalid={described.invalid || undefined}
        aria-required={field.required || undefined}
        onInput={(event) => change(event.currentTarget.value || undefined)}
      />
      <Length field={field} text={text} />
      {described.texts}
    </div>
  );
}

/** How much of a long text there is, once it comes near to its limit. */
export function Length({ field, text }: { field: Field; text: string }) {
  const { maxLength } = field;
  if (!maxLength || text.length < maxLength * 0.8) return null;
  return (
    <p class={[...text].length > maxLength ? "error" : "soft"}>
      {[...text].length} of {maxLength} characters
    </p>
  );
}
