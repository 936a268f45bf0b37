import { render } from "preact";
import { useState } from "preact/hooks";

/** Shares the page by what the device has for that, else by copying its address. */
function Share({ title, url }: { title: string; url: string }) {
  const [told, tell] = useState("");
  async function share() {
    try {
      if (navigator.share) {
        await navigator.share({ title, url });
      } else {
        await navigator.clipboard.writeText(url);
        tell("Link copied");
      }
    } catch (error) {
      // Somebody who closes the sheet has changed their mind.
      if ((error as DOMException).name !== "AbortError") tell(url);
    }
  }
  return (
    <>
      <button type="button" onClick={share}>
        Share
      </button>{" "}
      <span role="status">{told}</span>
    </>
  );
}

/** A link back to the search that led here. */
export function mountBack() {
  const place = document.getElementById("back");
  if (!place || !document.referrer) return;
  const from = new URL(document.referrer);
  if (from.origin !== location.origin || from.pathname !== "/find") return;
  render(<a href={from.pathname + from.search}>Back to the results</a>, place);
  place.hidden = false;
}

export function mountShare(title: string, url: string) {
  const place = document.getElementById("share");
  if (place) render(<Share title={title} url={url} />, place);
}
