import type { Role } from "../generated/operations";

/** The links of the desk's navigation. Those without a role are for all; a key leads there after "g". */
export const navigation: { href: string; label: string; key?: string; role?: Role }[] = [
  { href: "/desk", label: "Home", key: "h" },
  { href: "/desk/providers", label: "Providers", key: "p" },
  { href: "/desk/articles", label: "Articles", key: "a" },
  { href: "/desk/conditions", label: "Conditions" },
  { href: "/desk/treatments", label: "Treatments" },
  { href: "/desk/credentials", label: "Credentials" },
  { href: "/desk/insurers", label: "Insurers" },
  { href: "/desk/working-copies", label: "Working copies", key: "w" },
  { href: "/desk/reports", label: "Reports", key: "r" },
  { href: "/desk/duplicates", label: "Duplicates", key: "d" },
  { href: "/desk/imports", label: "Imports", key: "i", role: "EDITOR" },
  { href: "/desk/tokens", label: "Tokens", role: "ADMIN" },
  { href: "/desk/webhooks", label: "Webhooks", role: "ADMIN" },
  { href: "/desk/help", label: "Help" },
];
