import { useEffect, useState } from "preact/hooks";
import { request } from "../api/client";
import { sentence } from "../api/errors";
import { subscribe } from "../api/subscribe";
import { CancelImport, ImportProgress, ImportResult, type ImportResultQuery } from "../generated/operations";
import { Link } from "../shell/router";
import { tell } from "../shell/status";
import { counted, Moment, number } from "../shell/words";
import { saveRejects } from "./upload";

type Result = NonNullable<ImportResultQuery["import"]>;

interface Properties {
  id: string;
  /** Imports what was tried; null where the page no longer has the file. */
  apply: (() => void) | null;
  onEnd(): void;
}

/** One import: how far it is, and what came of it. */
export function Import({ id, apply, onEnd }: Properties) {
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const [result, setResult] = useState<Result | null>(null);
  const [problem, setProblem] = useState("");

  useEffect(() => {
    const left = new AbortController();
    async function follow() {
      await subscribe(ImportProgress, { id }, ({ importProgress }) => setProgress(importProgress), left.signal);
      const data = await request(ImportResult, { id }, { signal: left.signal });
      setResult(data.import);
      if (!data.import) setProblem("Nothing is known of this import any more.");
      onEnd();
    }
    follow().catch((error: unknown) => !left.signal.aborted && setProblem(sentence(error)));
    return () => left.abort();
  }, [id, onEnd]);

  if (problem) {
    return (
      <p class="problem" role="alert">
        {problem}
      </p>
    );
  }
  return result ? <Outcome result={result} apply={apply} /> : <Progress id={id} {...progress} />;
}

function Progress({ id, done, total }: { id: string; done: number; total: number }) {
  const cancel = () =>
    request(CancelImport, { id }).then(
      () => tell("The import is being ended."),
      (error: unknown) => tell(sentence(error), { bad: true }),
    );
  const percent = total ? Math.floor((100 * done) / total) : 0;
  return (
    <section class="panel import">
      <h2>In progress</h2>
      <progress max={total || 1} value={total ? done : undefined} aria-label="How much is done" />
      <p class="soft">{total ? `${number(done)} of ${counted(total, "document")}` : "The file is being read."}</p>
      <p role="status" class="quiet">{`${percent - (percent % 25)} percent`}</p>
      <p class="buttons">
        <button type="button" class="second" onClick={() => void cancel()}>
          Stop
        </button>
      </p>
    </section>
  );
}

function Outcome({ result, apply }: { result: Result; apply: (() => void) | null }) {
  const { dryRun, status } = result;
  const writes = result.created + result.changed > 0;
  return (
    <section class="panel import">
      <div class="across">
        <h2>{headings[status]?.[dryRun ? 0 : 1] ?? result.file}</h2>
        <p class="soft">
          {result.file}, <Moment at={result.endedAt ?? result.startedAt} /> {result.byName && `by ${result.byName}`}
        </p>
      </div>
      {status === "SUCCEEDED" ? <Counts result={result} /> : <Trouble result={result} />}
      {status === "SUCCEEDED" && dryRun && (
        <Offer writes={writes} replace={result.replace} apply={apply} />
      )}
      <Rejects result={result} />
      <Emptied result={result} />
      <Notes result={result} kind="ODDITY" title="Odd in the file" />
      <Notes result={result} kind="RESEMBLING" title="New, and like one that is there" />
      {result.noteCount > result.notes.length && <p class="soft">Of {number(result.noteCount)} notes, the first {result.notes.length} are shown.</p>}
      <Changes result={result} />
    </section>
  );
}

/** What came of it: tried, and imported. */
const headings: Partial<Record<Result["status"], [string, string]>> = {
  SUCCEEDED: ["What the file would do", "The file is imported"],
  REJECTED: ["The file has faults", "The file has faults"],
  FAILED: ["It did not work", "It did not work"],
  CANCELED: ["It was stopped", "It was stopped"],
  INTERRUPTED: ["It was interrupted", "It was interrupted"],
};

