import { useEffect, useState } from "preact/hooks";
import { request } from "../api/client";
import { sentence } from "../api/errors";
import type { KindOfDocument } from "../document/kinds";
import { timeOf } from "../document/notes";
import { fieldsOf, type Values } from "../forms/form";
import { History as HistoryOf, type HistoryQuery, RestoreRevision } from "../generated/operations";
import { ask } from "../shell/Dialog";
import { navigate } from "../shell/router";
import { may } from "../shell/session";
import { tell } from "../shell/status";
import { Differences } from "./Differences";

type Change = NonNullable<HistoryQuery["revisions"]>["nodes"][number];

const pageSize = 20;

const deeds: Record<string, string> = { CREATE: "created it", UPDATE: "changed it", DELETE: "deleted it" };
const operations: Record<string, string> = {
  publishWorkingCopy: "published a working copy", restoreRevision: "restored an earlier text", retireProvider: "retired it",
  reinstateProvider: "listed it again", confirmProvider: "confirmed it", submitArticle: "submitted it for review",
  reviewArticle: "signed it off", publishArticle: "published it", unpublishArticle: "unpublished it",
};

interface Properties {
  of: KindOfDocument;
  id: string;
  /** The current one; none of a document that is deleted. */
  revision?: number;
  restored?(): void;
}

/** Who has changed a document, when and what; each text can be restored. */
export function History({ of, id, revision, restored }: Properties) {
  const [changes, setChanges] = useState<Change[] | null>(null);
  const [more, setMore] = useState<string | null>(null);
  const [failure, setFailure] = useState("");

  async function load(after?: string) {
    try {
      const { nodes, pageInfo } = (await request(HistoryOf, { id, first: pageSize, after })).revisions!;
      setChanges((known) => [...(after ? (known ?? []) : []), ...nodes]);
      setMore(pageInfo.hasNextPage ? pageInfo.endCursor : null);
    } catch (error) {
      setFailure(sentence(error));
    }
  }
  useEffect(() => void load(), [id]);

  async function restore(change: Change) {
    const text = `The ${of.one} will say what it said on ${timeOf(change.at)}. That is a change like any other, and can be undone.`;
    if (!(await ask("Restore this text?", text, "Restore"))) return;
    try {
      const { restoreRevision } = await request(RestoreRevision, {
        id, revision: change.revision, expectedRevision: revision, idempotencyKey: crypto.randomUUID(),
      });
      if (restoreRevision.userErrors[0]) throw new Error(restoreRevision.userErrors[0].message);
      tell("Restored.");
      restored?.();
      await navigate(`/desk/${of.path}/${id}`);
    } catch (error) {
      tell(sentence(error), { bad: true });
    }
  }

  if (failure) return <p class="problem">{failure}</p>;
  if (!changes) return <p class="loading">Loading…</p>;
  if (changes.length === 0) return <p>Nothing is known of earlier changes.</p>;
  return (
    <>
      <ol class="history">
        {changes.map((change) => (
          <li key={change.revision} class="panel">
            <div class="across">
              <h2>
                {change.name ?? change.by} {operations[change.operation] ?? deeds[change.action]}
              </h2>
              <p class="soft">
                <time dateTime={change.at}>{timeOf(change.at)}</time>, revision {change.revision}
              </p>
            </div>
            <WhatChanged of={of} change={change} />
            {may("EDITOR") && change.action !== "DELETE" && change.revision !== revision && (
              <p>
                <button type="button" class="second" onClick={() => void restore(change)}>
                  Restore<span class="quiet"> the text of revision {change.revision}</span>
                </button>
              </p>
            )}
          </li>
        ))}
      </ol>
      {more && (
        <p>
          <button type="button" class="second" onClick={() => void load(more)}>
            Show earlier changes
          </button>
        </p>
      )}
    </>
  );
}

/** What people do not read: how imports and reviews keep track. */
const internal = ["id", "imported", "npiRecord"];

function WhatChanged({ of, change }: { of: KindOfDocument; change: Change }) {
  const side = (which: "before" | "after"): Values =>
    Object.fromEntries(change.differences.flatMap((difference) => {
      const text = difference[which];
      return text ? [[difference.field, JSON.parse(text) as unknown]] : [];
    }));
  const names = change.differences.map(({ field }) => field).filter((name) => !internal.includes(name));
  return <Differences fields={fieldsOf(of.kind)} names={names} before={side("before")} after={side("after")} />;
}
