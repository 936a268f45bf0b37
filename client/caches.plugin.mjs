// A plugin of graphql-codegen: what normalized caches have to know of the schema.
import { getNamedType, isAbstractType, isObjectType } from "graphql";

const paging = new Set(["first", "after", "last", "before"]);
const constant = (name, comment, type, value) => `/** ${comment} */\nexport const ${name}: ${type} = ${JSON.stringify(value, null, 2)};\n`;

export function plugin(schema) {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const possible = types.filter(isAbstractType).map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]);
  const objects = types.filter((type) => isObjectType(type) && !roots.includes(type));
  // The id of a change is that of what changed, so many changes have one.
  const embedded = objects.filter((type) => !type.getFields().id || type.name.endsWith("Change")).map(({ name }) => name);
  const lists = [];
  for (const type of types.filter(isObjectType)) {
    const connections = Object.values(type.getFields()).filter((field) => getNamedType(field.type).name.endsWith("Connection"));
    const keys = connections.map(({ name, args }) => [name, args.map((arg) => arg.name).filter((arg) => !paging.has(arg))]);
    if (keys.length > 0) lists.push([type.name, Object.fromEntries(keys)]);
  }
  return [
    constant("possibleTypes", "The types of each interface and union.", "Record<string, string[]>", Object.fromEntries(possible)),
    constant("embeddedTypes", "Types whose objects are a part of what holds them, since no id tells them apart.", "string[]",
      embedded.filter((name) => name !== "Directory")),
    constant("connections", "Lists that are read in pages, by type and field, and the arguments that tell one list from another.",
      "Record<string, Record<string, string[]>>", Object.fromEntries(lists)),
  ].join("\n");
}
