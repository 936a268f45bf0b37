import type { ResultFragment } from "../generated/operations";
import type { Search } from "../search";
import { distance } from "../words";

const mostCredentials = 3;

function credentials(all: { label: string }[]): string {
  const labels = all.map(({ label }) => label);
  const more = labels.length - mostCredentials;
  return more > 1 ? `${labels.slice(0, mostCredentials).join(", ")} and ${more} more` : labels.join(", ");
}

/** Whether new clients are accepted, "" where the provider has not said. */
function acceptance(accepting: boolean | null): string {
  if (accepting === null) return "";
  return accepting ? "Accepting new clients" : "Not accepting new clients at the moment";
}

/** A provider among the results, with why they are there. */
export function Card({ edge, asked }: { edge: ResultFragment; asked: Search }) {
  const { node, distanceMiles, matches } = edge;
  const location = node.locations[0];
  const accepting = acceptance(node.acceptingNewClients);
  const reasons = matches.filter((reason) => !reason.endsWith(" miles away"));
  return (
    <li class="card" id={`at-${node.slug}`}>
      <h3>
        <a href={`/providers/${node.slug}`}>{node.name}</a>
      </h3>
      {node.credentials.length > 0 && <p class="credentials">{credentials(node.credentials)}</p>}
      {(location || accepting) && (
        <p class="place">
          {location && (
            <span>
              {location.city}, {location.state}
            </span>
          )}{" "}
          {distanceMiles != null && <span>{distance(distanceMiles)}</span>}{" "}
          {accepting && !asked.isSet("accepting") && <span class={node.acceptingNewClients ? "accepting" : "accepting not"}>{accepting}</span>}
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
