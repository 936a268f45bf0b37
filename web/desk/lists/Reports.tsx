import { useState } from "preact/hooks";
import { request } from "../api/client";
import { sentence } from "../api/errors";
import { Reports as Read, ResolveReport, type ReportsQuery } from "../generated/operations";
import { Page } from "../shell/Page";
import { Problem } from "../shell/Problem";
import { Link } from "../shell/router";
import { may } from "../shell/session";
import { tell } from "../shell/status";
import { useQuery } from "../shell/useQuery";
import { counted, lower, Moment } from "../shell/words";

type Report = ReportsQuery["reports"][number];

/** What readers reported, the oldest first. */
export default function Reports() {
  const { data, error, reload } = useQuery(Read, { first: 100 });
  const reports = data?.reports;
  return (
    <Page title="Reports">
      <p>What readers of the public pages say is wrong. Correct the entry first, then resolve the report. Readers are not asked who they are.</p>
      <Problem error={error} retry={reload} />
      {reports && (
        <p role="status" class="count">
          {reports.length === 0 ? "Nothing waits for an answer." : `${counted(reports.length, "report")} to answer`}
        </p>
      )}
      <ul class="cards">{reports?.map((report) => <Card key={report.id} report={report} onResolved={reload} />)}</ul>
    </Page>
  );
}

function Card({ report, onResolved }: { report: Report; onResolved(): void }) {
  const [busy, setBusy] = useState(false);
  const { provider, part, text, at } = report;

  async function resolve() {
    setBusy(true);
    try {
      const { resolveReport } = await request(ResolveReport, { id: report.id });
      const problem = resolveReport.userErrors[0]?.message;
      tell(problem ?? "The report is resolved.", { bad: problem !== undefined });
      onResolved();
    } catch (error) {
      tell(sentence(error), { bad: true });
    }
    setBusy(false);
  }

  return (
    <li class="panel report">
      <div class="across">
        <h2>{provider ? <Link href={`/desk/providers/${provider.id}`}>{provider.name}</Link> : "An entry that is gone"}</h2>
        <span class="badge">{part ? lower(part) : "something else"}</span>
      </div>
      <blockquote>{text}</blockquote>
      <p class="soft">
        Reported <Moment at={at} />
      </p>
      {may("EDITOR") && (
        <p class="buttons">
          <button type="button" class="second" disabled={busy} onClick={() => void resolve()}>
            Resolve<span class="quiet"> the report on {provider?.name ?? "an entry that is gone"}</span>
          </button>
        </p>
      )}
    </li>
  );
}
