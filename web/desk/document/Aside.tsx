import { Review } from "../article/Review";
import { Differences } from "../history/Differences";
import { pick, type Values } from "../forms/form";
import { placeOf } from "../forms/changes";
import { type Editing, revisionOf, type State } from "./editing";
import { FieldLink, timeOf } from "./notes";

/** The state of the document, and of its working copy. */
export function Aside({ editing, state }: { editing: Editing; state: State }) {
  const { loaded } = state;
  return (
    <>
      <section class="panel" aria-labelledby="state-heading">
        <h2 id="state-heading">State</h2>
        <p class="badges">
          {badges(editing, state).map((badge) => (
            <span key={badge} class="badge">
              {badge}
            </span>
          ))}
        </p>
        <PublicPage state={state} />
        {loaded.workingCopy && <CopyState editing={editing} state={state} />}
      </section>
      {editing.of.kind === "Article" && !editing.isNew && <Review editing={editing} state={state} />}
    </>
  );
}

function badges({ isNew }: Editing, { loaded }: State): string[] {
  const { provider, article, workingCopy } = loaded;
  const all: string[] = [];
  if (article) all.push({ DRAFT: "Draft", IN_REVIEW: "In review", PUBLISHED: "Published" }[article.articleStatus]);
  else if (provider) all.push(provider.providerStatus === "RETIRED" ? "Retired" : "Listed");
  else if (revisionOf(loaded) > 0) all.push("Public");
  else all.push(isNew ? "New" : "Not public yet");
  if (provider?.unconfirmed) all.push("Not confirmed lately");
  if (workingCopy) all.push(workingCopy.scheduledFor ? "Scheduled" : "Working copy");
  if (article?.medicalReview?.stale) all.push("Review of an earlier text");
  else if (article?.medicalReview?.overdue) all.push("Review due");
  return all;
}

function PublicPage({ state: { loaded } }: { state: State }) {
  const { provider, article } = loaded;
  const address = provider?.providerStatus === "ACTIVE" ? provider.profileUrl : article?.articleStatus === "PUBLISHED" ? article.url : "";
  if (!address) return null;
  // The site's own address may be another one than that of this server.
  return (
    <p>
      <a href={new URL(address).pathname} target="_blank" rel="noopener">
        Public page<span class="quiet"> (in a new tab)</span>
      </a>
    </p>
  );
}

function CopyState({ editing, state }: { editing: Editing; state: State }) {
  const copy = state.loaded.workingCopy!;
  const before = JSON.parse(state.loaded.content ?? "{}") as Values;
  return (
    <>
      <p class="soft">
        Saved {timeOf(copy.savedAt)}
        {copy.savedByName ? ` by ${copy.savedByName}` : ""}. Only those with a token see it.
      </p>
      {copy.scheduledFor && (
        <p>
          <strong>To be published {timeOf(copy.scheduledFor)}.</strong> Who changes the text takes the time away.
        </p>
      )}
      {copy.scheduleFailure && <p class="problem">It was not published then: {copy.scheduleFailure}</p>}
      <p>
        <a href={new URL(copy.previewUrl).pathname + new URL(copy.previewUrl).search} target="_blank" rel="noopener">
          Preview of the page<span class="quiet"> (in a new tab)</span>
        </a>
      </p>
      {copy.problems.length > 0 && (
        <details open={copy.problems.length < 6}>
          <summary>To be done before it can be published ({copy.problems.length})</summary>
          <ul>
            {copy.problems.map(({ message, field }, at) => {
              const place = placeOf(field, state.values, {});
              const known = editing.fields.some(({ name }) => name === field[0]);
              return (
                <li key={at}>
                  {known && <FieldLink fields={editing.fields} place={place} />} {message}
                </li>
              );
            })}
          </ul>
        </details>
      )}
      {state.loaded.content && (
        <details>
          <summary>What publishing changes</summary>
          <Differences fields={editing.fields} before={pick(editing.fields, before)} after={pick(editing.fields, JSON.parse(copy.content) as Values)} />
        </details>
      )}
    </>
  );
}
