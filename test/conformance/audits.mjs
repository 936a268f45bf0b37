// Runs every server audit of graphql-http, the reference of the GraphQL over HTTP specification, against a URL.
//
//   node audits.mjs http://localhost:8080/graphql

import { serverAudits } from "graphql-http";

const [url] = process.argv.slice(2);
if (!url) {
  console.error("usage: node audits.mjs URL");
  process.exit(2);
}

let passed = 0;
const audits = serverAudits({ url });
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status === "ok") {
    passed++;
    continue;
  }
  // "notice" and "warn" say that something may or should be otherwise: they count as failures too.
  console.log(`${result.status} ${audit.id} ${audit.name}\n  ${result.reason}`);
  const { response } = result;
  console.log(`  ${response.status} ${response.headers.get("content-type")} ${await response.text().catch(() => "")}`);
}
console.log(`${passed} of ${audits.length} audits passed`);
process.exitCode = passed === audits.length ? 0 : 1;
