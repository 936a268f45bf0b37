import { request } from "../api/client";
import { ConnectionLost, sentence } from "../api/errors";
import { adoptIds, type Changes, changes, type Conflict, merge, placeOf } from "../forms/changes";
import { type Field, fieldsOf, pick, same, type Values } from "../forms/form";
import { OneDocument, type OneDocumentQuery, SaveCopy } from "../generated/operations";
import { Store } from "../shell/store";
import { type Draft, draftKey, draftOf, dropDraft, keepDraft } from "./drafts";
import { type Done, type KindOfDocument, newID, type UserError } from "./kinds";

/** A document as the server has it. */
export type Loaded = OneDocumentQuery;
export type Copy = NonNullable<Loaded["workingCopy"]>;

/** What the page of a document shows. */
export interface State {
  loaded: Loaded;
  /** What is filled in. */
  values: Values;
  /** What of it is saved, as it was filled in then. */
  saved: Values;
  saving: boolean;
  /** Why the last save did not come about, "" where it did. */
  failure: string;
  /** By the place of the field; "" has those of no field. */
  errors: Record<string, string[]>;
  /** The fields that others have changed to something else. */
  conflicts: Conflict[];
  /** What was typed before and never saved. */
  draft: Draft | null;
}

interface Sent extends Changes {
  values: Values;
  variables: Record<string, unknown>;
}

const pauseBeforeSave = 2000; // milliseconds
const pauseBeforeDraft = 300;

/** The revision of a document that exists, 0 where there is none. */
export const revisionOf = (loaded: Loaded): number =>
  (loaded.provider ?? loaded.article ?? loaded.condition ?? loaded.treatment ?? loaded.credential ?? loaded.insurer)?.revision ?? 0;

/** One document that somebody edits: what they have filled in, and what of it the server has. */
export class Editing {
  readonly fields: Field[];
  readonly state: Store<State>;
  id: string;
  /** The document as the server keeps it, to tell what others have changed. */
  private stored: Values;
  /** A save whose answer was lost. It is sent again as it was, so that it takes place once. */
  private lost: Sent | null = null;
  private timers: Record<string, ReturnType<typeof setTimeout>> = {};
  private running: Promise<boolean> | null = null;
  /** The revision of the document that the person has seen the conflicts with. */
  private seen: number | null = null;

  constructor(
    readonly of: KindOfDocument,
    id: string,
    loaded: Loaded,
    /** Who edits it, null for somebody who may only look. */
    private readonly editor: string | null,
  ) {
    this.fields = fieldsOf(of.kind);
    this.id = id === "new" ? newID(of) : id;
    this.stored = this.contentOf(loaded);
    this.key = draftKey(editor ?? "", id === "new" ? `new ${of.one}` : id);
    const draft = editor ? draftOf(this.key) : null;
    this.state = new Store<State>({
      loaded, values: this.stored, saved: this.stored, saving: false, failure: "", errors: {}, draft,
      conflicts: this.copyConflicts(loaded),
    });
    this.isNew = id === "new";
  }

  get mayEdit(): boolean {
    return this.editor !== null;
  }

  /** Whether the server knows nothing of it yet. */
  isNew: boolean;
  private key: string;

  private contentOf(loaded: Loaded): Values {
    return pick(this.fields, JSON.parse(loaded.workingCopy?.content ?? loaded.content ?? "{}") as Values);
  }

  private set(changed: Partial<State>) {
    this.state.set({ ...this.state.get(), ...changed });
  }

  /** Whether something is filled in that is not saved. */
  isDirty(): boolean {
    const { values, saved } = this.state.get();
    return this.fields.some((field) => values[field.name] !== saved[field.name] && !same(values[field.name], saved[field.name], field));
  }

