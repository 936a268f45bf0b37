// Says what graphql-js, the reference, makes of operations. The first line of the input is the schema, as JSON; each further line
// is {"query", "variables"}, with the variables as the text of a JSON object. For each there is a line of the output: whether there
// is an error, of the request or of a field, and the coerced arguments of each field that was executed, by its path.

import { createInterface } from "node:readline";
import {
  GraphQLError, Kind, buildSchema, execute, getNamedType, getNullableType, isAbstractType, isEnumType, isLeafType, isListType, parse, validate,
  valueFromASTUntyped,
} from "graphql";

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const schema = buildSchema(JSON.parse((await lines.next()).value));

const days = (year, month) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const isDate = (text) => {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= days(year, month);
};
const isDateTime = (text) => {
  const [, date, hour, minute, second] = /^([\d-]{10})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  return date !== undefined && isDate(date) && hour < 24 && minute < 60 && second < 60;
};
for (const [name, isValid] of [["Date", isDate], ["DateTime", isDateTime]]) {
  const check = (value) => {
    if (typeof value !== "string" || !isValid(value)) {
      throw new GraphQLError(`${name}: ${JSON.stringify(value)}`);
    }
    return value;
  };
  const scalar = schema.getType(name);
  scalar.parseValue = check;
  scalar.parseLiteral = (node) => check(node.kind === Kind.STRING ? node.value : undefined);
}

const representation = schema.getType("_Any");
representation.parseValue = (value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new GraphQLError(`_Any: ${JSON.stringify(value)}`);
  }
  return value;
};
representation.parseLiteral = (node, variables) => representation.parseValue(valueFromASTUntyped(node, variables));

const leaves = { Int: 1, Float: 1, String: "", Boolean: true, ID: "", Date: "2024-06-24", DateTime: "2024-06-24T09:30:00Z" };

/** A value of a type, so that whatever is selected of it is executed. */
function valueOf(type) {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return [valueOf(nullable.ofType)];
  }
  const named = getNamedType(type);
  if (isEnumType(named)) {
    return named.getValues()[0].value;
  }
  if (isLeafType(named)) {
    return leaves[named.name];
  }
  return { __typename: isAbstractType(named) ? schema.getPossibleTypes(named)[0].name : named.name };
}

function answer({ query, variables }) {
  const document = parse(query);
  if (validate(schema, document).length > 0) {
    return { error: "request" };
  }
  const fields = {};
  const result = execute({
    schema,
    document,
    variableValues: JSON.parse(variables),
    fieldResolver: (_source, given, _context, info) => {
      const path = [];
      for (let at = info.path; at; at = at.prev) {
        if (typeof at.key === "string") {
          path.unshift(at.key);
        }
      }
      fields[path.join(".")] = given;
      return valueOf(info.returnType);
    },
  });
  if (result.errors) {
    return { error: result.data === undefined ? "request" : "field", message: result.errors[0].message };
  }
  return { error: "", fields };
}

const output = [];
for await (const line of lines) {
  output.push(JSON.stringify(answer(JSON.parse(line))));
}
process.stdout.write(output.join("\n") + "\n");
