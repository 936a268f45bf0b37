import { useEffect, useState } from "preact/hooks";
import { request } from "../api/client";
import { sentence } from "../api/errors";
import { type Editing, revisionOf, type State } from "../document/editing";
import { timeOf } from "../document/notes";
import type { Values } from "../forms/form";
import { ContentAt, History, type HistoryQuery, ReviewArticle, ReviewCopy } from "../generated/operations";
import { Differences } from "../history/Differences";
import { Dialog } from "../shell/Dialog";
import { may } from "../shell/session";
import { tell } from "../shell/status";

/** What a medical review is of. */
const reviewed = ["title", "topic", "lead", "sections", "conditions", "sources", "callToAction"];

type Page = NonNullable<HistoryQuery["revisions"]>;

interface Signed {
  at: string;
  content: Values;
}

/** The text that was signed last, null where nobody has signed one that is known. */
async function signedText(id: string): Promise<Signed | null> {
  for (let cursor: string | null = null; ; ) {
    const { nodes, pageInfo }: Page = (await request(History, { id, first: 100, after: cursor })).revisions!;
    const signing = nodes.find(({ differences }) => differences.some(({ field, after }) => field === "medicalReview" && after && !isStale(after)));
    if (signing) {
      const { content } = await request(ContentAt, { id, revision: signing.revision });
      return content ? { at: signing.at, content: JSON.parse(content) as Values } : null;
    }
    if (!pageInfo.hasNextPage) return null;
    cursor = pageInfo.endCursor;
  }
}

const isStale = (review: string) => (JSON.parse(review) as { stale?: boolean }).stale === true;

/** Who has signed the text off, what has changed since, and the sign-off of a reviewer. */
export function Review({ editing, state }: { editing: Editing; state: State }) {
  const { article, workingCopy } = state.loaded;
  const shown = workingCopy?.article ?? article;
  const review = shown?.medicalReview;
  const [comparing, compare] = useState(false);
  return (
    <section class="panel" aria-labelledby="review-heading">
      <h2 id="review-heading">Medical review</h2>
      {!review && <p>Nobody has signed this text off.</p>}
      {review && (
        <p>
          {review.reviewer} signed {review.stale ? "an earlier text" : "this very text"} off on {review.reviewedOn}.
        </p>
      )}
      {review && (
        <p>
          <button type="button" class="second" onClick={() => compare(true)}>
            What has changed since
          </button>
        </p>
      )}
      {comparing && <Compared editing={editing} state={state} close={() => compare(false)} />}
      {may("REVIEWER") && shown && <SignOff editing={editing} state={state} fingerprint={shown.fingerprint} />}
    </section>
  );
}

function Compared({ editing, state, close }: { editing: Editing; state: State; close(): void }) {
  const [signed, setSigned] = useState<Signed | null | undefined>(undefined);
  const [failure, setFailure] = useState("");
  useEffect(() => {
    signedText(editing.id).then(setSigned, (error: unknown) => setFailure(sentence(error)));
  }, []);
  return (
    <Dialog title="What was signed, and what is there now" wide onClose={close}>
      {failure && <p class="problem">{failure}</p>}
      {signed === undefined && !failure && <p>Loading…</p>}
      {signed === null && <p>The text that was signed is not known.</p>}
      {signed && (
        <>
          <p class="soft">Signed {timeOf(signed.at)}. On the left what was signed, on the right what is there now.</p>
          <Differences fields={editing.fields} names={reviewed} before={signed.content} after={state.values} sideBySide />
        </>
      )}
      <p class="buttons">
        <button type="button" onClick={close}>
          Close
        </button>
      </p>
    </Dialog>
  );
}

function SignOff({ editing, state, fingerprint }: { editing: Editing; state: State; fingerprint: string }) {
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);

  async function sign() {
    setBusy(true);
    const { workingCopy } = state.loaded;
    const review = name.trim() ? { onBehalfOf: name.trim() } : {};
    try {
      const { done } = workingCopy
        ? await request(ReviewCopy, { id: editing.id, expectedSave: workingCopy.save, expectedFingerprint: fingerprint, review })
        : await request(ReviewArticle, {
            id: editing.id, expectedRevision: revisionOf(state.loaded), expectedFingerprint: fingerprint, review, idempotencyKey: crypto.randomUUID(),
          });
      await editing.reload();
      if (done.userErrors[0]) throw new Error(done.userErrors[0].message);
      tell("You have signed this text off.");
    } catch (error) {
      tell(sentence(error), { bad: true });
    } finally {
      setBusy(false);
    }
  }

  if (editing.isDirty()) return <p class="soft">Save first: what is signed is the text that is saved.</p>;
  return (
    <details>
      <summary>Sign this text off</summary>
      <label for="on-behalf-of">On behalf of (empty: you yourself)</label>
      <input id="on-behalf-of" type="text" value={name} onInput={(event) => setName(event.currentTarget.value)} />
      <button type="button" disabled={busy} onClick={() => void sign()}>
        Sign off
      </button>
    </details>
  );
}
