import { useEffect, useState } from "preact/hooks";
import { FindcareError, type Document } from "findcare-client";
import { client } from "./client";

interface State<Result> {
  data: Result | null;
  error: FindcareError | null;
}

/** The result of an operation, read again where the variables or the version of the directory change. What was read is shown until then. */
export function useQuery<Result, Variables extends object>(document: Document<Result, Variables, "query">, variables: Variables, version: string) {
  const [state, setState] = useState<State<Result>>({ data: null, error: null });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    const options = { signal: stop.signal };
    client.query<Result, object>(document as Document<Result, object, "query">, variables, options).then(
      (data) => setState({ data, error: null }),
      (error: unknown) => {
        if (stop.signal.aborted) return; // only the answer to the newest question counts
        if (!(error instanceof FindcareError)) throw error;
        setState((old) => ({ data: error.dataOf(document) ?? old.data, error }));
      },
    );
    return () => stop.abort();
  }, [document, JSON.stringify(variables), version, attempt]);
  return { ...state, retry: () => setAttempt(attempt + 1) };
}
