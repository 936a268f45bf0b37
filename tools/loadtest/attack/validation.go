package attack

import "strings"

// long is a name that is much like others, but none of them.
func long(bytes int) string { return strings.Repeat("conditionz", bytes/10) }

// validationAttacks are small enough for the limits, and want the validator to work.
func validationAttacks() []Attack {
	invalid := refused(400, "GRAPHQL_VALIDATION_FAILED")
	return []Attack{
		{
			Name:    "unknown-fields",
			Sends:   "300 unknown fields",
			Wants:   invalid,
			request: document("{conditions{nodes{" + numbered(300, "unknown% ") + "}}}"),
		},
		{
			Name:    "most-unknown-fields",
			Sends:   "1,990 unknown fields",
			Wants:   invalid,
			request: document("{conditions{nodes{" + numbered(1990, "unknown% ") + "}}}"),
		},
		{
			Name:    "long-unknown-fields",
			Sends:   "100 unknown fields of 1 KB",
			Wants:   invalid,
			request: document("{conditions{nodes{" + numbered(100, long(1000)+"% ") + "}}}"),
		},
		{
			Name:    "longest-unknown-field",
			Sends:   "an unknown field of 120 KB",
			Wants:   invalid,
			request: document("{" + long(120_000) + "}"),
		},
		{
			Name:    "unknown-arguments",
			Sends:   "900 unknown arguments",
			Wants:   invalid,
			request: document("{providers(" + numbered(900, "sessionFee%:1 ") + "){totalCount}}"),
		},
		{
			Name:    "unknown-inputs",
			Sends:   "900 unknown fields of a filter",
			Wants:   invalid,
			request: document("{providers(filter:{" + numbered(900, "conditionz%:1 ") + "}){totalCount}}"),
		},
		{
			Name:  "unknown-enum-values",
			Sends: "1,000 unknown values of an enum, of 100 bytes",
			Wants: invalid,
			request: document(
				"{providers(filter:{kinds:[" + numbered(
					1000,
					strings.Repeat("INDIVIDUA", 11)+"% ",
				) + "]}){totalCount}}",
			),
		},
	}
}

// definitionAttacks are by definitions, values and introspection.
func definitionAttacks() []Attack {
	invalid := refused(400, "GRAPHQL_VALIDATION_FAILED")
	return []Attack{
		{
			Name:    "unknown-types",
			Sends:   "90 fragments on unknown types of 1 KB",
			Wants:   invalid,
			request: document("{__typename}" + numbered(90, "fragment f% on "+long(1000)+"%{id}")),
		},
		{
			Name:    "many-variables",
			Sends:   "900 variables that nothing uses",
			Wants:   invalid,
			request: document("query(" + numbered(900, "$v%:ProviderFilter ") + "){__typename}"),
		},
		{
			Name:    "wrong-values",
			Sends:   "3,500 numbers where texts are expected",
			Wants:   invalid,
			request: document("{nodes(ids:[" + strings.Repeat("1.5 ", 3500) + "]){id}}"),
		},
		{
			Name:    "introspection-nesting",
			Sends:   "fields of types of fields of types…",
			Wants:   invalid,
			request: document("{__schema{types{" + within(3, "fields{type{", "name", "}}") + "}}}"),
		},
		{
			Name:    "introspection-by-aliases",
			Sends:   "20 times all fields of all types and theirs",
			Wants:   refused(400, "TOO_COSTLY"),
			request: document("{" + numbered(20, "a%:__schema{types{fields{type{fields{name description}}}}}") + "}"),
		},
	}
}
