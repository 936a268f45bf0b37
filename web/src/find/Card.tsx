import type { ResultFragment } from "../generated/operations";
import { distance } from "../words";

const mostCredentials = 3;

function credentials(all: { label: string }[]): string {
  const labels = all.map(({ label }) => label);
  const more = labels.length - mostCredentials;
  return more > 1 ? `${labels.slice(0, mostCredentials).join(", ")} and ${more} more` : labels.join(", ");
}

/** A provider among the results, with why they are there. */
export function Card({ edge }: { edge: ResultFragment }) {
  const { node, distanceMiles, matches } = edge;
  const location = node.locations[0];
  const reasons = matches.filter((reason) => !reason.endsWith(" miles away"));
  return (
    <li class="card" id={`at-${node.slug}`}>
      <h3>
        <a href={`/providers/${node.slug}`}>{node.name}</a>
      </h3>
      {node.credentials.length > 0 && <p class="credentials">{credentials(node.credentials)}</p>}
      {location && (
        <p class="place">
          {location.city}, {location.state}
          {distanceMiles != null && ` · ${distance(distanceMiles)}`}
        </p>
      )}
      <p class="summary">{node.summary}</p>
      {reasons.length > 0 && (
        <ul class="reasons" aria-label="Why this provider">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
