import { Quarantine as Read } from "../generated/operations";
import { Page } from "../shell/Page";
import { Problem } from "../shell/Problem";
import { useQuery } from "../shell/useQuery";
import { counted, lower } from "../shell/words";

/** What breaks a rule and so is shown to nobody. */
export default function Quarantine() {
  const { data, error, reload } = useQuery(Read, { first: 100 });
  const found = data?.quarantine;
  return (
    <Page title="Quarantine">
      <p>
        Documents that another tool wrote into the database, and that break a rule. Nobody is shown them. Mend them with that tool: they are shown as soon
        as they are right.
      </p>
      <Problem error={error} retry={reload} />
      {found && (
        <p role="status" class="count">
          {found.totalCount === 0 ? "Nothing is in quarantine." : counted(found.totalCount, "document")}
        </p>
      )}
      {found && found.documents.length > 0 && (
        <div class="scroll">
          <table class="list">
            <caption class="quiet">Quarantine</caption>
            <thead>
              <tr>
                <th scope="col">Document</th>
                <th scope="col">Kind</th>
                <th scope="col">What is wrong</th>
              </tr>
            </thead>
            <tbody>
              {found.documents.map(({ kind, id, problem }) => (
                <tr key={id}>
                  <th scope="row">{id}</th>
                  <td data-label="Kind">{lower(kind)}</td>
                  <td data-label="What is wrong">{problem.message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Page>
  );
}
