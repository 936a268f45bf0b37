// Makes the help of a page of the docs while the desk is built.
import { readFileSync } from "node:fs";
import { Marked, type Tokens } from "marked";
import type { Plugin } from "vite";

/** The anchor of a heading, as GitHub makes it. */
const anchor = (text: string) =>
  text
    .toLowerCase()
    .replace(/<[^>]+>|[^\w\s-]/g, "")
    .trim()
    .replace(/\s/g, "-");

/** The HTML of a page, and its headings of the second level. The desk is one page: links to other files, and pictures of the desk, are left out. */
export function help(markdown: string): { html: string; contents: { id: string; text: string }[] } {
  const contents: { id: string; text: string }[] = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }: Tokens.Heading) {
        const id = anchor(text);
        const content = this.parser.parseInline(tokens);
        if (depth === 1) return ""; // the heading of the page is the desk's
        if (depth === 2) contents.push({ id, text: content });
        return `<h${depth} id="${id}">${content}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const content = this.parser.parseInline(tokens);
        if (href.startsWith("#")) return `<a href="${href}">${content}</a>`;
        return /^https?:/.test(href) ? `<a href="${href}" rel="noreferrer" target="_blank">${content}</a>` : content;
      },
      image: () => "",
      html: () => "",
      code: ({ text }: Tokens.Code) => `<pre tabindex="0"><code>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</code></pre>\n`,
      table(token: Tokens.Table) {
        const cell = (tag: string, { tokens }: Tokens.TableCell) => `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`;
        const head = token.header.map((one) => cell('th scope="col"', one).replace('</th scope="col">', "</th>")).join("");
        const rows = token.rows.map((row) => `<tr>${row.map((one) => cell("td", one)).join("")}</tr>`).join("\n");
        return `<div class="scroll" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>\n`;
      },
    },
  });
  const html = marked.parse(markdown, { async: false }).replaceAll("<p></p>\n", ""); // of pictures
  return { html, contents };
}

/** Lets the desk import a Markdown file with ?help. */
export const helpPlugin: Plugin = {
  name: "desk-help",
  enforce: "pre",
  load(id) {
    const [file, query] = id.split("?");
    if (query !== "help" || !file) return null;
    this.addWatchFile(file);
    const { html, contents } = help(readFileSync(file, "utf8"));
    return `export const html = ${JSON.stringify(html)};\nexport const contents = ${JSON.stringify(contents)};\n`;
  },
};
