// Signing in at an OpenID provider: the authorization code flow with PKCE (RFC 7636) of a public client, which has no secret to keep.
import { settings } from "./settings";

/** Tokens that a provider gave. */
export interface Tokens {
  /** The one that the server takes. */
  token: string;
  refresh?: string;
}

/** What is remembered while the person is at the provider. */
interface Attempt {
  state: string;
  nonce: string;
  verifier: string;
  tokenEndpoint: string;
  to: string;
}

/** What the desk needs of the provider's own description (OpenID Connect Discovery). */
interface Provider {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
}

/** The path to which the provider sends people back. */
export const callback = "/desk/signed-in";
const key = "findcare-desk-attempt";

async function discover(): Promise<Provider> {
  const { issuer } = settings.oidc!;
  const response = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, { credentials: "omit" });
  const provider = (await response.json()) as Provider;
  if (provider.issuer !== issuer) throw new Error(`the provider says that it is ${provider.issuer}, not ${issuer}`);
  return provider;
}

const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** Goes to the provider. Where the person is to prove anew who they are, a session that they have there is not enough. */
export async function leaveToSignIn(anew: boolean): Promise<void> {
  if (!globalThis.isSecureContext) throw new Error("signing in needs https");
  const { clientId, scope, audience } = settings.oidc!;
  const provider = await discover();
  const attempt: Attempt = {
    state: random(),
    nonce: random(),
    verifier: random(),
    tokenEndpoint: provider.token_endpoint,
    to: location.pathname + location.search,
  };
  sessionStorage.setItem(key, JSON.stringify(attempt));
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(attempt.verifier));
  const address = new URL(provider.authorization_endpoint);
  for (const [name, value] of Object.entries({
    response_type: "code",
    client_id: clientId,
    redirect_uri: location.origin + callback,
    scope,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: base64url(new Uint8Array(hash)),
    code_challenge_method: "S256",
    ...(audience === clientId ? {} : { audience }), // providers that know no such parameter leave it out
    ...(anew ? { prompt: "login" } : {}),
  })) {
    address.searchParams.set(name, value);
  }
  location.assign(address);
}

/** Takes what the provider sent back in the address, and gives its tokens and the address where the person was. */
export async function comeBack(): Promise<{ tokens: Tokens; to: string }> {
  const answer = new URLSearchParams(location.search);
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  history.replaceState(null, "", "/desk"); // the code is good for one use, and need not be in the history
  if (!kept) throw new Error("this tab did not ask to sign in");
  const attempt = JSON.parse(kept) as Attempt;
  if (answer.get("state") !== attempt.state) throw new Error("the answer is not to what this tab asked");
  if ((answer.get("iss") ?? settings.oidc!.issuer) !== settings.oidc!.issuer) throw new Error("the answer is of another provider");
  const code = answer.get("code");
  if (!code) throw new Error(`the provider says: ${answer.get("error_description") ?? answer.get("error") ?? "no code"}`);
  const tokens = await exchange(attempt.tokenEndpoint, attempt.nonce, {
    grant_type: "authorization_code",
    code,
    redirect_uri: location.origin + callback,
    code_verifier: attempt.verifier,
  });
  return { tokens, to: attempt.to };
}

/** New tokens for a refresh token. */
export async function refresh(refreshToken: string): Promise<Tokens> {
  const { token_endpoint } = await discover();
  const tokens = await exchange(token_endpoint, null, { grant_type: "refresh_token", refresh_token: refreshToken });
  return { refresh: refreshToken, ...tokens };
}

async function exchange(endpoint: string, nonce: string | null, parameters: Record<string, string>): Promise<Tokens> {
  const response = await fetch(endpoint, {
    method: "POST",
    body: new URLSearchParams({ ...parameters, client_id: settings.oidc!.clientId }),
    credentials: "omit",
  });
  const given = (await response.json()) as Partial<Record<"access_token" | "id_token" | "refresh_token" | "error" | "error_description", string>>;
  if (!response.ok) throw new Error(`the provider says: ${given.error_description ?? given.error ?? response.status}`);
  if (given.id_token) checkIDToken(given.id_token, nonce);
  else if (nonce !== null) throw new Error("the provider gave no ID token");
  const token = [given.access_token, given.id_token].find((text) => text && audiences(text).includes(settings.oidc!.audience));
  if (!token) throw new Error(`the provider gave no token for ${settings.oidc!.audience}`);
  return { token, ...(given.refresh_token ? { refresh: given.refresh_token } : {}) };
}

/** Checks whom an ID token is for. Its signature need not be: it came straight from the provider (OpenID Connect Core, 3.1.3.7). */
function checkIDToken(text: string, nonce: string | null) {
  const claims = claimsOf(text);
  if (claims.iss !== settings.oidc!.issuer) throw new Error("the ID token is of another provider");
  if (!audiences(text).includes(settings.oidc!.clientId)) throw new Error("the ID token is for another client");
  if (nonce !== null && claims.nonce !== nonce) throw new Error("the ID token is not for what this tab asked");
}

const audiences = (text: string) => [claimsOf(text).aud].flat();

/** The claims of a JWT; none of what is none. */
function claimsOf(text: string): Record<string, unknown> {
  const [, payload = "", signature] = text.split(".");
  if (signature === undefined) return {};
  const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
}
