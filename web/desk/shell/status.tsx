import { connected } from "../api/client";
import { Store, useStore } from "./store";

interface Message {
  id: number;
  text: string;
  bad: boolean;
}

const messages = new Store<Message[]>([]);
let last = 0;
const shownFor = 8_000; // milliseconds

/** Tells what happened, at the foot of the page and to screen readers. What went wrong stays until it is closed. */
export function tell(text: string, { bad = false } = {}) {
  const id = ++last;
  messages.set([...messages.get().filter((message) => message.text !== text), { id, text, bad }].slice(-4));
  if (!bad) setTimeout(() => close(id), shownFor);
}

const close = (id: number) => messages.set(messages.get().filter((message) => message.id !== id));

/** Where messages are shown. */
export function Status() {
  const shown = useStore(messages);
  const online = useStore(connected);
  return (
    <div class="status">
      <div role="alert">
        {!online && <p class="message bad">The connection is lost. The desk tries again; what you have typed stays.</p>}
      </div>
      <div role="status">
        {shown.map(({ id, text, bad }) => (
          <p key={id} class={bad ? "message bad" : "message"}>
            <span>{text}</span>
            <button type="button" class="plain" aria-label="Close the message" onClick={() => close(id)}>
              ×
            </button>
          </p>
        ))}
      </div>
    </div>
  );
}
