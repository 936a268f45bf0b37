import type { FindcareError } from "findcare-client";

/** Says that something could not be read, and offers to try again. */
export function Failure({ error, retry }: { error: FindcareError; retry: () => void }) {
  return (
    <div role="alert">
      <p>{error.kind === "graphql" ? error.message : "The directory cannot be reached."} ({error.code})</p>
      {error.temporary && <button type="button" onClick={retry}>Try again</button>}
    </div>
  );
}
