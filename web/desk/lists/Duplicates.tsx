import type { ComponentChildren } from "preact";
import { request } from "../api/client";
import { sentence } from "../api/errors";
import { newKey } from "../api/key";
import { Duplicates as Read, type DuplicateReason, type DuplicateSideFragment, RetireProvider } from "../generated/operations";
import { ask } from "../shell/Dialog";
import { Page } from "../shell/Page";
import { Problem } from "../shell/Problem";
import { Link } from "../shell/router";
import { may } from "../shell/session";
import { tell } from "../shell/status";
import { useQuery } from "../shell/useQuery";
import { counted, Day, lower, Moment, phone } from "../shell/words";

const reasons: Record<DuplicateReason, string> = {
  NPI: "One has the NPI of the other's record.",
  LICENSE: "They have a licence with the same number.",
  NAME_AND_PLACE: "They have the same name in the same city.",
  PHONE: "They have the same telephone number and a word of the name.",
};

const lines = (all: string[]) => (all.length === 0 ? null : <ul>{all.map((one) => <li key={one}>{one}</li>)}</ul>);

/** What is held against each other, line by line. */
const parts: { label: string; show(side: DuplicateSideFragment): ComponentChildren }[] = [
  { label: "Kind", show: ({ kind }) => lower(kind) },
  { label: "NPI", show: ({ npi }) => npi },
  { label: "Credentials", show: ({ credentials }) => lines(credentials.map(({ label }) => label)) },
  {
    label: "Licences",
    show: ({ licenses }) =>
      lines(licenses.map(({ credential, state, number }) => `${credential.abbreviation ?? credential.label}, ${state} ${number ?? ""}`.trim())),
  },
  { label: "Places", show: ({ locations }) => lines(locations.map(({ label }) => label)) },
  { label: "Phones", show: ({ phones }) => lines(phones.map(({ purpose, number }) => `${phone(number)} (${lower(purpose)})`)) },
  { label: "Website", show: ({ website }) => website },
  { label: "Email", show: ({ email }) => email },
  { label: "Conditions", show: ({ conditions }) => conditions.map(({ label }) => label).join(", ") },
  { label: "Treatments", show: ({ treatments }) => treatments.map(({ label }) => label).join(", ") },
  { label: "Statement", show: ({ statement }) => statement },
  { label: "Confirmed", show: ({ confirmedOn }) => <Day on={confirmedOn} /> },
  { label: "Changed", show: ({ updatedAt }) => <Moment at={updatedAt} /> },
];

/** Pairs of entries that look like one provider, side by side. */
export default function Duplicates() {
  const { data, error, reload } = useQuery(Read, { first: 50 });
  const found = data?.duplicates;
  return (
    <Page title="Duplicates">
      <p>
        Entries that look like one provider, those most alike first. Where they are one, complete the better entry and retire the other. Where they are
        two, tell them apart: by NPI, licence, telephone or place.
      </p>
      <Problem error={error} retry={reload} />
      {found && (
        <p role="status" class="count">
          {counted(found.totalCount, "pair")}
          {found.pairs.length < found.totalCount && `, of which the first ${found.pairs.length} are shown`}
        </p>
      )}
      {found?.pairs.map(({ a, b, reasons: why }) => (
        <section key={`${a.id} ${b.id}`} class="panel pair" aria-label={`${a.name} and ${b.name}`}>
          <ul class="why">{why.map((reason) => <li key={reason}>{reasons[reason]}</li>)}</ul>
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  <td />
                  {[a, b].map((side) => (
                    <th key={side.id} scope="col">
                      <Link href={`/desk/providers/${side.id}`}>{side.name}</Link>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {parts.map(({ label, show }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{show(a) || "–"}</td>
                    <td>{show(b) || "–"}</td>
                  </tr>
                ))}
                {may("EDITOR") && (
                  <tr>
                    <td />
                    {[a, b].map((side) => (
                      <td key={side.id}>
                        <button type="button" class="second" onClick={() => void retire(side, reload)}>
                          Retire<span class="quiet"> {side.name}</span> {side.slug}
                        </button>
                      </td>
                    ))}
                  </tr>
                )}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </Page>
  );
}

async function retire({ id, name, slug, revision }: DuplicateSideFragment, reload: () => void) {
  if (!(await ask(`Retire ${name}?`, `The public no longer sees ${slug}. Nothing of it is lost, and it can be reinstated.`, "Retire"))) return;
  try {
    const { result } = await request(RetireProvider, { id, expectedRevision: revision, idempotencyKey: newKey() });
    const problem = result.userErrors[0]?.message;
    tell(problem ?? `${name} is retired.`, { bad: problem !== undefined });
    reload();
  } catch (error) {
    tell(sentence(error), { bad: true });
  }
}
