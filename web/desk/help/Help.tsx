import { Page } from "../shell/Page";

/** The page "Help". */
export default function Help() {
  return <Page title="Help">{null}</Page>;
}
