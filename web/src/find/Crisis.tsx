import type { Found } from "./Find";

/** Whether a number is there to call: that of a text line is for messages only. */
const callable = (phone: string | null, text: string | null) => phone !== null && !text?.endsWith(` to ${phone}`);

/** Whom to call now. */
export function Crisis({ resources }: { resources: Found["crisisResources"] }) {
  return (
    <aside class="crisis" aria-labelledby="crisis-heading">
      <h2 id="crisis-heading">Help right now</h2>
      <ul>
        {resources.map(({ name, phone, text, url, description }) => (
          <li key={name}>
            <p class="who">
              <a href={url} rel="noreferrer">
                {name}
              </a>
            </p>
            <p class="ways">
              {callable(phone, text) && <a href={`tel:${/^[+\d]+/.exec(phone!)?.[0] ?? ""}`}>Call {phone}</a>}{" "}
              {text && <a href={`sms:${/\d+$/.exec(text)?.[0] ?? ""}`}>Text {text}</a>}
            </p>
            <p class="about">{description}</p>
          </li>
        ))}
      </ul>
    </aside>
  );
}
