import "../forms/forms.css";
import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { sentence } from "../api/errors";
import { Fields } from "../forms/Fields";
import { Context } from "../forms/context";
import type { Field } from "../forms/form";
import { grouped } from "../forms/groups";
import { type Loaded, Editing, revisionOf } from "./editing";
import { OneDocument } from "../generated/operations";
import { History } from "../history/History";
import { Page } from "../shell/Page";
import { Link, type PageProperties, useUnsaved } from "../shell/router";
import { may, person } from "../shell/session";
import { useStore } from "../shell/store";
import { useQuery } from "../shell/useQuery";
import { Actions } from "./Actions";
import { Conflicts } from "./Conflicts";
import { kinds, type KindOfDocument } from "./kinds";
import { Aside } from "./Aside";
import { ErrorSummary, Offer, Saving } from "./notes";
import { previewOf } from "../article/preview";

const empty: Loaded = {
  provider: null, article: null, condition: null, treatment: null, credential: null, insurer: null, content: null, workingCopy: null,
};

/** A document: kind is providers, articles and so on; id is an id, or new; view may be history. */
export default function Document({ params }: PageProperties) {
  const of = kinds[params.kind!];
  if (!of) {
    return (
      <Page title="Page not found">
        <p>The address may be mistyped.</p>
      </Page>
    );
  }
  if (params.id === "new") return <Form key="new" of={of} id="new" loaded={empty} />;
  return <Existing key={params.id} of={of} id={params.id!} view={params.view} />;
}

function Existing({ of, id, view }: { of: KindOfDocument; id: string; view?: string }) {
  const { data, error, reload } = useQuery(OneDocument, { id });
  if (error && !data) {
    return (
      <Page title="Not loaded">
        <p class="problem">{sentence(error)}</p>
        <p>
          <button type="button" onClick={reload}>
            Try again
          </button>
        </p>
      </Page>
    );
  }
  if (!data) return <p class="loading">Loading…</p>;
  if (!data.content && !data.workingCopy) {
    return (
      <Page title={`No such ${of.one}`}>
        <p>It may have been deleted. Its history is still there.</p>
        <History of={of} id={id} restored={reload} />
      </Page>
    );
  }
  if (view === "history") {
    return (
      <Page title={`History of ${nameOf(data, of)}`} actions={<Link href={`/desk/${of.path}/${id}`}>Back to the {of.one}</Link>}>
        <History of={of} id={id} revision={revisionOf(data)} />
      </Page>
    );
  }
  return <Form of={of} id={id} loaded={data} />;
}

/** What a document is called. */
export function nameOf(loaded: Loaded, of: KindOfDocument): string {
  const { name, title } = JSON.parse(loaded.workingCopy?.content ?? loaded.content ?? "{}") as { name?: string; title?: string };
  return title || name || `${of.one[0]!.toUpperCase()}${of.one.slice(1)} without a name`;
}

/** Whether a heading would say what its only field says. */
const isAlone = (heading: string, [first, ...others]: Field[]) => others.length === 0 && first?.label === heading;

function Form({ of, id, loaded }: { of: KindOfDocument; id: string; loaded: Loaded }) {
  const editing = useMemo(() => new Editing(of, id, loaded, may("EDITOR") ? person.get()!.id : null), [of, id]);
  const state = useStore(editing.state);
  const [tried, setTried] = useState(0);
  useEffect(() => {
    const keep = () => editing.keep();
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("pagehide", keep);
      editing.end();
    };
  }, [editing]);
  useUnsaved(useCallback(() => editing.isDirty(), [editing]));
  const isSaved = id === "new" && !editing.isNew;
  useEffect(() => {
    // The page stays as it is, and so does the focus; loaded anew, it is that of the document.
    if (isSaved) history.replaceState(history.state, "", `/desk/${of.path}/${editing.id}`);
  }, [isSaved]);
  const preview = of.kind === "Article" ? (place: string) => previewOf(editing, place) : undefined;
  const context = useMemo(() => ({ errors: state.errors, preview }), [state.errors, editing]);
  const title = editing.isNew ? `New ${of.one}` : nameOf(state.loaded, of);
  return (
    <Page
      title={title}
      actions={
        <>
          <Saving editing={editing} state={state} />
          {revisionOf(state.loaded) > 0 && <Link href={`/desk/${of.path}/${editing.id}/history`}>History</Link>}
        </>
      }
    >
      {state.draft && <Offer draft={state.draft} use={(wanted) => editing.useDraft(wanted)} />}
      {state.conflicts.length > 0 && <Conflicts conflicts={state.conflicts} resolve={(choices) => void editing.resolve(choices)} />}
      <ErrorSummary fields={editing.fields} errors={state.errors} tried={tried} />
      <Context.Provider value={context}>
        <div class="document">
          <form
            class="document-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void editing.save().then(() => setTried((times) => times + 1));
            }}
          >
            <fieldset class="all" disabled={!editing.mayEdit || state.draft !== null || state.conflicts.length > 0}>
              {grouped(of.kind, editing.fields).map(([heading, fields]) => (
                <section key={heading} class={isAlone(heading, fields) ? "panel alone" : "panel"} aria-label={heading || of.one}>
                  {heading && !isAlone(heading, fields) && <h2>{heading}</h2>}
                  <div class="fields">
                    <Fields fields={fields} values={state.values} change={(values) => editing.change(values)} />
                  </div>
                </section>
              ))}
            </fieldset>
            {editing.mayEdit && (
              <p class="buttons save">
                <button type="submit" disabled={state.saving}>
                  {of.copies ? "Save working copy" : "Save and make public"}
                </button>
              </p>
            )}
          </form>
          <aside class="document-aside" aria-label="State and actions">
            <Aside editing={editing} state={state} />
            <Actions editing={editing} state={state} refused={() => setTried((times) => times + 1)} />
          </aside>
        </div>
      </Context.Provider>
    </Page>
  );
}
