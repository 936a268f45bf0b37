import { useEditorContext } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import { createElement, useEffect, useRef } from "react";

import { linkTo, operationsIn } from "./share.js";

/** The buttons beside the operation: GraphiQL's own, and one that copies a link to what is in the editors. */
export function toolbarOf(shared) {
  return createElement(GraphiQL.Toolbar, undefined, ({ prettify, merge, copy }) => [
    ...[prettify, merge, copy].map((button, at) => createElement("span", { key: at, className: "tool" }, button)),
    createElement(CopyLink, { key: "link", shared }),
  ]);
}

function CopyLink({ shared }) {
  const { queryEditor, variableEditor, setOperationName } = useEditorContext({ nonNull: true });
  const told = useRef(null);

  // Of several operations, the one that the link names is chosen.
  useEffect(() => {
    const named = shared?.operationName && operationsIn(shared.query).some(({ name }) => name?.value === shared.operationName);
    if (named && queryEditor?.getValue().trim() === shared.query) setOperationName(shared.operationName);
  }, [queryEditor]);

  async function copy() {
    const link = linkTo(location.href, {
      query: queryEditor?.getValue() ?? "",
      variables: variableEditor?.getValue(),
      operationName: queryEditor?.operationName ?? undefined,
    });
    try {
      await navigator.clipboard.writeText(link);
      told.current.textContent = "Link copied";
    } catch {
      told.current.textContent = link; // where the browser lets nothing be copied, to be copied by hand
    }
    setTimeout(() => {
      if (told.current?.textContent === "Link copied") told.current.textContent = "";
    }, 4000);
  }

  return [
    createElement("button", { key: "copy", type: "button", className: "graphiql-toolbar-button link", onClick: copy }, "Copy link"),
    createElement("span", { key: "told", className: "told", role: "status", ref: told }),
  ];
}
