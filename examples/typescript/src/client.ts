import { createClient } from "findcare-client";

const server: string = import.meta.env["VITE_FINDCARE_URL"] ?? "http://localhost:8080";

export const client = createClient({ url: `${server}/graphql` });
