import { Page } from "../shell/Page";
import type { PageProperties } from "../shell/router";

/** The list of the documents of a kind. */
export default function List({ params }: PageProperties) {
  return <Page title={params.kind!}>{null}</Page>;
}