function Counts({ result }: { result: Result }) {
  return (
    <p role="status">
      <strong>{number(result.created)}</strong> created, <strong>{number(result.changed)}</strong> changed,{" "}
      <strong>{number(result.unchanged)}</strong> as they were.
    </p>
  );
}

function Trouble({ result }: { result: Result }) {
  const told =
    result.status === "REJECTED" ? `${counted(result.rejectCount, "fault")}; nothing of the file was imported.` : sentence(result.message ?? "");
  return (
    <p class="problem" role="alert">
      {told}
    </p>
  );
}

function Offer({ writes, replace, apply }: { writes: boolean; replace: boolean; apply: (() => void) | null }) {
  if (!writes) return <p>The directory says all this already. There is nothing to import.</p>;
  if (!apply) return <p>To import it, choose the file again.</p>;
  return (
    <p class="buttons">
      <button type="button" onClick={apply}>
        Import it
      </button>
      <span class="soft">{replace ? "Providers are replaced as a whole." : "Nothing has been changed yet."}</span>
    </p>
  );
}

function Rejects({ result: { id, rejects, rejectCount } }: { result: Result }) {
  if (!rejects.length) return null;
  return (
    <>
      <div class="scroll">
        <table class="list">
          <caption class="quiet">Faults of the file</caption>
          <thead>
            <tr>
              {["Place", "Field", "What stands there", "Fault"].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rejects.map((reject, at) => (
              <tr key={at}>
                <th scope="row">{reject.place}</th>
                <td data-label="Field">{reject.field?.slice(1) ?? "–"}</td>
                <td data-label="What stands there">{reject.value ?? "–"}</td>
                <td data-label="Fault">{reject.rule}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="buttons">
        <button
          type="button"
          class="second"
          onClick={() => saveRejects(id).catch((error: unknown) => tell(sentence(error), { bad: true }))}
        >
          Save the faults as a table
        </button>
        {rejectCount > rejects.length && <span class="soft">The first {rejects.length} are shown here.</span>}
      </p>
    </>
  );
}

/** What documents would lose. */
function Emptied({ result }: { result: Result }) {
  const notes = result.notes.filter(({ kind }) => kind === "EMPTIED");
  if (!notes.length) return null;
  return (
    <details open>
      <summary>Would be emptied: {counted(notes.length, "document")}</summary>
      <ul>
        {notes.map(({ documentId, text, fields }) => (
          <li key={text}>
            <DocumentLink id={documentId ?? ""}>{text.replace(/: would be emptied: .*/, "")}</DocumentLink> loses {fields.join(", ")}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Notes({ result, kind, title }: { result: Result; kind: Result["notes"][number]["kind"]; title: string }) {
  const notes = result.notes.filter((note) => note.kind === kind);
  if (!notes.length) return null;
  return (
    <details open>
      <summary>
        {title}: {number(notes.length)}
      </summary>
      <ul>
        {notes.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  );
}

function Changes({ result: { changes, created, changed, dryRun } }: { result: Result }) {
  if (!changes.length) return null;
  return (
    <details open={!dryRun || changes.length <= 20}>
      <summary>{dryRun ? "What would change" : "What was changed"}</summary>
      <ul>
        {changes.map(({ id, slug, action }) => (
          <li key={id}>
            {dryRun && action === "CREATE" ? slug : <DocumentLink id={id}>{slug}</DocumentLink>} {action === "CREATE" ? "is new" : "is changed"}
          </li>
        ))}
      </ul>
      {created + changed > changes.length && <p class="soft">The first {changes.length} are shown.</p>}
    </details>
  );
}

/** Where the desk has the documents of an id that begins so. */
const kinds: Record<string, string> = {
  prv: "providers", art: "articles", cnd: "conditions", trt: "treatments", crd: "credentials", ins: "insurers",
};

function DocumentLink({ id, children }: { id: string; children: string }) {
  const kind = kinds[id.slice(0, 3)];
  return kind ? <Link href={`/desk/${kind}/${id}`}>{children}</Link> : <>{children}</>;
}
