import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useShortcuts } from "../shell/keys";
import { Page } from "../shell/Page";
import { Problem } from "../shell/Problem";
import { Link, type PageProperties, setSearch } from "../shell/router";
import { may } from "../shell/session";
import { counted } from "../shell/words";
import { Bulk } from "./Bulk";
import { Columns, useColumns } from "./Columns";
import { Facets } from "./Facets";
import { type Cursor, type Kind, kinds, type Rows } from "./kinds";
import { Table } from "./Table";

const pageSize = 50;

/** The list of the documents of a kind. Its state is in its address. */
export default function List({ params, search }: PageProperties) {
  const kind = kinds[params.kind!];
  if (!kind) {
    return (
      <Page title="Page not found">
        <p>The address may be mistyped.</p>
      </Page>
    );
  }
  return <ListOf name={params.kind!} kind={kind} search={search} />;
}

/** Where the page begins, as the address says. */
function cursorOf(search: URLSearchParams): Cursor {
  const before = search.get("before");
  if (before) return { last: pageSize, before };
  const after = search.get("after");
  return { first: pageSize, ...(after ? { after } : {}) };
}

function useRows(kind: Kind, search: URLSearchParams) {
  const [found, setFound] = useState<Rows | null>(null);
  const [problem, setProblem] = useState<unknown>(undefined);
  const [again, setAgain] = useState(0);
  useEffect(() => {
    const asked = new AbortController();
    kind.load({ search, cursor: cursorOf(search), signal: asked.signal }).then(
      (rows) => {
        if (asked.signal.aborted) return;
        setFound(rows);
        setProblem(undefined);
      },
      (error: unknown) => asked.signal.aborted || setProblem(error),
    );
    return () => asked.abort();
  }, [kind, search.toString(), again]);
  return { found, problem, reload: () => setAgain((n) => n + 1) };
}

function ListOf({ name, kind, search }: { name: string; kind: Kind; search: URLSearchParams }) {
  const { found, problem, reload } = useRows(kind, search);
  const { columns, toggle } = useColumns(name, kind.columns);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => select(new Set()), [search.toString()]);
  const rows = found?.rows ?? [];
  const subjects = rows.filter(({ id }) => selected.has(id));
  const selects = kind.actions.some(({ role }) => may(role));
  return (
    <Page
      title={kind.title}
      actions={
        may("EDITOR") && (
          <Link class="action" href={`/desk/${name}/new`}>
            New {kind.one}
          </Link>
        )
      }
    >
      <Controls kind={kind} search={search} />
      {name === "providers" && <Facets search={search} />}
      <div class="across">
        <p role="status" class="count">
          {found && counted(found.total, kind.one)}
        </p>
        <Columns all={kind.columns} shown={columns} toggle={toggle} />
      </div>
      <Problem error={problem} retry={reload} />
      {subjects.length > 0 && (
        <Bulk
          subjects={subjects}
          actions={kind.actions}
          onClear={() => select(new Set())}
          onDone={(done) => {
            select(new Set([...selected].filter((id) => !done.includes(id))));
            reload();
          }}
        />
      )}
      {rows.length > 0 ? (
        <Table
          caption={kind.title}
          heading={kind.one === "article" ? "Title" : "Name"}
          rows={rows}
          columns={columns}
          address={({ id }) => `/desk/${name}/${id}`}
          {...(selects ? { selected, onSelect: select } : {})}
        />
      ) : (
        found && <p>Nothing here.</p>
      )}
      {found && <Pager found={found} />}
    </Page>
  );
}

/** The search, the state and the order. */
function Controls({ kind, search }: { kind: Kind; search: URLSearchParams }) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(search.get("q") ?? "");
  useEffect(() => setText(search.get("q") ?? ""), [search.get("q")]);
  const waiting = useRef(0);
  const shortcuts = useMemo(() => [{ keys: ["/"], label: "Search", run: () => field.current?.focus() }], []);
  useShortcuts(shortcuts);
  const first = { after: null, before: null };
  const type = (typed: string) => {
    setText(typed);
    clearTimeout(waiting.current);
    waiting.current = window.setTimeout(() => setSearch({ q: typed.trim(), ...first }), 250);
  };
  if (!kind.searched) return null;
  return (
    <search class="controls">
      <div>
        <label for="q">Search</label>
        <input ref={field} id="q" type="search" maxLength={200} value={text} onInput={(event) => type(event.currentTarget.value)} />
      </div>
      {kind.states.length > 0 && <Choice id="list" label="Show" values={kind.states} search={search} />}
      {kind.orders.length > 0 && <Choice id="sort" label="Order" values={kind.orders} search={search} />}
    </search>
  );
}

interface ChoiceProperties {
  id: string;
  label: string;
  values: { value: string; label: string }[];
  search: URLSearchParams;
}

/** A parameter of the address that is one of a few. */
export function Choice({ id, label, values, search }: ChoiceProperties) {
  return (
    <div>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={search.get(id) ?? ""}
        onChange={(event) => setSearch({ [id]: event.currentTarget.value, after: null, before: null })}
      >
        {values.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The ways to the pages before and after. */
export function Pager({ found: { before, after } }: { found: Pick<Rows, "before" | "after"> }) {
  if (!before && !after) return null;
  const go = (changes: Record<string, string | null>) => {
    setSearch(changes, { replace: false });
    scrollTo(0, 0);
  };
  return (
    <nav class="buttons" aria-label="Pages">
      <button type="button" class="second" disabled={!before} onClick={() => go({ before, after: null })}>
        Previous
      </button>
      <button type="button" class="second" disabled={!after} onClick={() => go({ after, before: null })}>
        Next
      </button>
    </nav>
  );
}

