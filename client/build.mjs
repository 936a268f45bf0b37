// Builds dist. Its schema.graphql is for the compilers of others.
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(import.meta.dirname);
rmSync("dist", { recursive: true, force: true });
execFileSync(process.execPath, [fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")))], { stdio: "inherit" });
// What others extend comes first: Relay's compiler reads from the beginning.
const others = readdirSync("..").filter((name) => name.endsWith(".graphqls") && name !== "schema.graphqls");
const schema = ["schema.graphqls", ...others].map((name) => readFileSync(`../${name}`, "utf8"));
writeFileSync("dist/schema.graphql", schema.join("\n"));
copyFileSync("../LICENSE", "LICENSE");
copyFileSync("src/generated/persisted-documents.json", "dist/persisted-documents.json");
