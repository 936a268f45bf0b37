import { Page } from "../shell/Page";

/** The page "Tokens". */
export default function Tokens() {
  return <Page title="Tokens">{null}</Page>;
}
