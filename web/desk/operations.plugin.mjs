// A plugin of graphql-codegen: for each operation a constant of its name, with the document that it stands in, its kind, and the types of what it
// takes and gives. The document is the whole file, as the server has it, which so knows it where it runs trusted documents only.
import { basename } from "node:path";

const pascal = (text) => text[0].toUpperCase() + text.slice(1);

export function plugin(_schema, documents) {
  const imports = ['import type { Operation } from "../api/operation";'];
  const constants = [];
  for (const { location, document } of documents) {
    const file = basename(location);
    const name = `${file.replace(/\W/g, "_")}`;
    const operations = document.definitions.filter(({ kind }) => kind === "OperationDefinition");
    if (operations.length === 0) throw new Error(`${location}: no operation`);
    imports.push(`import ${name} from "../operations/${file}?raw";`);
    for (const { name: { value }, operation } of operations) {
      const types = `${value}${pascal(operation)}`;
      constants.push(
        `export const ${value}: Operation<${types}, ${types}Variables> = { document: ${name}, name: "${value}", kind: "${operation}" };`,
      );
    }
  }
  return { prepend: imports, content: `${constants.join("\n")}\n` };
}
