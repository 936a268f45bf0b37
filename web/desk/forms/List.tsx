import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { idOf } from "./context";
import { type FieldProperties, Fields, Group, Said } from "./Fields";
import { blankPart, type Field, memberName, partsOf, type Values } from "./form";
import { Line } from "./inputs";

interface RowsProperties<Item> {
  place: string;
  items: Item[];
  /** How people call an item. */
  name(item: Item, at: number): string;
  change(items: Item[]): void;
  row(item: Item, at: number): ComponentChildren;
}

/** The items of a list, each with buttons to move and to remove it; they can be dragged, too. */
export function Rows<Item>({ place, items, name, change, row }: RowsProperties<Item>) {
  const [dragged, drag] = useState<number | null>(null);
  const move = (from: number, to: number, button?: string) => {
    if (to < 0 || to >= items.length || from === to) return;
    const moved = items.filter((_, at) => at !== from);
    moved.splice(to, 0, items[from]!);
    change(moved);
    if (button) focusSoon(`${idOf(place)}-${to}-${button}`);
  };
  const remove = (at: number) => {
    change(items.filter((_, other) => other !== at));
    focusSoon(items.length > 1 ? `${idOf(place)}-${Math.min(at, items.length - 2)}-remove` : idOf(place));
  };
  return (
    <ol class="rows">
      {items.map((item, at) => (
        <li
          key={at}
          class={dragged === at ? "row dragged" : "row"}
          onDragOver={(event) => dragged !== null && event.preventDefault()}
          onDrop={(event) => {
            if (dragged === null) return;
            event.preventDefault();
            event.stopPropagation();
            move(dragged, at);
            drag(null);
          }}
        >
          <div class="row-body">{row(item, at)}</div>
          <div class="row-tools">
            <span class="handle" draggable aria-hidden="true" title="Drag to move" onDragStart={(event) => {
              event.stopPropagation();
              event.dataTransfer!.effectAllowed = "move";
              event.dataTransfer!.setData("text/plain", String(at));
              drag(at);
            }} onDragEnd={() => drag(null)}>
              ⠿
            </span>
            <Tool id={`${idOf(place)}-${at}-up`} text="↑" label={`Move ${name(item, at)} up`} disabled={at === 0} press={() => move(at, at - 1, "up")} />
            <Tool id={`${idOf(place)}-${at}-down`} text="↓" label={`Move ${name(item, at)} down`} disabled={at === items.length - 1} press={() => move(at, at + 1, "down")} />
            <Tool id={`${idOf(place)}-${at}-remove`} text="×" label={`Remove ${name(item, at)}`} press={() => remove(at)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Tool({ id, text, label, disabled, press }: { id: string; text: string; label: string; disabled?: boolean; press(): void }) {
  return (
    <button type="button" id={id} class="plain" aria-label={label} title={label} aria-disabled={disabled || undefined} onClick={() => !disabled && press()}>
      {text}
    </button>
  );
}

/** Moves the focus once the list is drawn anew. */
function focusSoon(id: string) {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

const numbered = (field: Field, at: number) => `${singular(field.label)} ${at + 1}`;

/** A word for one of what a label names. */
export function singular(label: string): string {
  const [last] = /\w+$/.exec(label) ?? [""];
  const one = last.endsWith("ies") ? `${last.slice(0, -3)}y` : last.replace(/(?<=[^s])s$/, "");
  return label.slice(0, label.length - last.length) + one;
}

/** A list of lines. */
export function List({ field, place, value, change }: FieldProperties) {
  const items = (value ?? []) as string[];
  const unsaid = value === undefined || value === null;
  const one = { ...field, label: "", help: undefined, list: false };
  return (
    <Group field={{ ...field, required: false }} place={place}>
      {field.unsaid && <Said label={field.label} unsaid={unsaid} change={(said) => change(said ? [] : undefined)} />}
      <Rows
        place={place}
        items={items}
        name={(item, at) => item || numbered(field, at)}
        change={change}
        row={(item, at) => (
          <Line
            quiet
            field={{ ...one, label: numbered(field, at) }}
            place={`${place}-${at}`}
            value={item}
            change={(text) => change(items.map((other, i) => (i === at ? (text ?? "") : other)))}
          />
        )}
      />
      {!(field.unsaid && unsaid) && (
        <Add field={field} count={items.length} add={() => {
          change([...items, ""]);
          focusSoon(idOf(`${place}-${items.length}`));
        }} />
      )}
    </Group>
  );
}

/** A list of parts, each with fields of its own. */
export function Members({ field, place, value, change }: FieldProperties) {
  const items = (value ?? []) as Values[];
  const fields = partsOf(field);
  return (
    <Group field={field} place={place}>
      <Rows
        place={place}
        items={items}
        name={(item, at) => memberName(item) || numbered(field, at)}
        change={change}
        row={(item, at) => (
          <fieldset id={idOf(`${place}-${at}`)} class="member" tabIndex={-1}>
            <legend>
              {numbered(field, at)}
              {memberName(item) && <span class="soft"> {memberName(item)}</span>}
            </legend>
            <div class="fields">
              <Fields fields={fields} values={item} place={`${place}-${at}`} change={(changed) => change(items.map((other, i) => (i === at ? changed : other)))} />
            </div>
          </fieldset>
        )}
      />
      <Add field={field} within={fields.some(({ of }) => of === field.of) ? place : ""} count={items.length} add={() => {
        change([...items, blankPart(field)]);
        focusSoon(idOf(`${place}-${items.length}-${fields[0]!.name}`));
      }} />
    </Group>
  );
}

/** The button for one more; of a list within one of its own kind, it says within which. */
function Add({ field, within = "", count, add }: { field: Field; within?: string; count: number; add(): void }) {
  const one = singular(field.label).toLowerCase();
  const [, parent] = /-(\d+)-[^-]*$/.exec(within) ?? [];
  if (field.maxMembers && count >= field.maxMembers) return <p class="soft">There is room for {field.maxMembers}.</p>;
  return (
    <p>
      <button type="button" class="second" onClick={add}>
        Add {one}
        {parent ? ` within ${one} ${Number(parent) + 1}` : ""}
      </button>
    </p>
  );
}
