import type { Role } from "../generated/operations";

/** The links of the desk's navigation; those without a role are for all. */
export const navigation: { href: string; label: string; role?: Role }[] = [
  { href: "/desk/providers", label: "Providers" },
  { href: "/desk/articles", label: "Articles" },
  { href: "/desk/conditions", label: "Conditions" },
  { href: "/desk/treatments", label: "Treatments" },
  { href: "/desk/credentials", label: "Credentials" },
  { href: "/desk/insurers", label: "Insurers" },
  { href: "/desk/working-copies", label: "Working copies" },
  { href: "/desk/reports", label: "Reports" },
  { href: "/desk/duplicates", label: "Duplicates" },
  { href: "/desk/imports", label: "Imports", role: "EDITOR" },
  { href: "/desk/tokens", label: "Tokens", role: "ADMIN" },
  { href: "/desk/help", label: "Help" },
];
