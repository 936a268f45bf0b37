import { Page } from "../shell/Page";

/** The page "Duplicates". */
export default function Duplicates() {
  return <Page title="Duplicates">{null}</Page>;
}
