package graph_test

import (
	"strings"

	"findcare/models"
)

// answerCase is a request and what is to be seen of its answer.
type answerCase struct {
	name, body string
	status     int
	not        string   // what the answer must not hold, unless it is ""
	want       []string // parts of the answer; one from {"data" to }} is the whole of it
}

const (
	badInput   = `"extensions":{"code":"BAD_USER_INPUT"}`
	unparsed   = `"extensions":{"code":"GRAPHQL_PARSE_FAILED"}`
	invalid    = `"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}`
	notFound   = `"extensions":{"code":"NOT_FOUND"}`
	internal   = `"extensions":{"code":"INTERNAL"}`
	firstOfAll = `query($first: Int) { conditions(first: $first) { nodes { slug } } }`
	byEither   = `query($by: SlugOrID!) { condition(by: $by) { slug } }`
	byIDs      = `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`
	leadIn     = `query($format: TextFormat) { article(by: {slug: "care-for-grief"}) { lead(format: $format) } }`
)

var (
	grief, cbt = models.IDOfSlug(models.KindCondition, "grief"), models.IDOfSlug(models.KindTreatment, "cbt")
	nobody     = models.IDOfSlug(models.KindProvider, "nobody")
	hundred    = make([]string, 100)
)

// readCases are requests that are in order.
var readCases = []answerCase{
	{
		"a page", operation(firstOfAll, "first", 1), 200, "",
		[]string{`{"data":{"conditions":{"nodes":[{"slug":"grief"}]}}}`},
	},
	{
		"what nobody has is null", operation(`{ provider(by: {slug: "nobody"}) { name } }`), 200, "",
		[]string{`{"data":{"provider":null}}`},
	},
	{
		"a node", operation(`query($id: ID!) { node(id: $id) { id ... on Condition { name } } }`, "id", grief), 200, "",
		[]string{`{"data":{"node":{"id":"` + grief + `","name":"Grief"}}}`},
	},
	{
		"nodes in the order asked", operation(byIDs, "ids", []string{cbt, nobody, "?", grief}), 200, "",
		[]string{`{"data":{"nodes":[{"id":"` + cbt + `"},null,null,{"id":"` + grief + `"}]}}`},
	},
	{"as many nodes as allowed", operation(byIDs, "ids", hundred), 200, "errors", []string{`{"data":{"nodes":[null,`}},
	{
		"one node more", operation(byIDs, "ids", append(hundred, grief)), 200, grief,
		[]string{`"ids: 101 ids must be at most 100"`, `"path":["nodes"]`, `"data":null`, badInput},
	},
	{
		"a variable of @oneOf", operation(byEither, "by", object{"id": grief}), 200, "",
		[]string{`{"data":{"condition":{"slug":"grief"}}}`},
	},
	{
		"an enum in a variable", operation(leadIn, "format", "TEXT"), 200, "",
		[]string{`{"data":{"article":{"lead":"Grief is love."}}}`},
	},
	{
		"introspection", operation(`{ __type(name: "ProviderKind") { enumValues { name } } }`), 200, "",
		[]string{`{"data":{"__type":{"enumValues":[{"name":"INDIVIDUAL"},{"name":"ORGANIZATION"}]}}}`},
	},
}

// pageCases ask for pages that no list has.
var pageCases = []answerCase{
	{
		"first below 0", operation(firstOfAll, "first", -1), 200, "",
		[]string{`"first: -1 must be from 0 to 100"`, `"path":["conditions"]`, badInput},
	},
	{
		"first above 100", operation(firstOfAll, "first", 101), 200, "",
		[]string{`"first: 101 must be from 0 to 100"`, badInput},
	},
	{
		"first beyond 32 bits", operation(firstOfAll, "first", 3_000_000_000), 200, "",
		[]string{`"$first: must be an Int (a whole number from -2147483648 to 2147483647), not 3000000000"`, invalid},
	},
	{
		"first deeper down", operation(`{ provider(by: {slug: "wren"}) { conditions(first: -2) { slug } } }`), 200, "",
		[]string{`"first: -2 must not be negative"`, `"path":["provider","conditions"]`, badInput},
	},
	{
		"last above 100", operation(`{ conditions(last: 101) { totalCount } }`), 200, "",
		[]string{`"last: 101 must be from 0 to 100"`, badInput},
	},
	{
		"first and last", operation(`{ conditions(first: 1, last: 1) { totalCount } }`), 200, "",
		[]string{`"last: 1 must not be given together with first"`, badInput},
	},
	{
		"after what is no cursor", operation(`{ conditions(after: "?") { totalCount } }`), 200, "",
		[]string{`"after: \"?\" must be a cursor that this list gave"`, badInput},
	},
	{
		"one wrong field leaves the others",
		operation(
			`{ conditions { totalCount } wren: provider(by: {slug: "wren"}) { conditions(first: -1) { slug } } }`,
		),
		200, "",
		[]string{`"data":{"conditions":{"totalCount":2},"wren":null}`, badInput},
	},
}

