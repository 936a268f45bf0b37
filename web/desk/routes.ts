import type { Route } from "./shell/router";

const document = () => import("./document/Document");

/** The pages of the desk; the first whose path fits is shown. */
export const routes: Route[] = [
  { path: "/desk", load: () => import("./front/Front") },
  { path: "/desk/help", load: () => import("./help/Help") },
  { path: "/desk/tokens", load: () => import("./tokens/Tokens"), role: "ADMIN" },
  { path: "/desk/webhooks", load: () => import("./webhooks/Webhooks"), role: "ADMIN" },
  { path: "/desk/imports", load: () => import("./imports/Imports"), role: "EDITOR" },
  { path: "/desk/working-copies", load: () => import("./lists/WorkingCopies") },
  { path: "/desk/reports", load: () => import("./lists/Reports") },
  { path: "/desk/quarantine", load: () => import("./lists/Quarantine") },
  { path: "/desk/duplicates", load: () => import("./lists/Duplicates") },
  // kind is one of providers, articles, conditions, treatments, credentials, insurers; id may be new.
  { path: "/desk/:kind", load: () => import("./lists/List") },
  { path: "/desk/:kind/:id", load: document },
  { path: "/desk/:kind/:id/:view", load: document },
];
