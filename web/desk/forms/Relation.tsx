import type { SuggestionKind } from "../generated/operations";
import { Chooser, type Suggestion } from "./Chooser";
import { idOf } from "./context";
import { type FieldProperties, Group, useDescription } from "./Fields";
import { partsOf, type Values } from "./form";
import { Rows, singular } from "./List";
import { learn, useName } from "./names";

const kindsOf = (of: string) => [of.toUpperCase() as SuggestionKind];

function chosen({ node, text }: Suggestion): string {
  learn({ [node!.id]: text });
  return node!.id;
}

/** One document that the field refers to. */
export function Relation({ field, place, value, change }: FieldProperties) {
  const described = useDescription(field, place);
  const name = useName();
  return (
    <div class="field">
      <Chosen label={field.label} id={value as string | undefined} name={name} remove={() => change(undefined)} />
      <Chooser
        id={idOf(place)}
        label={value ? `Another ${field.label.toLowerCase()}` : field.label + (field.required ? " (required)" : "")}
        describedBy={described.ids}
        invalid={described.invalid}
        kinds={kindsOf(field.of!)}
        documents
        onChoose={(suggestion) => change(chosen(suggestion))}
      />
      {described.texts}
    </div>
  );
}

function Chosen({ label, id, name, remove }: { label: string; id: string | undefined; name(id: string): string; remove(): void }) {
  if (!id) return null;
  return (
    <p class="chosen">
      <span>
        <span class="soft">{label}: </span>
        <strong>{name(id)}</strong>
      </span>
      <button type="button" class="plain" aria-label={`Remove ${name(id)}`} onClick={remove}>
        ×
      </button>
    </p>
  );
}

/** Several documents, in an order. */
export function Relations({ field, place, value, change }: FieldProperties) {
  const items = (value ?? []) as string[];
  const name = useName();
  return (
    <Group field={field} place={place}>
      <Rows place={place} items={items} name={name} change={change} row={(id, at) => (
        <RelationRow field={field} place={`${place}-${at}`} name={name(id)} />
      )} />
      <Chooser
        id={`${idOf(place)}-add`}
        label={`Add ${singular(field.label).toLowerCase()}`}
        kinds={kindsOf(field.of!)}
        documents
        onChoose={(suggestion) => {
          const id = chosen(suggestion);
          if (!items.includes(id)) change([...items, id]);
        }}
      />
    </Group>
  );
}

function RelationRow({ field, place, name }: Pick<FieldProperties, "field" | "place"> & { name: string }) {
  const described = useDescription({ ...field, help: undefined, says: undefined }, place);
  return (
    <div id={idOf(place)} tabIndex={-1}>
      {name}
      {described.texts}
    </div>
  );
}

/** One document of several kinds, such as the topic of an article. */
export function Topic({ field, place, value, change }: FieldProperties) {
  const described = useDescription(field, place);
  const name = useName();
  const kinds = partsOf(field);
  const [id] = Object.values((value ?? {}) as Values).filter(Boolean) as string[];
  return (
    <div class="field">
      <Chosen label={field.label} id={id} name={name} remove={() => change(undefined)} />
      <Chooser
        id={idOf(place)}
        label={id ? `Another ${field.label.toLowerCase()}` : `${field.label}${field.required ? " (required)" : ""}`}
        describedBy={described.ids}
        invalid={described.invalid}
        kinds={kinds.map(({ of }) => kindsOf(of!)[0]!)}
        documents
        onChoose={(suggestion) => change({ [kinds.find(({ of }) => kindsOf(of!)[0] === suggestion.kind)!.name]: chosen(suggestion) })}
      />
      {described.texts}
    </div>
  );
}