// oneOfCases give both or neither of what only one is to be given of.
var oneOfCases = []answerCase{
	{
		"both of @oneOf", operation(`{ condition(by: {slug: "grief", id: "` + grief + `"}) { slug } }`), 200, "",
		[]string{"by: exactly one field of SlugOrID must be given, and not null", invalid},
	},
	{
		"neither of @oneOf", operation(`{ condition(by: {}) { slug } }`), 200, "",
		[]string{"by: exactly one field of SlugOrID", invalid},
	},
	{
		"both of @oneOf in a variable", operation(byEither, "by", object{"slug": "grief", "id": grief}), 200, "path",
		[]string{
			"$by: exactly one field of SlugOrID must be given, and not null", `"locations":[{"line":1,"column":7}]`,
			invalid,
		},
	},
	{
		"neither of @oneOf in a variable", operation(byEither, "by", object{}), 200, "",
		[]string{"exactly one field of SlugOrID", invalid},
	},
	{
		"null for @oneOf in a variable", operation(byEither, "by", object{"slug": nil}), 200, "",
		[]string{"exactly one field of SlugOrID", invalid},
	},
	{
		"one and a null of @oneOf in a variable", operation(byEither, "by", object{"slug": "grief", "id": nil}), 200,
		"",
		[]string{"exactly one field of SlugOrID", invalid},
	},
}

