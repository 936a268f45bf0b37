import { credentials, request } from "../api/client";
import { sentence, ServerError } from "../api/errors";
import { type Role, Viewer, type ViewerQuery } from "../generated/operations";
import { callback, comeBack, refresh, type Tokens } from "./oidc";
import { Store } from "./store";

/** Who is signed in. */
export type Person = ViewerQuery["viewer"];

/** Who is signed in, null where nobody is. */
export const person = new Store<Person | null>(null);

/** Why nobody is signed in, for the page to sign in, and whether they are to prove anew who they are. */
export const ending = new Store({ why: "", anew: false });

// The tokens stay in the tab: sessionStorage is kept through a reload, seen by no other tab, and gone with this one.
const key = "findcare-desk-tokens";

const ranks: Role[] = ["VIEWER", "EDITOR", "REVIEWER", "ADMIN"];

/** Whether the person may do what asks for a role. It decides what is shown; the server decides what is allowed. */
export function may(role: Role, who: Person | null = person.get()): boolean {
  return who !== null && ranks.indexOf(who.role) >= ranks.indexOf(role);
}

/** Signs in where the token holds; throws why not. */
export async function signIn(tokens: Tokens): Promise<void> {
  const { viewer } = await request(Viewer, {}, { token: tokens.token });
  keep(tokens);
  ending.set({ why: "", anew: false });
  person.set(viewer);
}

function keep(tokens: Tokens) {
  sessionStorage.setItem(key, JSON.stringify(tokens));
  credentials.token = tokens.token;
}

const kept = () => JSON.parse(sessionStorage.getItem(key) ?? "null") as Tokens | null;

/** Forgets the tokens, and shows the page to sign in at the address where the person was. */
export function signOut(why: string, anew = false) {
  sessionStorage.removeItem(key);
  credentials.token = "";
  ending.set({ why, anew });
  person.set(null);
}

const over = "Your session is over. Sign in again to go on where you were.";

let renewing: Promise<boolean> | null = null;

/** Gets new tokens, once for all requests that need them. */
function renew(): Promise<boolean> {
  renewing ??= renewOnce().finally(() => (renewing = null));
  return renewing;
}

async function renewOnce(): Promise<boolean> {
  const tokens = kept();
  if (!tokens?.refresh) return false;
  try {
    keep(await refresh(tokens.refresh));
    return true;
  } catch {
    return false;
  }
}

/** Goes on with the session that the tab has, or begins one with what an OpenID provider sent back. */
export async function resume(): Promise<void> {
  credentials.renew = renew;
  credentials.refused = () => person.get() && signOut(over);
  if (location.pathname === callback) {
    try {
      const { tokens, to } = await comeBack();
      await signIn(tokens);
      history.replaceState(null, "", to);
    } catch (error) {
      signOut(`You could not be signed in: ${error instanceof Error ? error.message : String(error)}.`);
    }
    return;
  }
  const tokens = kept();
  if (!tokens) return;
  try {
    await signIn(tokens);
  } catch (error) {
    if (!(error instanceof ServerError) || error.code !== "UNAUTHENTICATED") {
      ending.set({ why: sentence(error), anew: false }); // the tokens may hold: the page can be loaded anew
    } else if (await renew()) {
      await signIn(kept()!).catch(() => signOut(over));
    } else {
      signOut(over);
    }
  }
}
