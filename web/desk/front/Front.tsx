import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { request } from "../api/client";
import {
  Front as Read, type FrontArticlesFragment, type FrontCopiesFragment, FrontImports, type FrontImportsQuery, type FrontQuery,
} from "../generated/operations";
import { copyAddress, copyTitle } from "../lists/copies";
import { Page } from "../shell/Page";
import { Problem } from "../shell/Problem";
import { Link } from "../shell/router";
import { may, person } from "../shell/session";
import { useQuery } from "../shell/useQuery";
import { counted, Day, lower, Moment, number } from "../shell/words";

/** The front page: what waits, what is overdue, what failed. */
export default function Front() {
  const { data, error, reload } = useQuery(Read, { me: person.get()!.id });
  const [imports, setImports] = useState<Import[]>([]);
  useEffect(() => {
    if (!may("EDITOR")) return;
    const asked = new AbortController();
    request(FrontImports, {}, { signal: asked.signal }).then(
      (found) => setImports(found.imports.filter(isOpen)),
      () => {}, // the page tells of the same fault
    );
    return () => asked.abort();
  }, []);
  return (
    <Page title="What waits">
      <Problem error={error} retry={reload} />
      {data && <Blocks data={data} imports={imports} />}
    </Page>
  );
}

type Import = FrontImportsQuery["imports"][number];

/** The imports that run, or of which something is missing. */
const isOpen = ({ dryRun, status }: Import) => status === "RUNNING" || (!dryRun && status !== "SUCCEEDED");

function Blocks({ data, imports }: { data: FrontQuery; imports: Import[] }) {
  const failed = data.failed.totalCount + data.quarantine.totalCount;
  const overdue = data.overdue.totalCount + data.due.totalCount + data.stale.totalCount + data.unconfirmed.totalCount;
  const mine = data.inReview.totalCount + data.mine.totalCount + data.reported.totalCount;
  return (
    <>
      <p>
        {counted(data.directory.providerCount, "provider")} and {counted(data.directory.articleCount, "article")} are public. The directory changed last{" "}
        <Moment at={data.directory.updatedAt} />.
      </p>
      <div class="front">
        <Column title="For me" nothing={mine === 0}>
          {may("REVIEWER") && <Articles title="Articles in review" to="IN_REVIEW" found={data.inReview} when="Updated" />}
          <Copies title="My working copies" to="mine" found={data.mine} />
          {!may("REVIEWER") && <Articles title="With the reviewers" to="IN_REVIEW" found={data.inReview} when="Updated" />}
          <Reported data={data} />
        </Column>
        <Column title="Overdue" nothing={overdue === 0}>
          <Articles title="Reviews that are overdue" to="REVIEW_OVERDUE" found={data.overdue} when="Due" />
          <Articles title="Reviews of an earlier text" to="REVIEW_STALE" found={data.stale} when="Reviewed" />
          <Articles title="Reviews due within 30 days" to="REVIEW_DUE" found={data.due} when="Due" />
          <Block title="Unconfirmed providers" to="/desk/providers?list=UNCONFIRMED&sort=LEAST_RECENTLY_CONFIRMED" total={data.unconfirmed.totalCount}>
            {data.unconfirmed.nodes.map(({ id, name, confirmedOn }) => (
              <Item key={id} href={`/desk/providers/${id}`} title={name}>
                {confirmedOn ? (
                  <>
                    confirmed <Day on={confirmedOn} />
                  </>
                ) : (
                  "never confirmed"
                )}
              </Item>
            ))}
          </Block>
        </Column>
        <Column title="Failed and scheduled" nothing={failed + data.scheduled.totalCount + imports.length === 0}>
          <Imports found={imports} />
          <Copies title="Not published at their time" to="failed" found={data.failed} />
          <Block title="In quarantine" to="/desk/quarantine" total={data.quarantine.totalCount}>
            {data.quarantine.documents.map(({ kind, id, problem }) => (
              <li key={id}>
                {lower(kind)} {id} <span class="soft">{problem.message}</span>
              </li>
            ))}
          </Block>
          <Copies title="To be published" to="scheduled" found={data.scheduled} />
        </Column>
      </div>
    </>
  );
}

function Column({ title, nothing, children }: { title: string; nothing?: boolean; children: ComponentChildren }) {
  return (
    <section class="panel">
      <h2>{title}</h2>
      {nothing ? <p class="soft">Nothing.</p> : children}
    </section>
  );
}

interface BlockProperties {
  title: string;
  /** The page with all of them. */
  to?: string;
  total: number;
  children: ComponentChildren;
}

/** A few of a list, with the way to the others; nothing where there are none. */
function Block({ title, to, total, children }: BlockProperties) {
  if (total === 0) return null;
  return (
    <div class="block">
      <h3>
        {to ? <Link href={to}>{title}</Link> : title} <span class="badge">{number(total)}</span>
      </h3>
      {children && <ul>{children}</ul>}
    </div>
  );
}

function Item({ href, title, children }: { href: string; title: string; children: ComponentChildren }) {
  return (
    <li>
      <Link href={href}>{title}</Link> <span class="soft">{children}</span>
    </li>
  );
}

function Articles({ title, to, found, when }: { title: string; to: string; found: FrontArticlesFragment; when: "Due" | "Reviewed" | "Updated" }) {
  return (
    <Block title={title} to={`/desk/articles?list=${to}`} total={found.totalCount}>
      {found.nodes.map(({ id, title: name, updatedOn, medicalReview }) => (
        <Item key={id} href={`/desk/articles/${id}`} title={name}>
          {when.toLowerCase()} <Day on={{ Due: medicalReview?.reviewDueOn, Reviewed: medicalReview?.reviewedOn, Updated: updatedOn }[when]} />
        </Item>
      ))}
    </Block>
  );
}

function Copies({ title, to, found }: { title: string; to: string; found: FrontCopiesFragment }) {
  return (
    <Block title={title} to={`/desk/working-copies?list=${to}`} total={found.totalCount}>
      {found.nodes.map((copy) => (
        <Item key={copy.id} href={copyAddress(copy)} title={copyTitle(copy)}>
          {copy.scheduleFailure ?? (
            <>
              {copy.scheduledFor ? "to be published " : "saved "}
              <Moment at={copy.scheduledFor ?? copy.savedAt} />
            </>
          )}
        </Item>
      ))}
    </Block>
  );
}

function Reported({ data: { reports, reported } }: { data: FrontQuery }) {
  return (
    <Block title="Providers that readers report" to="/desk/reports" total={reported.totalCount}>
      {reports.map(({ id, text, at, provider }) => (
        <li key={id}>
          {provider ? <Link href={`/desk/providers/${provider.id}`}>{provider.name}</Link> : "An entry that is gone"}{" "}
          <span class="soft">
            {text.length > 120 ? `${text.slice(0, 119)}…` : text} (<Moment at={at} />)
          </span>
        </li>
      ))}
    </Block>
  );
}

function Imports({ found }: { found: Import[] }) {
  return (
    <Block title="Imports" to="/desk/imports" total={found.length}>
      {found.map(({ id, file, status, startedAt, done, total, message }) => (
        <Item key={id} href={`/desk/imports?import=${id}`} title={file}>
          {status === "RUNNING" ? `${number(done)} of ${number(total)} documents` : `${lower(status)}: ${message ?? ""}`} (<Moment at={startedAt} />)
        </Item>
      ))}
    </Block>
  );
}
