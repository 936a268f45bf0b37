import { type Field, isBlank, partsOf, same, type Values } from "./form";

/** What an operation is sent of a form: the fields that have changed, and single members of lists. */
export interface Changes {
  input: Values;
  /** By the name of the list. */
  members: Record<string, MemberChanges>;
}

export interface MemberChanges {
  add?: Values[];
  update?: Values[];
  remove?: string[];
}

type Member = Values & { id?: string };

/** The changes from what is saved to what is filled in. Of lists with members by id, single ones where that says it all. */
export function changes(fields: Field[], saved: Values, values: Values): Changes {
  const result: Changes = { input: {}, members: {} };
  for (const field of fields) {
    const { name } = field;
    if (same(saved[name], values[name], field)) continue;
    const single = field.members && !isBlank(saved[name]) ? memberChanges(field, asMembers(saved[name]), asMembers(values[name])) : null;
    if (single) result.members[name] = single;
    else result.input[name] = sent(field, values[name]);
  }
  return result;
}

const asMembers = (value: unknown) => (value ?? []) as Member[];

/** What is sent of a field: null clears, and members go without the ids that only the server gives. */
export function sent(field: Field, value: unknown): unknown {
  if (field.list) {
    const list = (value ?? []) as unknown[];
    if (value === undefined || value === null) return null;
    return field.control === "part" ? list.map((item) => sentPart(field, item as Values)) : list.filter((item) => item !== "");
  }
  if (isBlank(value)) return null;
  return field.control === "part" || field.control === "oneOf" ? sentPart(field, value as Values) : value;
}

function sentPart(field: Field, part: Values): Values {
  const result: Values = {};
  for (const inner of partsOf(field)) {
    const value = sent(inner, part[inner.name]);
    if (value !== null) result[inner.name] = value;
    else if (inner.required && field.control === "part") result[inner.name] = missing(inner);
  }
  return result;
}

/** What stands for a value that is needed and missing, so that the server says so at the field. */
function missing(field: Field): unknown {
  if (field.list) return [];
  if (field.control === "boolean") return false;
  return field.control === "integer" || field.control === "number" ? 0 : "";
}

/** The changes of single members; null where the order or what is within them says that the list is another one. */
function memberChanges(field: Field, before: Member[], after: Member[]): MemberChanges | null {
  const known = flat(field, before);
  const kept = flat(field, after.filter(({ id }) => id));
  const ids = new Set(kept.map(({ member }) => member.id));
  const stay = known.filter(({ member }) => ids.has(member.id));
  const inOrder = stay.length === kept.length && stay.every((at, i) => at.member.id === kept[i]!.member.id && at.parent === kept[i]!.parent);
  const firstNew = after.findIndex(({ id }) => !id);
  if (!inOrder || (firstNew >= 0 && after.slice(firstNew).some(({ id }) => id))) return null;
  const result: MemberChanges = {};
  const update: Values[] = kept.flatMap(({ member }, i) => {
    const changed = memberUpdate(field, stay[i]!.member, member);
    return changed ? [changed] : [];
  });
  const remove = known.filter(({ member, parent }) => !ids.has(member.id) && (!parent || ids.has(parent))).map(({ member }) => member.id!);
  const add = after.filter(({ id }) => !id).map((member) => sentPart(field, member));
  if (update.length) result.update = update;
  if (remove.length) result.remove = remove;
  if (add.length) result.add = add;
  return result;
}

/** All members with those within them, and the id of what they are within. One without an id within another has none. */
function flat(field: Field, members: Member[], parent = ""): { member: Member; parent: string }[] {
  const nested = partsOf(field).find(({ of, list }) => list && of === field.of);
  return members.flatMap((member) => [
    { member, parent },
    ...(nested ? flat(nested, asMembers(member[nested.name]), member.id) : []),
  ]);
}

function memberUpdate(field: Field, before: Member, after: Member): Values | null {
  const update: Values = {};
  for (const inner of partsOf(field)) {
    if (inner.of === field.of || same(before[inner.name], after[inner.name], inner)) continue;
    update[inner.name] = sent(inner, after[inner.name]);
  }
  return Object.keys(update).length ? { id: after.id, ...update } : null;
}

/** Gives members that were new the ids that the server gave them. */
export function adoptIds(fields: Field[], values: Values, stored: Values): Values {
  const result = { ...values };
  for (const field of fields.filter(({ members }) => members)) {
    const [ours, theirs] = [asMembers(values[field.name]), asMembers(stored[field.name])];
    if (ours.length !== theirs.length || ours.length === 0) continue;
    result[field.name] = ours.map((member, at) => {
      const id = member.id ?? theirs[at]!.id;
      return adoptIds(partsOf(field), id ? { ...member, id } : member, theirs[at]!);
    });
  }
  return result;
}

/** A field that both sides have changed. */
export interface Conflict {
  field: Field;
  base: unknown;
  theirs: unknown;
  ours: unknown;
}

/** Both sides together: what only they have changed is theirs, and what both have changed is ours, and a conflict. */
export function merge(fields: Field[], base: Values, theirs: Values, ours: Values, saved = base): { values: Values; conflicts: Conflict[] } {
  const values: Values = {};
  const conflicts: Conflict[] = [];
  for (const field of fields) {
    const { name } = field;
    const changedHere = !same(saved[name], ours[name], field);
    const changedThere = !same(base[name], theirs[name], field);
    values[name] = changedHere ? ours[name] : theirs[name];
    if (changedHere && changedThere && !same(ours[name], theirs[name], field)) {
      conflicts.push({ field, base: base[name], theirs: theirs[name], ours: ours[name] });
    }
  }
  return { values, conflicts };
}

/** The place in the form of the field that an error is of, "" where it is of none. */
export function placeOf(field: string[], values: Values, sentMembers: Changes["members"]): string {
  const [first, list, change, at, ...rest] = field;
  if (first !== "members") return field.join("-");
  if (!list) return "";
  const members = asMembers(values[list]);
  if (change === "add") {
    const added = members.findIndex(({ id }) => !id);
    return [list, added + Number(at), ...rest].join("-");
  }
  const id = change === "update" ? (sentMembers[list]?.update?.[Number(at)]?.id as string | undefined) : undefined;
  const place = id ? placeOfMember(members, id) : null;
  return [list, ...(place ?? []), ...(place ? rest : [])].join("-");
}

function placeOfMember(members: Member[], id: string): (string | number)[] | null {
  for (const [at, member] of members.entries()) {
    if (member.id === id) return [at];
    const within = placeOfMember(asMembers(member.sections), id);
    if (within) return [at, "sections", ...within];
  }
  return null;
}
