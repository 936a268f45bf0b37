import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { refusal, sentence } from "../api/errors";
import { Dialog } from "./Dialog";
import { Secret } from "./Secret";

interface Properties {
  title: string;
  /** What the button says. */
  submit: string;
  make(): Promise<{ secret: string | null; userErrors: { message: string }[] }>;
  /** The secret's title and label, and what is to be done with it. */
  secret: { title: string; label: string; text: string };
  onClose(): void;
  /** The fields. */
  children: ComponentChildren;
}

/** Makes something that has a secret, and shows that once. */
export function SecretForm({ title, submit, make, secret, onClose, children }: Properties) {
  const [problem, setProblem] = useState("");
  const [made, setMade] = useState("");

  async function send() {
    try {
      const { secret, userErrors } = await make();
      setProblem(refusal(userErrors));
      setMade(secret ?? "");
    } catch (error) {
      setProblem(sentence(error));
    }
  }

  if (made) {
    return (
      <Secret title={secret.title} label={secret.label} secret={made} onClose={onClose}>
        {secret.text}
      </Secret>
    );
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="fields"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {children}
        <p class="error" role="alert">
          {problem}
        </p>
        <p class="buttons">
          <button type="button" class="second" onClick={onClose}>
            Cancel
          </button>
          <button type="submit">{submit}</button>
        </p>
      </form>
    </Dialog>
  );
}
