import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import { Markdown } from "../article/Markdown";
import { Context, type Change, idOf, withValue } from "./context";
import { type Field, type Values, blankPart, choicesOf, isBlank, partsOf } from "./form";
import { Line, NumberBox, Text } from "./inputs";
import { List, Members } from "./List";
import { Relation, Relations, Topic } from "./Relation";

export interface FieldProperties {
  field: Field;
  /** Where it is in the form, such as locations-0-phone. */
  place: string;
  value: unknown;
  change: Change;
}

/** The fields of a form, or of a part of one. */
export function Fields({ fields, values, place = "", change }: { fields: Field[]; values: Values; place?: string; change(values: Values): void }) {
  return (
    <>
      {fields.map((field) => (
        <FieldOf
          key={field.name}
          field={field}
          place={place ? `${place}-${field.name}` : field.name}
          value={values[field.name]}
          change={(value) => change(withValue(field.clears ? withValue(values, field.clears, undefined) : values, field.name, value))}
        />
      ))}
    </>
  );
}

function FieldOf(given: FieldProperties) {
  const { field } = given;
  switch (field.control) {
    case "part":
      return field.list ? <Members {...given} /> : <Part {...given} />;
    case "oneOf":
      return <Topic {...given} />;
    case "relation":
      return field.list ? <Relations {...given} /> : <Relation {...given} />;
    case "choice":
      return field.list ? <Choices {...given} /> : <Choice {...given} />;
    case "boolean":
      return field.unsaid ? <Choice {...given} values={yesOrNo} /> : <Tick {...given} />;
    case "markdown":
      return <Markdown {...given} />;
    case "text":
      return <Text {...given} />;
    case "integer":
    case "number":
      return <NumberBox {...given} />;
  }
  return field.list ? <List {...given} /> : <Line {...given} />;
}

/** Several fields under one heading. */
export function Group({ field, place, children }: { field: Field; place: string; children: ComponentChildren }) {
  const described = useDescription(field, place);
  return (
    <fieldset id={idOf(place)} class="group" tabIndex={-1} aria-describedby={described.ids}>
      <legend>
        {field.label}
        {field.required && <Required />}
      </legend>
      {described.texts}
      {children}
    </fieldset>
  );
}

/** What helps to fill a field in, and what is wrong with it; the ids are for aria-describedby. */
export function useDescription(field: Field, place: string, fault = "") {
  const { errors } = useContext(Context);
  const found = errors[place] ?? (fault ? [fault] : undefined);
  const help = [field.help, field.says && !field.help ? `${field.says[0]!.toUpperCase()}${field.says.slice(1)}.` : ""].filter(Boolean).join(" ");
  const [helpID, errorID] = [`${idOf(place)}-help`, `${idOf(place)}-error`];
  return {
    invalid: found !== undefined,
    ids: [help && helpID, found && errorID].filter(Boolean).join(" ") || undefined,
    texts: (
      <>
        {help && (
          <p id={helpID} class="soft">
            {help}
          </p>
        )}
        {found && (
          <p id={errorID} class="error">
            {found.join(" ")}
          </p>
        )}
      </>
    ),
  };
}

export const Required = () => <span class="required"> (required)</span>;

function Part({ field, place, value, change }: FieldProperties) {
  const values = value as Values | null | undefined;
  return (
    <Group field={field} place={place}>
      {isBlank(value) ? (
        <p>
          <button type="button" class="second" onClick={() => change(blankPart(field))}>
            Add {field.label.toLowerCase()}
          </button>
        </p>
      ) : (
        <>
          <div class="fields">
            <Fields fields={partsOf(field)} values={values!} place={place} change={change} />
          </div>
          <p>
            <button type="button" class="second" onClick={() => change(undefined)}>
              Remove {field.label.toLowerCase()}
            </button>
          </p>
        </>
      )}
    </Group>
  );
}

const yesOrNo: [unknown, string][] = [[true, "Yes"], [false, "No"]];

function Choice({ field, place, value, change, values = choicesOf(field) }: FieldProperties & { values?: [unknown, string][] }) {
  const described = useDescription(field, place);
  const at = values.findIndex(([known]) => known === value);
  return (
    <div class="field">
      <label for={idOf(place)}>
        {field.label}
        {field.required && <Required />}
      </label>
      <select
        id={idOf(place)}
        value={String(at)}
        aria-describedby={described.ids}
        aria-invalid={described.invalid || undefined}
        aria-required={field.required || undefined}
        onChange={(event) => change(values[Number(event.currentTarget.value)]?.[0])}
      >
        <option value="-1">{field.required ? "Choose one" : "Not said"}</option>
        {values.map(([, label], i) => (
          <option key={label} value={String(i)}>
            {label}
          </option>
        ))}
      </select>
      {described.texts}
    </div>
  );
}

function Tick({ field, place, value, change }: FieldProperties) {
  const described = useDescription(field, place);
  return (
    <div class="field">
      <label class="tick">
        <input
          id={idOf(place)}
          type="checkbox"
          checked={value === true}
          aria-describedby={described.ids}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        {field.label}
      </label>
      {described.texts}
    </div>
  );
}

function Choices({ field, place, value, change }: FieldProperties) {
  const chosen = (value ?? []) as string[];
  const unsaid = value === undefined || value === null;
  const toggle = (known: string, on: boolean) => {
    const list = choicesOf(field).map(([one]) => one).filter((one) => (one === known ? on : chosen.includes(one)));
    change(list.length || field.unsaid ? list : undefined);
  };
  return (
    <Group field={field} place={place}>
      {field.unsaid && <Said label={field.label} unsaid={unsaid} change={(said) => change(said ? [] : undefined)} />}
      {!(field.unsaid && unsaid) && (
        <div class="ticks">
          {choicesOf(field).map(([known, label]) => (
            <label key={known} class="tick">
              <input type="checkbox" checked={chosen.includes(known)} onChange={(event) => toggle(known, event.currentTarget.checked)} />
              {label}
            </label>
          ))}
        </div>
      )}
    </Group>
  );
}

/** Whether anybody has spoken of a list: one that is empty says that there is none. */
export function Said({ label, unsaid, change }: { label: string; unsaid: boolean; change(said: boolean): void }) {
  return (
    <label class="tick">
      <input type="checkbox" checked={!unsaid} onChange={(event) => change(event.currentTarget.checked)} />
      The provider has spoken of this<span class="quiet">: {label}</span>
    </label>
  );
}
