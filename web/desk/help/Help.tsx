import { contents, html } from "../../../docs/editors.md?help";
import { Page } from "../shell/Page";
import { ServerHTML } from "../shell/ServerHTML";

/** The page for editors of the docs, as the desk was built. */
export default function Help() {
  return (
    <Page title="Help">
      <div class="help">
        <nav class="panel" aria-label="On this page">
          <ul>
            {contents.map(({ id, text }) => (
              <li key={id}>
                <a href={`#${id}`}>
                  <ServerHTML html={text} inline />
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <ServerHTML class="text" html={html} />
      </div>
    </Page>
  );
}
