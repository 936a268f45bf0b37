import { sentence } from "../api/errors";

/** What went wrong where something was to be shown, and the way to try again; nothing where nothing did. */
export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  if (error === undefined) return null;
  return (
    <div class="problem across" role="alert">
      <p>{sentence(error)}</p>
      {retry && (
        <button type="button" class="second" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}
