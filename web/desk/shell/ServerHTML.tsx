// The policy of the page lets only this one make HTML of texts, which so can come from the server alone.
const policy = globalThis.trustedTypes?.createPolicy("desk", { createHTML: (text) => text });

interface Properties {
  html: string;
  class?: string;
  /** For a span, else a div. */
  inline?: boolean;
}

/** HTML that the server or the build of the desk has made, never one that somebody typed. */
export function ServerHTML({ html, class: name, inline }: Properties) {
  const trusted = { __html: (policy?.createHTML(html) ?? html) as string };
  return inline ? <span class={name} dangerouslySetInnerHTML={trusted} /> : <div class={name} dangerouslySetInnerHTML={trusted} />;
}
