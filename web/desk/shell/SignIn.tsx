import { useEffect, useRef, useState } from "preact/hooks";
import { sentence } from "../api/errors";
import { leaveToSignIn } from "./oidc";
import { ending, signIn } from "./session";
import { settings } from "./settings";
import { useStore } from "./store";

/** The page to sign in, at the address where the person wants to be. */
export function SignIn() {
  const { why, anew } = useStore(ending);
  const [token, setToken] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = "Sign in - Desk - findcare";
    if (!settings.oidc) field.current?.focus();
  }, []);

  async function attempt(action: () => Promise<void>) {
    setBusy(true);
    setProblem("");
    try {
      await action();
    } catch (error) {
      setProblem(sentence(error));
      setBusy(false);
    }
  }

  return (
    <main class="sign-in" id="main">
      <h1>Sign in to the desk</h1>
      {why && <p role="status">{why}</p>}
      <p class="problem" role="alert" hidden={!problem} id="sign-in-problem">
        {problem}
      </p>
      {settings.oidc && (
        <p>
          <button type="button" disabled={busy} onClick={() => void attempt(() => leaveToSignIn(anew))}>
            Sign in at {new URL(settings.oidc.issuer).host}
          </button>
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(() => signIn({ token: token.trim() }));
        }}
      >
        <label for="token">{settings.oidc ? "Or with a token" : "Token"}</label>
        <input
          ref={field}
          id="token"
          type="password"
          autocomplete="off"
          spellcheck={false}
          required
          value={token}
          aria-describedby="token-help sign-in-problem"
          aria-invalid={problem !== ""}
          onInput={(event) => setToken(event.currentTarget.value)}
        />
        <p id="token-help" class="soft">
          An administrator makes one for you. It stays in this tab, and is forgotten when you close it.
        </p>
        <button type="submit" class={settings.oidc ? "second" : undefined} disabled={busy}>
          {busy ? "Checking…" : "Sign in"}
        </button>
      </form>
    </main>
  );
}