  /** Takes what is filled in. It is kept in the browser at once and, where there are working copies, saved after a pause. */
  change(values: Values) {
    const before = this.state.get();
    const changed = this.fields.filter(({ name }) => values[name] !== before.values[name]).map(({ name }) => name);
    const errors = Object.fromEntries(Object.entries(before.errors).filter(([place]) => place !== "" && !changed.includes(place.split("-")[0]!)));
    this.set({ values, errors });
    this.after("draft", pauseBeforeDraft, () => this.keep());
    if (this.of.copies && before.conflicts.length === 0 && !before.draft) this.after("save", pauseBeforeSave, () => void this.save());
  }

  private after(what: string, wait: number, run: () => void) {
    clearTimeout(this.timers[what]);
    this.timers[what] = setTimeout(run, wait);
  }

  /** Keeps in the browser what is not saved. */
  keep() {
    if (this.state.get().draft) return; // the one before is still to be decided on
    if (this.isDirty()) keepDraft(this.key, { base: this.stored, values: this.state.get().values, at: Date.now() });
    else dropDraft(this.key);
  }

  /** Ends it: nothing is saved any more. */
  end() {
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
    if (this.mayEdit) this.keep();
  }

  /** Brings back what was typed before, or forgets it. */
  useDraft(wanted: boolean) {
    const { draft, values } = this.state.get();
    this.set({ draft: null });
    if (!wanted || !draft) return dropDraft(this.key);
    const merged = merge(this.fields, draft.base, values, draft.values);
    this.set({ conflicts: merged.conflicts });
    this.change(merged.values);
  }

  /** Saves what is filled in; gives whether all of it is saved. Saves come one after another. */
  save(): Promise<boolean> {
    clearTimeout(this.timers.save);
    const next = (this.running ?? Promise.resolve(true)).then(() => this.saveOnce());
    this.running = next;
    return next;
  }

  private async saveOnce(): Promise<boolean> {
    if (this.state.get().conflicts.length > 0) return false;
    const isOld = this.lost !== null; // what was filled in since is sent after it
    const sent = this.lost ?? this.toSend();
    if (!sent) {
      this.set({ failure: "" });
      return true;
    }
    this.lost = sent;
    this.set({ saving: true });
    try {
      const again = this.of.copies ? await this.sendCopy(sent) : await this.sendUpdate(sent);
      this.lost = null;
      const { errors, conflicts } = this.state.get();
      const isFine = Object.keys(errors).length === 0 && conflicts.length === 0;
      return again || (isOld && isFine) ? await this.saveOnce() : isFine;
    } catch (error) {
      const lost = error instanceof ConnectionLost;
      if (!lost) this.lost = null;
      this.set({ failure: sentence(error) });
      this.keep();
      if (lost) this.whenConnected();
      return false;
    } finally {
      this.set({ saving: false });
    }
  }

  private whenConnected() {
    const again = () => {
      clearTimeout(this.timers.save);
      removeEventListener("online", again);
      void this.save();
    };
    addEventListener("online", again);
    this.after("save", pauseBeforeSave * 2, again);
  }

  /** What is to be sent, null where all is saved. */
  private toSend(): Sent | null {
    const { values, saved, loaded } = this.state.get();
    const found = changes(this.fields, saved, values);
    const input = this.isNew ? { ...found.input, id: this.id } : found.input;
    const hasMembers = Object.keys(found.members).length > 0;
    if (Object.keys(found.input).length === 0 && !hasMembers && this.seen === null) return null;
    const variables = this.of.copies
      ? {
          id: this.isNew ? undefined : this.id,
          [this.of.one]: input,
          members: hasMembers ? found.members : undefined,
          expectedSave: loaded.workingCopy?.save ?? 0,
          baseRevision: this.seen ?? undefined,
        }
      : { id: this.id, input, expectedRevision: this.isNew ? undefined : revisionOf(loaded), idempotencyKey: crypto.randomUUID() };
    return { ...found, values, variables };
  }

  /** Saves a working copy; gives whether to save once more, on top of what others have saved. */
  private async sendCopy(sent: Sent): Promise<boolean> {
    const { done } = await request(SaveCopy, sent.variables as never);
    if (done.userErrors.some(({ code }) => code === "CONFLICT")) return this.takeTheirs();
    if (done.userErrors.length > 0) return this.refuse(done.userErrors, sent.members);
    this.seen = null;
    this.accept({ ...this.state.get().loaded, workingCopy: done.workingCopy }, sent);
    return false;
  }

