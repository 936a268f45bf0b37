import { formatDate, Profile as Document } from "findcare-client";
import { Crisis } from "./Crisis";
import { Failure } from "./Failure";
import { useQuery } from "./useQuery";

/** What is known of a provider. */
export function Profile({ slug, version }: { slug: string; version: string }) {
  const { data, error, retry } = useQuery(Document, { slug }, version);
  const provider = data?.provider;
  if (error) return <Failure error={error} retry={retry} />;
  if (!data) return <p>One moment</p>;
  if (!provider) return <p>There is no such provider.</p>;
  return (
    <article>
      <p><a href="#">Search</a></p>
      <h1>{provider.name}</h1>
      <Crisis resources={provider.articles.crisisResources} />
      <p id="summary">{provider.summary}</p>
      {provider.acceptingNewClients !== null && <p>{provider.acceptingNewClients ? "Accepts" : "Does not accept"} new clients</p>}
      {provider.confirmedOn && <p>Confirmed on {formatDate(provider.confirmedOn, "en-US")}</p>}
      {provider.unconfirmed && <p>Nobody has confirmed this entry lately.</p>}
      <ul>
        {provider.phones.filter(({ purpose }) => purpose !== "FAX").map(({ number, extension }) => (
          <li key={number}><a href={`tel:${number}${extension ? `;ext=${extension}` : ""}`}>{number}</a></li>
        ))}
      </ul>
      <ul>{provider.conditions.map(({ id, name }) => <li key={id}>{name}</li>)}</ul>
    </article>
  );
}
