package attack

import (
	"fmt"
	"strconv"
	"strings"
)

// document is an attack by one query. A comment makes no two of its requests the same.
func document(query string) func(number int) request {
	return func(number int) request { return post(fmt.Sprintf("# %d\n%s", number, query), nil, nil) }
}

// numbered repeats a pattern with the numbers from 0 on.
func numbered(times int, pattern string) string {
	var text strings.Builder
	for i := range times {
		text.WriteString(strings.ReplaceAll(pattern, "%", strconv.Itoa(i)))
	}
	return text.String()
}

// within puts something into itself.
func within(times int, open, middle, shut string) string {
	return strings.Repeat(open, times) + middle + strings.Repeat(shut, times)
}

// tokens is how many tokens of a document the server takes by default, with a few to spare.
const tokens = 3900

// documentAttacks are by the shape of the query alone: it is refused before it is validated.
func documentAttacks() []Attack {
	return []Attack{
		{
			Name:    "repeated-fields",
			Sends:   "20,000 times __typename",
			Wants:   refused(413, "BODY_TOO_LARGE"),
			request: document("{" + strings.Repeat("__typename ", 20_000) + "}"),
		},
		{
			Name:    "repeated-fields-of-most-tokens",
			Sends:   "3,900 times __typename",
			Wants:   refused(400, "TOO_MANY_FIELDS"),
			request: document("{" + strings.Repeat("__typename ", tokens) + "}"),
		},
		{
			Name:    "tokens",
			Sends:   "120 KB of brackets",
			Wants:   refused(400, "GRAPHQL_PARSE_FAILED"),
			request: document(strings.Repeat("{", 120_000)),
		},
		{
			Name:    "alias-bomb",
			Sends:   "1,200 aliases of one field",
			Wants:   refused(400, "TOO_MANY_ALIASES"),
			request: document("{" + numbered(1200, "a%:__typename ") + "}"),
		},
		{
			Name:    "deep-fields",
			Sends:   "950 levels of conditions and treatments",
			Wants:   refused(400, "TOO_DEEP"),
			request: document(within(475, "{conditions{treatments", "{id}", "}}")),
		},
		{
			Name:    "deep-inline-fragments",
			Sends:   "990 inline fragments within each other",
			Wants:   refused(400, "TOO_DEEP"),
			request: document(within(990, "{...", "{__typename}", "}")),
		},
		{
			Name:    "deep-lists",
			Sends:   "990 lists within each other as an argument",
			Wants:   refused(400, "GRAPHQL_VALIDATION_FAILED"),
			request: document("{nodes(ids:" + within(990, "[", "", "]") + "){id}}"),
		},
		{
			Name:    "deep-objects",
			Sends:   "900 objects within each other as an argument",
			Wants:   refused(400, "GRAPHQL_VALIDATION_FAILED"),
			request: document("{providers(filter:" + within(900, "{near:", "1", "}") + "){totalCount}}"),
		},
	}
}

// fragmentAttacks are by fragments.
func fragmentAttacks() []Attack {
	return []Attack{
		{
			Name:    "circular-fragments",
			Sends:   "90 fragments that spread each other in a circle",
			Wants:   refused(400, "GRAPHQL_VALIDATION_FAILED"),
			request: document("{...f0}" + chain(90, "...f0")),
		},
		{
			Name:    "exponential-fragments",
			Sends:   "90 fragments, each of which spreads the next one twice",
			Wants:   refused(400, "TOO_MANY_FIELDS"),
			request: document("{...f0}" + doubling(90)),
		},
		{
			Name:    "fragments-and-operations",
			Sends:   "49 fragments, each of which spreads the next one, and 50 operations that spread 20 of them",
			Wants:   refused(400, "GRAPHQL_VALIDATION_FAILED"),
			request: document(chain(49, "__typename") + strings.Repeat("query{"+numbered(20, "...f% ")+"}", 50)),
		},
		{
			Name:    "many-fragments",
			Sends:   "550 fragments",
			Wants:   refused(400, "TOO_MANY_FRAGMENTS"),
			request: document("{__typename}" + numbered(550, "fragment f% on Query{a}")),
		},
	}
}

// selectionAttacks are by what one field or one place holds.
func selectionAttacks() []Attack {
	return []Attack{
		{
			Name:    "directives",
			Sends:   "550 times @skip on one field",
			Wants:   refused(400, "TOO_MANY_DIRECTIVES"),
			request: document("{__typename" + strings.Repeat("@skip(if:false)", 550) + "}"),
		},
		{
			Name:    "unknown-directives",
			Sends:   "1,900 unknown directives on one field",
			Wants:   refused(400, "TOO_MANY_DIRECTIVES"),
			request: document("{__typename" + numbered(1900, "@a%") + "}"),
		},
		{
			Name:    "overlapping-fields",
			Sends:   "500 fields of one name in one place",
			Wants:   refused(400, "TOO_MANY_REPEATED_FIELDS"),
			request: document("{conditions{" + numbered(500, "nodes{treatments{id}}") + "}}"),
		},
		{
			Name:    "overlapping-fields-below-the-limit",
			Sends:   "98 fields of one name in one place that conflict",
			Wants:   refused(400, "GRAPHQL_VALIDATION_FAILED"),
			request: document("{providers{nodes{" + numbered(98, "articles(first:%){totalCount}") + "}}}"),
		},
	}
}

// chain is fragments of which each spreads the next one, and the last one selects something else.
func chain(length int, last string) string {
	var text strings.Builder
	for i := range length - 1 {
		fmt.Fprintf(&text, "fragment f%d on Query{...f%d}", i, i+1)
	}
	fmt.Fprintf(&text, "fragment f%d on Query{%s}", length-1, last)
	return text.String()
}

// doubling is fragments of which each spreads the next one twice.
func doubling(length int) string {
	var text strings.Builder
	for i := range length - 1 {
		fmt.Fprintf(&text, "fragment f%d on Query{...f%d ...f%d}", i, i+1, i+1)
	}
	fmt.Fprintf(&text, "fragment f%d on Query{__typename}", length-1)
	return text.String()
}
