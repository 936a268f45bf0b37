import { useState } from "preact/hooks";
import { request } from "../api/client";
import { sentence } from "../api/errors";
import type { Operation } from "../api/operation";
import * as operations from "../generated/operations";
import { ask } from "../shell/Dialog";
import { navigate } from "../shell/router";
import { tell } from "../shell/status";
import type { Editing, State } from "./editing";
import { revisionOf } from "./editing";
import type { Done } from "./kinds";

interface Properties {
  editing: Editing;
  state: State;
  /** Called when something was refused, so that the first field takes the focus. */
  refused(): void;
}

type Change = Operation<Done, Record<string, unknown>>;

/** What can be done with the document. */
export function Actions({ editing, state, refused }: Properties) {
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<{ text: string; undo?: number } | null>(null);
  if (!editing.mayEdit) return null;

  /** Runs one thing at a time, and tells what went wrong. */
  async function run(what: () => Promise<string | { text: string; undo?: number }>) {
    setBusy(true);
    setDone(null);
    try {
      const said = await what();
      if (said) setDone(typeof said === "string" ? { text: said } : said);
    } catch (error) {
      tell(sentence(error), { bad: true });
    } finally {
      setBusy(false);
    }
  }

  /** Shows the errors of an action. */
  function hasErrors({ done: { userErrors } }: Done): boolean {
    if (userErrors.length === 0) return false;
    editing.showErrors(userErrors);
    refused();
    return true;
  }

  const act = (operation: unknown, said: string, variables: Record<string, unknown> = {}) =>
    run(async () => {
      const expectedRevision = revisionOf(editing.state.get().loaded);
      const answer = await request(operation as Change, { id: editing.id, expectedRevision, idempotencyKey: crypto.randomUUID(), ...variables });
      if (hasErrors(answer)) return "";
      await editing.reload();
      return said;
    });

  /** Saves, and publishes now or at a time. */
  const publish = (at?: string) =>
    run(async () => {
      if (!(await editing.save())) {
        refused();
        return "";
      }
      const { loaded } = editing.state.get();
      if (!loaded.workingCopy) return "There is nothing to publish: nothing has changed.";
      const answer = await request(operations.PublishCopy, { id: editing.id, expectedSave: loaded.workingCopy.save, at });
      if (hasErrors(answer as Done)) {
        if (answer.done.userErrors.some(({ code }) => code === "CONFLICT")) await editing.reload();
        return "";
      }
      await editing.reload();
      if (at) return "Scheduled.";
      const revision = revisionOf(editing.state.get().loaded);
      return { text: "Published. Everybody sees it.", undo: revision > 1 ? revision - 1 : undefined };
    });

  const onCopy = (operation: unknown, said: string) =>
    run(async () => {
      const answer = await request(operation as Change, { id: editing.id, expectedSave: editing.state.get().loaded.workingCopy!.save });
      if (hasErrors(answer)) return "";
      await editing.reload();
      return said;
    });

  const undo = (revision: number) =>
    run(async () => {
      const { restoreRevision } = await request(operations.RestoreRevision, {
        id: editing.id, revision, expectedRevision: revision + 1, idempotencyKey: crypto.randomUUID(),
      });
      if (restoreRevision.userErrors[0]) throw new Error(restoreRevision.userErrors[0].message);
      await editing.reload();
      return "Undone: it is as it was before.";
    });

  async function discard() {
    if (!(await ask("Discard the working copy?", "What it changes is lost. The public page stays as it is.", "Discard"))) return;
    await onCopy(operations.DiscardCopy, "The working copy is discarded.");
    const { loaded } = editing.state.get();
    if (!loaded.workingCopy && !loaded.content) await navigate(`/desk/${editing.of.path}`);
  }

  async function remove() {
    const { one, path } = editing.of;
    if (!(await ask(`Delete this ${one}?`, "It is gone from every page. Its history stays, and from there it can be restored.", "Delete"))) return;
    await act(editing.of.remove, "");
    if (!editing.state.get().loaded.content && !editing.state.get().loaded.workingCopy) {
      tell(`The ${one} is deleted.`);
      await navigate(`/desk/${path}`);
    }
  }

  const { loaded } = state;
  const { provider, article, workingCopy } = loaded;
  return (
    <section class="panel actions" aria-labelledby="actions-heading">
      <h2 id="actions-heading">Actions</h2>
      <div role="status">
        {done && (
          <p class="done">
            {done.text}{" "}
            {done.undo && (
              <button type="button" class="second" onClick={() => void undo(done.undo!)}>
                Undo
              </button>
            )}
          </p>
        )}
      </div>
      <fieldset class="all" disabled={busy || state.conflicts.length > 0}>
        {editing.of.copies && (
          <>
            <Publish publish={publish} scheduled={Boolean(workingCopy?.scheduledFor)} />
            {workingCopy?.scheduledFor && (
              <button type="button" class="second" onClick={() => void onCopy(operations.UnscheduleCopy, "It is not scheduled any more.")}>
                Do not publish it then
              </button>
            )}
            {workingCopy && (
              <button type="button" class="second" onClick={() => void discard()}>
                Discard working copy
              </button>
            )}
          </>
        )}
        {article?.articleStatus === "DRAFT" && (
          <button type="button" class="second" onClick={() => void act(operations.SubmitOne, "The reviewers have it.")}>
            Submit for review
          </button>
        )}
        {article && article.articleStatus !== "PUBLISHED" && !workingCopy && (
          <button type="button" class="second" onClick={() => void act(operations.PublishOne, "Published. Everybody sees it.")}>
            Publish the article as it is
          </button>
        )}
        {article?.articleStatus === "PUBLISHED" && (
          <button type="button" class="second" onClick={() => void act(operations.UnpublishOne, "It is a draft again, and not public.")}>
            Unpublish
          </button>
        )}
        {provider?.providerStatus === "ACTIVE" && <Confirm confirm={(by) => void act(operations.ConfirmOne, "Confirmed today.", { by })} />}
        {provider?.providerStatus === "ACTIVE" && (
          <button type="button" class="second" onClick={() => void act(operations.RetireOne, "Retired: nobody but editors sees the entry.")}>
            Retire
          </button>
        )}
        {provider?.providerStatus === "RETIRED" && (
          <button type="button" class="second" onClick={() => void act(operations.ReinstateOne, "Listed again.")}>
            Reinstate
          </button>
        )}
        {revisionOf(loaded) > 0 && (
          <button type="button" class="danger" onClick={() => void remove()}>
            Delete
          </button>
        )}
      </fieldset>
    </section>
  );
}

