import { credentials, request } from "../api/client";
import { type Role, Viewer, type ViewerQuery } from "../generated/operations";
import { Store } from "./store";

/** Who is signed in. */
export type Person = ViewerQuery["viewer"];

/** Who is signed in, null where nobody is. */
export const person = new Store<Person | null>(null);

/** Why the last session ended, for the page to sign in. */
export const ending = new Store("");

// The token stays in the tab: sessionStorage is kept through a reload, seen by no other tab, and gone with this one.
const key = "findcare-desk-token";

const ranks: Role[] = ["VIEWER", "EDITOR", "REVIEWER", "ADMIN"];

/** Whether the person may do what asks for a role. It decides what is shown; the server decides what is allowed. */
export function may(role: Role, who: Person | null = person.get()): boolean {
  return who !== null && ranks.indexOf(who.role) >= ranks.indexOf(role);
}

/** Signs in where the token holds; throws why not. */
export async function signIn(token: string): Promise<void> {
  const { viewer } = await request(Viewer, {}, { token });
  sessionStorage.setItem(key, token);
  credentials.token = token;
  ending.set("");
  person.set(viewer);
}

/** Forgets the token, and shows the page to sign in at the address where the person was. */
export function signOut(why = "") {
  sessionStorage.removeItem(key);
  credentials.token = "";
  ending.set(why);
  person.set(null);
}

/** Goes on with the session that the tab has, if there is one. */
export async function resume(): Promise<void> {
  credentials.refused = () => signOut("Your token no longer holds. Sign in again to go on where you were.");
  const token = sessionStorage.getItem(key);
  if (!token) return;
  try {
    await signIn(token);
  } catch {
    signOut("Your token no longer holds. Sign in again to go on where you were.");
  }
}
