package attack

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// texts are so many different texts with one beginning.
func texts(many int, beginning string) []string {
	list := make([]string, many)
	for i := range list {
		list[i] = fmt.Sprint(beginning, i)
	}
	return list
}

// filtered is a search with a filter in a variable.
func filtered(filter map[string]any) func(number int) request {
	return func(number int) request {
		return post(
			fmt.Sprintf("# %d\nquery($filter:ProviderFilter){providers(filter:$filter){totalCount}}", number),
			map[string]any{"filter": filter},
			nil,
		)
	}
}

// body is a request of bytes that are no query.
func body(content string) func(number int) request {
	return func(int) request { return raw([]byte(content)) }
}

// inputAttacks are by variables and by JSON.
func inputAttacks() []Attack {
	bad := Answer{200, "BAD_USER_INPUT"}
	list := func(field, beginning string, many int) Attack {
		return Attack{
			Name:    "many-" + field,
			Sends:   fmt.Sprintf("a filter with %d values of %s", many, field),
			Wants:   []Answer{bad},
			request: filtered(map[string]any{field: texts(many, beginning)}),
		}
	}
	longList := list("conditions", long(1000), 100)
	longList.Name, longList.Sends = "long-conditions", "a filter with 100 conditions of 1 KB that nobody knows"
	return []Attack{
		list("conditions", "anxiet", 10_000),
		list("states", "Mi", 10_000),
		list("cities", "Flin", 10_000),
		list("languages", "Spani", 10_000),
		list("insurances", "Aet", 10_000),
		longList,
	}
}

// valueAttacks are by single values.
func valueAttacks() []Attack {
	bad := Answer{200, "BAD_USER_INPUT"}
	return []Attack{
		{
			Name:    "huge-variable",
			Sends:   "a text of 120 KB to search for",
			Wants:   []Answer{bad},
			request: filtered(map[string]any{"text": strings.Repeat("word ", 24_000)}),
		},
		{
			Name:  "huge-id",
			Sends: "an id of 120 KB",
			Wants: answered(),
			request: func(number int) request {
				return post(
					"query($id:ID!){node(id:$id){id}}",
					map[string]any{"id": fmt.Sprint("cnd_", number, strings.Repeat("0", 120_000))},
					nil,
				)
			},
		},
		{
			Name:  "many-ids",
			Sends: "nodes with 10,000 ids",
			Wants: refused(400, "TOO_COSTLY"),
			request: func(int) request {
				return post(
					"query($ids:[ID!]!){nodes(ids:$ids){id}}",
					map[string]any{"ids": texts(10_000, "cnd_")},
					nil,
				)
			},
		},
		{
			Name:  "many-representations",
			Sends: "9,000 documents without a type, as a gateway asks for them",
			Wants: []Answer{bad},
			request: func(int) request {
				return post(
					"query($of:[_Any!]!){_entities(representations:$of){__typename}}",
					map[string]any{"of": slices.Repeat([]any{map[string]any{}}, 9_000)},
					nil,
				)
			},
		},
	}
}

// jsonAttacks are by the JSON of a request.
func jsonAttacks() []Attack {
	bad := Answer{200, "BAD_USER_INPUT"}
	return []Attack{
		{
			Name:  "nested-lists",
			Sends: "a variable of 9,900 lists within each other",
			Wants: refused(400, "BAD_USER_INPUT"),
			request: body(`{"query":"query($ids:[ID!]!){nodes(ids:$ids){id}}","variables":{"ids":` +
				within(9900, "[", "", "]") + `}}`),
		},
		{
			Name:  "nested-objects",
			Sends: "a variable of 9,900 objects within each other",
			Wants: refused(400, "BAD_USER_INPUT"),
			request: body(`{"query":"query($f:ProviderFilter){providers(filter:$f){totalCount}}","variables":{"f":` +
				within(9900, `{"near":`, "1", "}") + `}}`),
		},
		{
			Name:    "deep-json",
			Sends:   "120,000 brackets",
			Wants:   refused(400, "BAD_USER_INPUT"),
			request: body(`{"query":"{__typename}","variables":{"a":` + strings.Repeat("[", 120_000)),
		},
		{
			Name:    "many-members",
			Sends:   "9,000 members of variables that nothing uses",
			Wants:   answered(),
			request: body(`{"query":"{__typename}","variables":{` + numbered(9000, `"a%":1,`) + `"b":1}}`),
		},
		{
			Name:  "huge-number",
			Sends: "a number of 120,000 digits",
			Wants: refused(400, "GRAPHQL_VALIDATION_FAILED"),
			request: body(`{"query":"query($n:Int){conditions(first:$n){totalCount}}","variables":{"n":` +
				strings.Repeat("9", 120_000) + `}}`),
		},
		{
			Name:  "cursor-bait",
			Sends: "20 cursors of 5 KB that no list gave",
			Wants: []Answer{bad},
			request: document(
				"{" + numbered(20, `a%:conditions(after:"`+strings.Repeat("A", 5000)+`"){totalCount}`) + "}",
			),
		},
		{
			Name:    "batch",
			Sends:   "a list of 4,000 operations",
			Wants:   refused(400, "BATCHES_DISABLED"),
			request: body("[" + strings.TrimSuffix(strings.Repeat(`{"query":"{__typename}"},`, 4000), ",") + "]"),
		},
		{
			Name:    "not-json",
			Sends:   "120 KB of bytes that are no JSON",
			Wants:   refused(400, "BAD_USER_INPUT"),
			request: body(string(bytes.Repeat([]byte{0xff, '"', '\\', 0}, 30_000))),
		},
	}
}
