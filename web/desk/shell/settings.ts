/** What the server tells the desk in its page. */
export interface Settings {
  /** The OpenID provider where editors sign in. */
  oidc?: { issuer: string; clientId: string; scope: string; audience: string };
}

const told = document.querySelector<HTMLMetaElement>('meta[name="desk-settings"]')?.content;

export const settings: Settings = told ? (JSON.parse(told) as Settings) : {};
