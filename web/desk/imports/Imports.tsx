import { Page } from "../shell/Page";

/** The page "Imports". */
export default function Imports() {
  return <Page title="Imports">{null}</Page>;
}
