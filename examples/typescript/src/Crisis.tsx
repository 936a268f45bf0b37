import type { CrisisFragment } from "findcare-client";

/** Whom to call now. */
export function Crisis({ resources }: { resources: CrisisFragment[] }) {
  if (resources.length === 0) return null;
  return (
    <aside class="crisis">
      <h2>Help right now</h2>
      {resources.map(({ name, callNumber, smsNumber, smsKeyword, note, url }) => (
        <p key={name}>
          <a href={url}>{name}</a>
          {callNumber && <> <a href={`tel:${callNumber}`}>Call {callNumber}</a></>}
          {smsNumber && <> <a href={`sms:${smsNumber}${smsKeyword ? `?body=${smsKeyword}` : ""}`}>Text {smsKeyword} {smsNumber}</a></>} {note}
        </p>
      ))}
    </aside>
  );
}
