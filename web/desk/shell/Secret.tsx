import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Dialog } from "./Dialog";

/** Shows a secret once, with what is to be done with it. */
export function Secret(props: { title: string; label: string; secret: string; children: ComponentChildren; onClose(): void }) {
  const { title, label, secret, children, onClose } = props;
  const [copied, setCopied] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setCopied("Copied."),
      () => setCopied("It could not be copied. Mark it and copy it yourself."),
    );
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{children}</p>
      <input id="secret" aria-label={label} readOnly value={secret} onFocus={(event) => event.currentTarget.select()} />
      <p role="status">{copied}</p>
      <p class="buttons">
        <button type="button" class="second" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" onClick={onClose}>
          I have it
        </button>
      </p>
    </Dialog>
  );
}
