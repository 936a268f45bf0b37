import type { Found } from "./Find";

/** Whom to call now. */
export function Crisis({ resources }: { resources: Found["crisisResources"] }) {
  return (
    <aside class="crisis" aria-labelledby="crisis-heading">
      <h2 id="crisis-heading">Help right now</h2>
      <ul>
        {resources.map(({ name, callNumber, smsNumber, smsKeyword, note, url, description }) => (
          <li key={name}>
            <p class="who">
              <a href={url} rel="noreferrer">
                {name}
              </a>
            </p>
            <p class="ways">
              {callNumber && <a href={`tel:${callNumber}`}>Call {callNumber}</a>}{" "}
              {smsNumber && (
                <a href={smsKeyword ? `sms:${smsNumber}?body=${encodeURIComponent(smsKeyword)}` : `sms:${smsNumber}`}>
                  Text {smsKeyword && `${smsKeyword} to `}
                  {smsNumber}
                </a>
              )}
            </p>
            <p class="about">{note ? `${description} ${note}` : description}</p>
          </li>
        ))}
      </ul>
    </aside>
  );
}