// valueCases give values of other types, and nulls, as literals and in variables.
var valueCases = []answerCase{
	{
		"text for a number", operation(`{ conditions(first: "1") { totalCount } }`), 200, "",
		[]string{
			`first: must be an Int (a whole number from -2147483648 to 2147483647), not \"1\"`,
			`"locations":[{"line":1,"column":22}]`, invalid,
		},
	},
	{
		"text for a number in a variable", operation(firstOfAll, "first", "one"), 200, "path",
		[]string{`$first: must be an Int (a whole number from -2147483648 to 2147483647), not \"one\"`, invalid},
	},
	{
		"a fraction in a variable", operation(firstOfAll, "first", 1.5), 200, "path",
		[]string{`$first: must be an Int`, `, not 1.5"`, invalid},
	},
	{
		"an object for an id", operation(byIDs, "ids", []object{{}}), 200, "path",
		[]string{`$ids[0]: must be an ID (a string or a whole number), not an object`, invalid},
	},
	{
		"no value for a variable", operation(byEither), 200, "path",
		[]string{
			"$by: is required and must be an object of type SlugOrID", `"locations":[{"line":1,"column":7}]`,
			invalid,
		},
	},
	{
		"an unknown value of an enum", operation(`{ article(by: {slug: "care-for-grief"}) { lead(format: PDF) } }`),
		200, "",
		[]string{`PDF`, invalid},
	},
	{
		"an unknown value of an enum in a variable", operation(leadIn, "format", "PDF"), 200, "",
		[]string{`$format: must be a value of TextFormat (MARKDOWN, HTML, TEXT), not \"PDF\"`, invalid},
	},
	{
		"a value of an enum in lower case",
		operation(
			`query($f: ProviderFilter) { providers(filter: $f) { totalCount } }`, "f",
			object{"sessionFormats": []string{"video"}},
		),
		200, "data",
		[]string{
			`$f.sessionFormats[0]: must be a value of SessionFormat (IN_PERSON, VIDEO, PHONE), not \"video\"; ` +
				`did you mean VIDEO?`,
			invalid,
		},
	},
	{
		"an order in lower case",
		operation(`query($o: ProviderOrder) { providers(orderBy: $o) { totalCount } }`, "o", "experience"), 200, "data",
		[]string{"did you mean EXPERIENCE?", invalid},
	},
	{
		"a format in lower case", operation(leadIn, "format", "html"), 200, "data",
		[]string{"did you mean HTML?", invalid},
	},
	{
		"an unknown field of an input",
		operation(
			`query($f: ProviderFilter) { providers(filter: $f) { totalCount } }`, "f",
			object{"session_formats": "VIDEO"},
		),
		200, "data",
		[]string{`$f.session_formats: is not a field of ProviderFilter; did you mean sessionFormats?`, invalid},
	},
	{
		"null where it must not be",
		operation(
			`query($a: SlugOrID = {slug: "grief"}) { condition(by: $a) { slug } conditions { totalCount } }`, "a",
			nil,
		),
		200, "",
		[]string{
			`{"data":{"condition":null,"conditions":{"totalCount":2}},"errors"`,
			`"by: must be an object of type SlugOrID, but $a is null"`, `"path":["condition"]`,
			`"locations":[{"line":1,"column":`, badInput,
		},
	},
	{
		"null in a point",
		operation(
			`query($a: Float = 1) { providers(filter: {near: {at: {point: {latitude: 42, longitude: $a}}}}) { `+
				`totalCount } }`,
			"a", nil,
		),
		200, "",
		[]string{
			`"filter.near.at.point.longitude: must be a Float (a number), but $a is null"`, `"data":null`,
			`"path":["providers"]`, badInput,
		},
	},
	{
		"null in @include",
		operation(`query($a: Boolean = true) { conditions { totalCount @include(if: $a) } }`, "a", nil), 200, "data",
		[]string{`"@include if: must be a Boolean (true or false), but $a is null"`, invalid},
	},
	{
		"null in @skip of what is left out",
		operation(
			`query($a: Boolean = true) { conditions { totalCount nodes @skip(if: true) @include(if: $a) { slug } `+
				`} }`,
			"a", nil,
		),
		200, "",
		[]string{`{"data":{"conditions":{"totalCount":2}}}`},
	},
	{
		"null in @include by the other executor",
		operation(
			`query($a: Boolean = true) { __schema { queryType { name @skip(if: true) @include(if: $a) kind } } }`,
			"a", nil,
		),
		200, "",
		[]string{`{"data":{"__schema":{"queryType":{"kind":"OBJECT"}}}}`},
	},
	{
		"a whole number with a point", strings.Replace(operation(firstOfAll, "first", 0), ":0}", ":1.0}", 1), 200, "",
		[]string{`{"data":{"conditions":{"nodes":[{"slug":"grief"}]}}}`},
	},
	{
		"a number beyond all",
		strings.Replace(
			operation(`query($s: String) { articles(filter: {text: $s}) { totalCount } }`, "s", 0), ":0}",
			":1e400}", 1,
		),
		200, "data",
		[]string{`$s: must be a String, not 1e400`, invalid},
	},
	{
		"an object for an enum in the document",
		operation(`{ article(by: {slug: "care-for-grief"}) { lead(format: {}) } }`), 200, "data",
		[]string{`format: must be a value of TextFormat (MARKDOWN, HTML, TEXT), not an object`, invalid},
	},
	{
		"a name of 100 KB",
		operation(
			`query($f: ProviderFilter) { providers(filter: $f) { totalCount } }`, "f",
			object{strings.Repeat("x", 100_000): true},
		),
		200, strings.Repeat("x", 61),
		[]string{`$f.` + strings.Repeat("x", 60) + `…: is not a field of ProviderFilter"`, invalid},
	},
}

// requestCases have other faults: in the document, in the body, in what the directory has.
var requestCases = []answerCase{
	{"an unknown field", operation(`{ doctors { name } }`), 200, "", []string{`doctors`, invalid}},
	{"no query", operation(""), 400, "", []string{"query: must be given", badInput}},
	{"only a comment", operation("# nothing"), 200, "", []string{"the document has no operation", invalid}},
	{
		"several operations and no name", operation("query A { __typename } query B { __typename }"), 200, "data",
		[]string{`operationName: \"\" must be one of the document's operations (A, B)`, invalid},
	},
	{
		"a mutation by nobody", operation(`mutation { deleteProvider(id: "wren") { deletedId } }`), 200, "",
		[]string{"this needs a token", `"extensions":{"code":"UNAUTHENTICATED"}`, `"data":null`},
	},
	{"half a query", operation(`{ conditions { totalCount `), 200, "", []string{`"locations":[{"line":1,`, unparsed}},
	{"half a body", `{"query": "{ secret }`, 400, "secret", []string{"the body must be a JSON object", badInput}},
	{
		"a licence in what was deleted",
		operation(`{ provider(by: {slug: "juniper"}) { licenses { credential { name } } } }`), 200, "",
		[]string{
			`"there is no credential ` + models.IDOfSlug(models.KindCredential, "gone") + ` any more"`,
			`"path":["provider","licenses",0,"credential"]`, notFound, `"data":{"provider":null}`,
		},
	},
}
