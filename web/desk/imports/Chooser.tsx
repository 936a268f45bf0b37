import { useRef, useState } from "preact/hooks";
import { maximum } from "./upload";

interface Properties {
  busy: boolean;
  onChoose(file: File, replace: boolean): void;
  onProblem(text: string): void;
}

/** Takes a file: dropped, or chosen by mouse or keyboard. */
export function Chooser({ busy, onChoose, onProblem }: Properties) {
  const [over, setOver] = useState(false);
  const [replace, setReplace] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  function take(files: FileList | null | undefined) {
    const file = files?.[0];
    if (!file || busy) return;
    if (input.current) input.current.value = ""; // so that the same file can be chosen again
    if (files.length > 1) return onProblem("Please take one file at a time.");
    if (file.size > maximum) return onProblem(`${file.name} has more than 100 MB. Whoever runs the server can import it.`);
    onChoose(file, replace);
  }

  return (
    <section
      class={over ? "panel drop-file over" : "panel drop-file"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <label for="import-file">
        <strong>Drop a file here, or choose one.</strong> A table saved as CSV, or an export of the directory. Nothing is changed before you have seen
        what would be.
      </label>
      <input
        id="import-file"
        ref={input}
        type="file"
        accept=".csv,.json,.ndjson,.jsonl,.txt,text/csv,application/json"
        disabled={busy}
        onChange={(event) => take(event.currentTarget.files)}
      />
      <label class="check">
        <input type="checkbox" checked={replace} onChange={(event) => setReplace(event.currentTarget.checked)} />
        Replace providers as a whole: what a table has no column for is emptied, too
      </label>
    </section>
  );
}
