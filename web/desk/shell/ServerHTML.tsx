// The policy of the page lets only this one make HTML of texts, which so can come from the server alone.
const policy = globalThis.trustedTypes?.createPolicy("desk", { createHTML: (text) => text });

/** HTML that the server or the build of the desk has made, never one that somebody typed. */
export function ServerHTML({ html, class: name }: { html: string; class?: string }) {
  return <div class={name} dangerouslySetInnerHTML={{ __html: (policy?.createHTML(html) ?? html) as string }} />;
}