  /** Updates or creates what is public at once. */
  private async sendUpdate(sent: Sent): Promise<boolean> {
    const { done } = await request(this.isNew ? this.of.create! : this.of.update!, sent.variables);
    if (done.userErrors.some(({ code }) => code === "CONFLICT")) return this.takeTheirs();
    if (done.userErrors.length > 0) return this.refuse(done.userErrors, sent.members);
    this.id = done.document?.id ?? this.id;
    this.accept(await request(OneDocument, { id: this.id }), sent);
    return false;
  }

  /** Shows what is wrong at the fields. */
  private refuse(found: UserError[], members: Changes["members"]): false {
    this.showErrors(found, members);
    this.set({ failure: "Not saved. See what is wrong below." });
    return false;
  }

  showErrors(found: UserError[], members: Changes["members"] = {}) {
    const errors: Record<string, string[]> = {};
    for (const { field, message } of found) {
      const place = placeOf(field, this.state.get().values, members);
      (errors[this.fields.some(({ name }) => name === place.split("-")[0]) ? place : ""] ??= []).push(`${message}.`);
    }
    this.set({ errors });
  }

  /** Takes what the server has stored of what was sent; what was typed since stays. */
  private accept(loaded: Loaded, sent: Sent) {
    this.stored = this.contentOf(loaded);
    const saved = adoptIds(this.fields, sent.values, this.stored);
    const { values } = this.state.get();
    this.isNew = false;
    this.set({
      loaded, saved, failure: "", errors: {}, conflicts: this.copyConflicts(loaded),
      values: values === sent.values ? saved : adoptIds(this.fields, values, this.stored),
    });
    dropDraft(this.key);
    this.key = draftKey(this.editor ?? "", this.id);
    this.keep();
  }

  /** Goes on from what others have saved; gives whether what is filled in can be saved on top of it. */
  private async takeTheirs(): Promise<boolean> {
    const loaded = await request(OneDocument, { id: this.id });
    const theirs = this.contentOf(loaded);
    const { values, saved } = this.state.get();
    const merged = merge(this.fields, this.stored, theirs, values, saved);
    this.stored = theirs;
    this.isNew = this.isNew && !loaded.workingCopy && !loaded.content;
    this.set({ loaded, values: merged.values, saved: theirs, conflicts: merged.conflicts });
    return merged.conflicts.length === 0;
  }

  /** The fields in which the working copy and the document have gone apart. */
  private copyConflicts(loaded: Loaded): Conflict[] {
    const parse = (text: string | null | undefined) => (text ? (JSON.parse(text) as unknown) : undefined);
    return (loaded.workingCopy?.conflicts ?? []).flatMap(({ field: name, base, published, working }) => {
      const field = this.fields.find((known) => known.name === name);
      return field ? [{ field, base: parse(base), theirs: parse(published), ours: parse(working) }] : [];
    });
  }

  /** Takes for each conflict the side that was chosen, and saves. */
  async resolve(choices: Record<string, "ours" | "theirs">) {
    const { values, conflicts, loaded } = this.state.get();
    if (loaded.workingCopy?.conflicts.length) this.seen = revisionOf(loaded);
    const chosen = { ...values };
    for (const { field, ours, theirs } of conflicts) chosen[field.name] = choices[field.name] === "theirs" ? theirs : ours;
    this.set({ values: chosen, conflicts: [] });
    if (this.of.copies) await this.save();
  }

  /** Shows the document as the server has it now, as after an action. */
  async reload() {
    const loaded = await request(OneDocument, { id: this.id });
    this.stored = this.contentOf(loaded);
    dropDraft(this.key);
    this.set({ loaded, values: this.stored, saved: this.stored, errors: {}, failure: "", conflicts: this.copyConflicts(loaded) });
  }
}

export type { Done };
