// Checks of what the forms compute, by property and at random; web/desk_check_test.go runs them. It is no part of the desk.
import { changes, type MemberChanges, merge } from "./forms/changes";
import { fieldsOf, same, type Values } from "./forms/form";
import { wordDiff } from "./history/words";

const rounds = 5000;
const random = (below: number) => Math.floor(Math.random() * below);
const oneOf = <Item>(items: Item[]): Item => items[random(items.length)]!;
const several = <Item>(most: number, make: () => Item): Item[] => Array.from({ length: random(most + 1) }, make);

function check(holds: boolean, what: string, ...given: unknown[]) {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(given)}`);
}

/** What is left out of a diff of words gives either text. */
function checkWords() {
  const text = () => several(12, () => oneOf(["a", "b", "c", " ", "  ", ".", "déjà", "\n"])).join("");
  for (let round = 0; round < rounds; round++) {
    const [before, after] = [text(), text()];
    const pieces = wordDiff(before, after);
    const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text).join("");
    check(without("new") === before && without("gone") === after, "the diff is of other texts", before, after, pieces);
  }
}

interface Section extends Values {
  id?: string;
  heading?: string;
  sections?: Section[];
}

let last = 0;
const section = (depth: number): Section => ({
  id: `sec_${++last}`,
  heading: oneOf(["What helps", "What to ask", "Risks"]),
  body: oneOf(["One.", "Two."]),
  sections: depth > 0 ? several(2, () => section(depth - 1)) : [],
});
const all = (sections: Section[]): Section[] => sections.flatMap((one) => [one, ...all(one.sections ?? [])]);

/** Adds, changes, removes or moves a section. */
function edit(sections: Section[]) {
  const list = Math.random() < 0.3 && sections.length ? (oneOf(all(sections)).sections ??= []) : sections;
  const added: Section = { heading: `New ${random(9)}` };
  const edits = [
    () => list.push(added),
    () => list.splice(random(list.length), 1),
    () => list.splice(random(list.length), 0, ...list.splice(random(list.length), 1)),
    () => all(sections).length && (oneOf(all(sections)).heading = `Other ${random(9)}`),
  ];
  oneOf(edits)();
}

/** Does what the server does with changes of single members. */
function applied(sections: Section[], { update = [], remove = [], add = [] }: MemberChanges): Section[] {
  let list = structuredClone(sections);
  const find = (id: unknown) => all(list).find((one) => one.id === id);
  for (const { id, ...values } of update) {
    const found = find(id);
    check(found !== undefined, "an update of what is not there", id);
    Object.assign(found!, values);
  }
  const without = (from: Section[], id: string): Section[] =>
    from.filter((one) => one.id !== id).map((one) => ({ ...one, sections: without(one.sections ?? [], id) }));
  for (const id of remove) {
    check(find(id) !== undefined, "a removal of what is not there", id);
    list = without(list, id);
  }
  return [...list, ...(add as Section[])];
}

/** What is sent makes of what is saved what is filled in. */
function checkChanges() {
  const fields = fieldsOf("Article");
  for (let round = 0; round < rounds; round++) {
    const saved = several(4, () => section(2));
    const filled = structuredClone(saved);
    for (let edits = random(4); edits > 0; edits--) edit(filled);
    const { input, members } = changes(fields, { sections: saved }, { sections: filled });
    const made = members.sections ? applied(saved, members.sections) : ((("sections" in input ? input.sections : saved) ?? []) as Section[]);
    check(same(made, filled), "the changes make something else", { saved, filled, input, members });
  }
}

/** Of two who change, nobody's text is lost: it is in the merged one, or is shown as a conflict. */
function checkMerge() {
  const fields = fieldsOf("Condition").filter(({ list }) => !list);
  const values = (): Values => Object.fromEntries(fields.map(({ name }) => [name, oneOf([undefined, "one", "other"])]));
  for (let round = 0; round < rounds; round++) {
    const [base, theirs, ours] = [values(), values(), values()];
    const merged = merge(fields, base, theirs, ours);
    for (const { name } of fields) {
      const isConflict = merged.conflicts.some(({ field }) => field.name === name);
      for (const side of [theirs, ours]) {
        const isThere = same(side[name], base[name]) || same(side[name], merged.values[name]) || isConflict;
        check(isThere, "a change is lost", name, { base, theirs, ours, merged });
      }
    }
  }
}

checkWords();
checkChanges();
checkMerge();
console.log("ok");
