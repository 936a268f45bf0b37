import { useState } from "preact/hooks";
import { sentence } from "../api/errors";
import { Imports as Read, type ImportsQuery } from "../generated/operations";
import { Page } from "../shell/Page";
import { Link, type PageProperties, setSearch } from "../shell/router";
import { useQuery } from "../shell/useQuery";
import { Moment, number, words } from "../shell/words";
import { Chooser } from "./Chooser";
import "./imports.css";
import { Import } from "./Import";
import { upload } from "./upload";

/** The file that is worked on; the browser forgets it when the page is loaded anew. */
interface Chosen {
  file: File;
  replace: boolean;
  /** The import by which it was tried last. */
  tried?: string;
}

/** Brings files in: chosen, tried, and then imported. */
export default function Imports({ search }: PageProperties) {
  const id = search.get("import");
  const [chosen, choose] = useState<Chosen | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState("");
  const { data, reload } = useQuery(Read, {});

  async function begin(next: Chosen, dryRun: boolean) {
    choose(next);
    setProblem("");
    setSending(true);
    try {
      const begun = await upload(next.file, { dryRun, replace: next.replace });
      choose({ ...next, tried: begun });
      setSearch({ import: begun }, { replace: false });
    } catch (error) {
      setProblem(sentence(error));
    }
    setSending(false);
  }

  return (
    <Page title="Imports">
      <Chooser busy={sending} onChoose={(file, replace) => void begin({ file, replace }, true)} onProblem={setProblem} />
      <p role="status" class={sending ? "soft" : "quiet"}>
        {sending ? `Sending ${chosen?.file.name ?? "the file"}…` : ""}
      </p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {id && <Import key={id} id={id} apply={chosen?.tried === id && !sending ? () => void begin(chosen!, false) : null} onEnd={reload} />}
      {data && data.imports.length > 0 && <Earlier imports={data.imports} />}
    </Page>
  );
}

/** The last imports, of everybody. */
function Earlier({ imports }: { imports: ImportsQuery["imports"] }) {
  return (
    <section class="import">
      <h2>The last imports</h2>
      <div class="scroll">
        <table class="list">
          <caption class="quiet">The last imports</caption>
          <thead>
            <tr>
              {["File", "Begun", "By", "State", "Created", "Changed", "Faults"].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {imports.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link href={`/desk/imports?import=${one.id}`}>{one.file}</Link>
                </th>
                <td data-label="Begun">
                  <Moment at={one.startedAt} />
                </td>
                <td data-label="By">{one.byName}</td>
                <td data-label="State">
                  {words(one.status)} {one.dryRun && <span class="badge">tried only</span>}
                </td>
                <td data-label="Created">{number(one.created)}</td>
                <td data-label="Changed">{number(one.changed)}</td>
                <td data-label="Faults">{number(one.rejectCount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
