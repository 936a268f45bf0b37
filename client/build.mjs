// Builds dist. Its schema.graphql is for the compilers of others.
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(import.meta.dirname);
rmSync("dist", { recursive: true, force: true });
execFileSync(process.execPath, [fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")))], { stdio: "inherit" });
const files = readdirSync("..").filter((name) => name.endsWith(".graphqls"));
const schema = files.map((name) => readFileSync(`../${name}`, "utf8"));
writeFileSync("dist/schema.graphql", schema.join("\n"));
copyFileSync("../LICENSE", "LICENSE");
copyFileSync("src/generated/persisted-documents.json", "dist/persisted-documents.json");
