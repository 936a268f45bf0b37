import { Page } from "../shell/Page";

/** The page "Working copies". */
export default function WorkingCopies() {
  return <Page title="Working copies">{null}</Page>;
}
