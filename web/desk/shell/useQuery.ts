import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { request } from "../api/client";
import type { Operation } from "../api/operation";

export interface Loading<Result> {
  /** The last answer, which stays while another one is loaded. */
  data: Result | undefined;
  error: unknown;
  loading: boolean;
  reload(): void;
}

/** Sends a query when a page is shown, and again when its variables change. */
export function useQuery<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables): Loading<Result> {
  const [state, setState] = useState<Omit<Loading<Result>, "reload">>({ data: undefined, error: undefined, loading: true });
  const [again, setAgain] = useState(0);
  const sent = JSON.stringify(variables);
  const latest = useRef(variables);
  latest.current = variables;
  useEffect(() => {
    const asked = new AbortController();
    setState((before) => ({ ...before, loading: true }));
    request(operation, latest.current, { signal: asked.signal }).then(
      (data) => !asked.signal.aborted && setState({ data, error: undefined, loading: false }),
      (error: unknown) => !asked.signal.aborted && setState((before) => ({ ...before, error, loading: false })),
    );
    return () => asked.abort();
  }, [operation, sent, again]);
  useEffect(() => {
    // What had the focus may be gone with what was done to it.
    if (again > 0 && document.activeElement === document.body) document.querySelector("h1")?.focus({ preventScroll: true });
  }, [state.data]);
  return { ...state, reload: useCallback(() => setAgain((n) => n + 1), []) };
}
