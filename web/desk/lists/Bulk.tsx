import { useState } from "preact/hooks";
import { Dialog } from "../shell/Dialog";
import { may } from "../shell/session";
import { counted } from "../shell/words";
import type { Action, Outcome, Subject } from "./actions";

interface Properties {
  subjects: Subject[];
  actions: Action[];
  /** Called when something may have changed, with the ids of those that went well. */
  onDone(done: string[]): void;
  onClear(): void;
}

/** What can be done with those that are selected; what became of each is told by itself. */
export function Bulk({ subjects, actions, onDone, onClear }: Properties) {
  const [chosen, choose] = useState<{ action: Action; subjects: Subject[] } | null>(null);
  const possible = actions
    .filter(({ role }) => may(role))
    .map((action) => ({ action, subjects: subjects.filter((subject) => action.applies(subject)) }))
    .filter(({ subjects: some }) => some.length > 0);
  return (
    <section class="bulk panel" aria-label="Selected">
      <p role="status">
        <strong>{subjects.length} selected</strong>
      </p>
      <p class="buttons">
        {possible.map((one) => (
          <button type="button" class="second" key={one.action.label} onClick={() => choose(one)}>
            {one.action.label}
            {one.subjects.length < subjects.length && ` (${one.subjects.length})`}
          </button>
        ))}
        <button type="button" class="plain" onClick={onClear}>
          Select none
        </button>
      </p>
      {chosen && (
        <Run
          {...chosen}
          onClose={(done) => {
            choose(null);
            if (done) onDone(done);
          }}
        />
      )}
    </section>
  );
}

interface RunProperties {
  action: Action;
  subjects: Subject[];
  /** Given null where nothing was done. */
  onClose(done: string[] | null): void;
}

function Run({ action, subjects, onClose }: RunProperties) {
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);
  const [state, setState] = useState<"asking" | "running" | "over">("asking");
  const failed = outcomes.filter(({ problems }) => problems.length > 0);

  async function run() {
    setState("running");
    await action.run(subjects, (outcome) => setOutcomes((before) => [...before, outcome]));
    setState("over");
  }

  const close = () => {
    if (state === "running") return;
    onClose(state === "over" ? outcomes.filter(({ problems }) => problems.length === 0).map(({ subject }) => subject.id) : null);
  };

  return (
    <Dialog title={action.label} onClose={close}>
      {state === "asking" ? (
        <>
          {action.warning && <p>{action.warning}</p>}
          <ul class="names">
            {subjects.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p role="status">
            {outcomes.length - failed.length} of {counted(subjects.length, "document")} done{failed.length > 0 && `, ${failed.length} refused`}.
          </p>
          <ul class="names outcomes">
            {outcomes.map(({ subject, problems }) => (
              <li key={subject.id}>
                {subject.title}: {problems.length === 0 ? "done" : <span class="error">{problems.join("; ")}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="buttons">
        {state === "asking" && (
          <button type="button" class="second" onClick={close}>
            Cancel
          </button>
        )}
        {state === "asking" ? (
          <button type="button" class="go" onClick={() => void run()}>
            {action.label}
          </button>
        ) : (
          <button type="button" class="go" disabled={state === "running"} onClick={close}>
            Close
          </button>
        )}
      </p>
    </Dialog>
  );
}
