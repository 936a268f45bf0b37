import { useEffect, useState } from "react";
import { search } from "./search.js";

const server = import.meta.env.VITE_FINDCARE_URL ?? "http://localhost:8080";

/** The pages of a search that are shown so far, whether one is loading, and what went wrong. */
export function useSearch(chosen) {
  const [state, setState] = useState({ pages: [], loading: true, error: null });
  const [request, setRequest] = useState({ after: null });

  useEffect(() => {
    const running = new AbortController();
    const soon = setTimeout(async () => {
      setState((old) => ({ ...old, loading: true, error: null }));
      try {
        const page = await search(server, { ...chosen, after: request.after }, running.signal);
        setState((old) => ({ pages: request.after ? [...old.pages, page] : [page], loading: false, error: null }));
      } catch (error) {
        if (!running.signal.aborted) setState((old) => ({ ...old, loading: false, error }));
      }
    }, request.after ? 0 : 250);
    return () => {
      clearTimeout(soon);
      running.abort(); // only the answer to the newest question counts
    };
  }, [chosen, request]);

  const last = state.pages.at(-1);
  return {
    ...state,
    last,
    first: () => setRequest({ after: null }),
    more: () => setRequest({ after: last.pageInfo.endCursor }),
    retry: () => setRequest((old) => ({ ...old })),
  };
}
