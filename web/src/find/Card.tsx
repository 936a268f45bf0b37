import type { ResultFragment } from "../generated/operations";
import { distance, feeRange, formats } from "../words";

const mostCredentials = 3;
/** How many insurances are named before they fold away. */
const mostInsurances = 2;

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

/** What a card says beside the summary: how, in which language, for how much, and who pays. */
function Brief({ node }: { node: ResultFragment["node"] }) {
  const { sessionFormats, languages, insurances, sessionFee } = node;
  if (sessionFormats.length + languages.length + insurances.length === 0 && !sessionFee) return null;
  const named = insurances.length <= mostInsurances;
  return (
    <ul class="brief" aria-label="At a glance">
      {sessionFormats.length > 0 && <li>{formats(sessionFormats)}</li>}
      {languages.length > 0 && <li>Speaks {languages.join(", ")}</li>}
      {sessionFee && (
        <li>
          {feeRange(sessionFee)} a session{sessionFee.slidingScale && ", on a sliding scale"}
        </li>
      )}
      {insurances.length > 0 && named && <li>Takes {insurances.join(", ")}</li>}
      {!named && (
        <li>
          <details>
            <summary>
              Takes {insurances[0]} and {insurances.length - 1} others
            </summary>
            {insurances.join(", ")}
          </details>
        </li>
      )}
    </ul>
  );
}

/** A provider among the results, with why they are there. */
export function Card({ edge }: { edge: ResultFragment }) {
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
          {accepting && <span class={node.acceptingNewClients ? "accepting" : "accepting not"}>{accepting}</span>}
        </p>
      )}
      <p class="summary">{node.summary}</p>
      <Brief node={node} />
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
