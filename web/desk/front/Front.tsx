import { Page } from "../shell/Page";

/** The page "What waits". */
export default function Front() {
  return <Page title="What waits">{null}</Page>;
}
