import { useEffect, useState } from "preact/hooks";
import { Dialog } from "./Dialog";
import { signOut } from "./session";

const minute = 60_000;
const allowed = 30 * minute;
const warned = minute;

/** Signs out who has done nothing for half an hour, a minute after a warning. Unsaved work is kept in the browser. */
export function Idle() {
  const [left, setLeft] = useState(allowed);
  const [since, setSince] = useState(() => Date.now());

  useEffect(() => {
    let active = since;
    const note = () => {
      // Once warned, only the button counts: the warning is not to vanish under somebody's hand.
      if (Date.now() - active < allowed - warned) active = Date.now();
    };
    const look = () => {
      const remaining = allowed - (Date.now() - active);
      if (remaining <= 0) signOut("You were signed out after half an hour without activity. What was not saved is kept.", true);
      else setLeft(Math.min(remaining, warned + 1000));
    };
    const timer = setInterval(look, 1000);
    const events = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"];
    for (const event of events) addEventListener(event, note, { passive: true });
    return () => {
      clearInterval(timer);
      for (const event of events) removeEventListener(event, note);
    };
  }, [since]);

  if (left > warned) return null;
  const stay = () => {
    setLeft(allowed);
    setSince(Date.now());
  };
  return (
    <Dialog title="Are you still there?" onClose={stay}>
      <p>You are signed out in {Math.ceil(left / 1000)} seconds. What is not saved is kept in this browser.</p>
      <p class="buttons">
        <button type="button" class="second" onClick={() => signOut("You are signed out.")}>
          Sign out
        </button>
        <button type="button" onClick={stay}>
          Stay signed in
        </button>
      </p>
    </Dialog>
  );
}
