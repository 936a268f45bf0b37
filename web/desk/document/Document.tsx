import { Page } from "../shell/Page";
import type { PageProperties } from "../shell/router";

/** A document: kind is providers, articles and so on; id is an id, or new; view may be history. */
export default function Document({ params }: PageProperties) {
  return <Page title={params.id!}>{null}</Page>;
}
