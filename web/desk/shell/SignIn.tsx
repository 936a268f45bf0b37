import { useEffect, useRef, useState } from "preact/hooks";
import { sentence } from "../api/errors";
import { ending, signIn } from "./session";
import { useStore } from "./store";

/** The page to sign in. */
export function SignIn() {
  const why = useStore(ending);
  const [token, setToken] = useState("");
  const [problem, setProblem] = useState("");
  const [checking, setChecking] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = "Sign in - Desk - findcare";
    field.current?.focus();
  }, []);

  async function submit(event: Event) {
    event.preventDefault();
    setChecking(true);
    setProblem("");
    try {
      await signIn(token.trim());
    } catch (error) {
      setProblem(sentence(error));
      setChecking(false);
      field.current?.focus();
    }
  }

  return (
    <main class="sign-in" id="main">
      <h1>Sign in to the desk</h1>
      {why && <p role="status">{why}</p>}
      <form onSubmit={(event) => void submit(event)}>
        <label for="token">Token</label>
        <input
          ref={field}
          id="token"
          type="password"
          autocomplete="off"
          spellcheck={false}
          required
          value={token}
          aria-describedby="token-help token-problem"
          aria-invalid={problem !== ""}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
        <p id="token-help" class="soft">
          An administrator makes one for you. It stays in this tab and is forgotten when you close it.
        </p>
        <p id="token-problem" class="error" role="alert">
          {problem}
        </p>
        <button type="submit" disabled={checking}>
          {checking ? "Checking…" : "Sign in"}
        </button>
      </form>
    </main>
  );
}
