import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Store, useStore } from "./store";

interface Properties {
  title: string;
  onClose(): void;
  children: ComponentChildren;
  wide?: boolean;
}

/** A dialog over the page. The browser keeps focus within it, and gives it back; Escape closes. */
export function Dialog({ title, onClose, children, wide }: Properties) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    element.current?.showModal();
    return () => {
      // After the page is as it is without the dialog: what had the focus may be gone with what was done.
      setTimeout(() => (before?.isConnected && before !== document.body ? before : document.querySelector("h1"))?.focus());
    };
  }, []);
  return (
    <dialog
      ref={element}
      class={wide ? "wide" : undefined}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}

interface Question {
  title: string;
  text: string;
  yes: string;
  answer(yes: boolean): void;
}

const question = new Store<Question | null>(null);

/** Asks a question, and gives whether the answer is yes. */
export function ask(title: string, text: string, yes: string): Promise<boolean> {
  question.get()?.answer(false);
  return new Promise((resolve) => {
    question.set({
      title,
      text,
      yes,
      answer: (given) => {
        question.set(null);
        resolve(given);
      },
    });
  });
}

/** Where questions are shown. */
export function Questions() {
  const asked = useStore(question);
  if (!asked) return null;
  return (
    <Dialog key={asked.title} title={asked.title} onClose={() => asked.answer(false)}>
      <p>{asked.text}</p>
      <p class="buttons">
        <button type="button" class="second" onClick={() => asked.answer(false)}>
          Stay
        </button>
        <button type="button" onClick={() => asked.answer(true)}>
          {asked.yes}
        </button>
      </p>
    </Dialog>
  );
}