/** Publishes now, or at a time of the person's own time zone. */
function Publish({ publish, scheduled }: { publish(at?: string): Promise<void>; scheduled: boolean }) {
  const [at, setAt] = useState("");
  return (
    <>
      <button type="button" onClick={() => void publish()}>
        Publish now
      </button>
      <details>
        <summary>{scheduled ? "Publish at another time" : "Publish later"}</summary>
        <label for="publish-at">Publish at</label>
        <input id="publish-at" type="datetime-local" value={at} onInput={(event) => setAt(event.currentTarget.value)} />
        <button type="button" class="second" disabled={!at} onClick={() => void publish(new Date(at).toISOString())}>
          Schedule
        </button>
      </details>
    </>
  );
}

const confirming: [by: string, label: string][] = [
  ["PROVIDER", "The provider said so"],
  ["EDITOR", "I have looked at what they publish"],
  ["TELEPHONE", "I have called them"],
];

/** Keeps that somebody has said that all is right. */
function Confirm({ confirm }: { confirm(by: string): void }) {
  const [by, setBy] = useState(confirming[0]![0]);
  return (
    <details>
      <summary>Confirm that all is right</summary>
      <label for="confirm-by">How do you know?</label>
      <select id="confirm-by" value={by} onChange={(event) => setBy(event.currentTarget.value)}>
        {confirming.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button type="button" class="second" onClick={() => confirm(by)}>
        Confirm today
      </button>
    </details>
  );
}
