import { useEffect, useState } from "preact/hooks";
import { WorkingCopyList, type WorkingCopyListQuery, type WorkingCopyListQueryVariables } from "../generated/operations";
import { Page } from "../shell/Page";
import { Problem } from "../shell/Problem";
import { type PageProperties, setSearch } from "../shell/router";
import { may, person } from "../shell/session";
import { useQuery } from "../shell/useQuery";
import { counted, lower, Moment } from "../shell/words";
import { copyActions } from "./actions";
import { Bulk } from "./Bulk";
import { Columns, useColumns } from "./Columns";
import { copyAddress, copyTitle } from "./copies";
import type { Column, Row } from "./kinds";
import { Choice } from "./List";
import { Table } from "./Table";

type Node = WorkingCopyListQuery["workingCopies"]["nodes"][number];

const states = [
  { value: "", label: "All" },
  { value: "mine", label: "Saved by me" },
  { value: "scheduled", label: "Scheduled" },
  { value: "failed", label: "Schedule failed" },
];
const kinds = [
  { value: "", label: "Providers and articles" },
  { value: "PROVIDER", label: "Providers" },
  { value: "ARTICLE", label: "Articles" },
];
const columns: Column[] = [
  { id: "kind", label: "Kind", usual: true },
  { id: "saved", label: "Saved", usual: true },
  { id: "by", label: "By", usual: true },
  { id: "scheduled", label: "To be published", usual: true },
  { id: "failure", label: "Why it was not published", usual: true },
];

function variablesOf(search: URLSearchParams): WorkingCopyListQueryVariables {
  const list = search.get("list");
  return {
    first: 50,
    after: search.get("after"),
    kind: search.get("kind") as WorkingCopyListQueryVariables["kind"],
    ...(list === "mine" ? { savedBy: person.get()!.id } : {}),
    ...(list === "scheduled" ? { scheduled: true, failed: false } : {}),
    ...(list === "failed" ? { failed: true } : {}),
  };
}

const rowOf = (node: Node): Row => ({
  id: node.id,
  title: copyTitle(node),
  revision: node.baseRevision,
  copy: node,
  badges: [
    ...(node.baseRevision === 0 ? [{ text: "new" }] : []),
    ...(node.scheduleFailure ? [{ text: "schedule failed", alarm: true }] : []),
  ],
  cells: {
    kind: lower(node.kind),
    saved: <Moment at={node.savedAt} />,
    by: node.savedByName ?? node.savedBy,
    scheduled: <Moment at={node.scheduledFor} />,
    failure: node.scheduleFailure,
  },
});

/** The list of the working copies that are open. */
export default function WorkingCopies({ search }: PageProperties) {
  const { data, error, reload } = useQuery(WorkingCopyList, variablesOf(search));
  const { columns: shown, toggle } = useColumns("working-copies", columns);
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => select(new Set()), [search.toString()]);
  const found = data?.workingCopies;
  const nodes = found?.nodes ?? [];
  const rows = nodes.map(rowOf);
  const subjects = rows.filter(({ id }) => selected.has(id));
  const after = found?.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
  return (
    <Page title="Working copies">
      <search class="controls">
        <Choice id="list" label="Show" values={states} search={search} />
        <Choice id="kind" label="Kind" values={kinds} search={search} />
      </search>
      <div class="across">
        <p role="status" class="count">
          {found && counted(found.totalCount, "working copy", "working copies")}
        </p>
        <Columns all={columns} shown={shown} toggle={toggle} />
      </div>
      <Problem error={error} retry={reload} />
      {subjects.length > 0 && (
        <Bulk
          subjects={subjects}
          actions={copyActions}
          onClear={() => select(new Set())}
          onDone={(done) => {
            select(new Set([...selected].filter((id) => !done.includes(id))));
            reload();
          }}
        />
      )}
      {rows.length > 0 ? (
        <Table
          caption="Working copies"
          heading="Name"
          rows={rows}
          columns={shown}
          address={({ id }) => copyAddress(nodes.find((node) => node.id === id)!)}
          {...(may("EDITOR") ? { selected, onSelect: select } : {})}
        />
      ) : (
        found && <p>Nothing here.</p>
      )}
      {after && (
        <p>
          <button type="button" class="second" onClick={() => setSearch({ after }, { replace: false })}>
            Next
          </button>
        </p>
      )}
    </Page>
  );
}
