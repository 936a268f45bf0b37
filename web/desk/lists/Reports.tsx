import { Page } from "../shell/Page";

/** The page "Reports". */
export default function Reports() {
  return <Page title="Reports">{null}</Page>;
}
