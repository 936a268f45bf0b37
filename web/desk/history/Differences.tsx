import { choicesOf, type Field, isBlank, memberName, partsOf, same, type Values } from "../forms/form";
import { useName } from "../forms/names";
import { singular } from "../forms/List";
import { type Piece, wordDiff } from "./words";

/** A field that differs, in words. */
interface Change {
  label: string;
  field?: Field;
  before: unknown;
  after: unknown;
}

/** The fields in which two values of one field differ, as far in as they are fields. */
function changesOf(field: Field, before: unknown, after: unknown, within = ""): Change[] {
  if (same(before, after, field) && !(field.unsaid && (before === undefined) !== (after === undefined))) return [];
  const label = within ? `${within}, ${field.label.toLowerCase()}` : field.label;
  if (field.control !== "part") return [{ label, field, before, after }];
  if (!field.list) return partChanges(field, label, (before ?? {}) as Values, (after ?? {}) as Values);
  return memberChanges(field, label, (before ?? []) as Values[], (after ?? []) as Values[]);
}

const partChanges = (field: Field, label: string, before: Values, after: Values) =>
  partsOf(field).flatMap((inner) => changesOf(inner, before[inner.name], after[inner.name], label));

function memberChanges(field: Field, label: string, before: Values[], after: Values[]): Change[] {
  const left = [...before];
  const pairs = after.map((member) => {
    const at = left.findIndex((other) => (member.id ? other.id === member.id : same(other, member) || memberName(other) === memberName(member)));
    return { was: at < 0 ? undefined : left.splice(at, 1)[0], is: member };
  });
  const name = (member: Values) => [singular(label), memberName(member)].filter(Boolean).join(" ");
  const changes = pairs.flatMap(({ was, is }) => partChanges(field, name(is), was ?? {}, is));
  const removed = left.flatMap((was) => partChanges(field, name(was), was, {}));
  const kept = pairs.flatMap(({ was }) => (was ? [was] : []));
  const moved = kept.some((was, at) => at > 0 && before.indexOf(was) < before.indexOf(kept[at - 1]!));
  const order = (list: Values[]) => list.map(memberName).join(" · ");
  return [...changes, ...removed, ...(moved ? [{ label: `${label}, order`, before: order(before), after: order(after) }] : [])];
}

/** A field that no form has, such as the status, by its name. */
const otherField = (name: string): Field => {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return { name, label: words[0]!.toUpperCase() + words.slice(1), control: "other" };
};

interface Properties {
  fields: Field[];
  /** Of which fields; all where not given. */
  names?: string[];
  before: Values;
  after: Values;
  /** Both texts beside each other, instead of one with both. */
  sideBySide?: boolean;
}

/** What differs between two states of a document, as people read it. */
export function Differences({ fields, names, before, after, sideBySide }: Properties) {
  const known = new Map(fields.map((field) => [field.name, field]));
  const all = names ?? fields.map(({ name }) => name);
  const changes = all.flatMap((name) => changesOf(known.get(name) ?? otherField(name), before[name], after[name]));
  if (changes.length === 0) return <p class="soft">Nothing differs.</p>;
  return (
    <dl class={sideBySide ? "differences side-by-side" : "differences"}>
      {changes.map((change, at) => (
        <div key={at}>
          <dt>{change.label}</dt>
          {sideBySide ? (
            <>
              <dd>
                <Difference {...change} without="new" />
              </dd>
              <dd>
                <Difference {...change} without="gone" />
              </dd>
            </>
          ) : (
            <dd>
              <Difference {...change} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

interface Compared {
  field?: Field;
  before: unknown;
  after: unknown;
  /** What is not shown of the two texts. */
  without?: Piece["kind"];
}

/** Two values in one text, with the words marked in which they differ. */
export function Difference({ field, before, after, without }: Compared) {
  const shown = useValue();
  const pieces = wordDiff(shown(field, before), shown(field, after)).filter(({ kind }) => kind !== without);
  return (
    <>
      {pieces.map(({ kind, text }, at) =>
        kind === "gone" ? <del key={at}>{text}</del> : kind === "new" ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>,
      )}
    </>
  );
}

/** Writes a value as people read it: names for ids, labels for values. */
export function useValue(): (field: Field | undefined, value: unknown) => string {
  const name = useName();
  const text = (field: Field | undefined, value: unknown): string => {
    if (Array.isArray(value)) {
      const items = value.map((item) => text(field && { ...field, list: false }, item));
      return items.length ? items.join(field?.control === "part" ? "\n" : ", ") : field?.unsaid ? "none" : "";
    }
    if (value === true) return "yes";
    if (value === false) return "no";
    if (isBlank(value)) return "";
    if (field?.control === "relation") return name(String(value));
    if (field?.control === "choice") return choicesOf(field).find(([known]) => known === value)?.[1] ?? String(value);
    if (typeof value === "object") return object(field, value as Values);
    return String(value);
  };
  const object = (field: Field | undefined, value: Values) => {
    const parts = field?.of ? partsOf(field) : Object.keys(value).filter((key) => key !== "id").map(otherField);
    return parts
      .flatMap((part) => (isBlank(value[part.name]) ? [] : [`${field?.control === "oneOf" ? "" : `${part.label}: `}${text(part, value[part.name])}`]))
      .join("; ");
  };
  return text;
}
