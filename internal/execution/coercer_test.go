package execution_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"findcare/internal/clock"
	"findcare/internal/execution"
)

const schemaText = `
type Query { f(input: Input, ids: [ID!], n: Int! = 7, by: By, on: Day): Int }
enum Color { RED DARK_BLUE }
scalar Day
input Input { colors: [Color!]  inner: [Inner!]  size: Float = 25 }
input Inner { city: String!  zip: ID  count: Int }
input By @oneOf { slug: String  id: ID }
`

func newCoercer() (*ast.Schema, *execution.Coercer) {
	schema := gqlparser.MustLoadSchema(&ast.Source{Input: schemaText})
	day := execution.TextScalar("a Day", func(text string) bool { return len(text) == 3 })
	return schema, execution.NewCoercer(schema, map[string]execution.Scalar{"Day": day})
}

// variables coerces the values of an operation's variables.
func variables(t testing.TB, query, given string) (coerced string, message string) {
	t.Helper()
	arguments, told := argumentsOf(t, query, given)
	if told != nil {
		return "", told.Message
	}
	text, failed := json.Marshal(arguments)
	if failed != nil {
		t.Fatal(failed)
	}
	return string(text), ""
}

// argumentsOf gives the arguments of the first field of an operation, or what is said of them.
func argumentsOf(t testing.TB, query, given string) (map[string]any, *gqlerror.Error) {
	t.Helper()
	schema, coercer := newCoercer()
	set := rules.NewDefaultRules()
	set.ReplaceRule(coercer.Rule().Name, coercer.Rule().RuleFunc)
	document, errs := gqlparser.LoadQueryWithRules(schema, query, set)
	if len(errs) > 0 {
		return nil, errs[0]
	}
	operation := document.Operations[0]
	values, errs := coercer.Variables(operation, decode(t, given))
	if len(errs) > 0 {
		return nil, errs[0]
	}
	return coercer.Arguments(operation.SelectionSet[0].(*ast.Field), values)
}

// decode reads a JSON object, with numbers as the endpoint has them.
func decode(t testing.TB, text string) map[string]any {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var values map[string]any
	if err := decoder.Decode(&values); err != nil {
		t.Skip(err)
	}
	return numbered(values).(map[string]any)
}

func numbered(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, member := range value {
			value[name] = numbered(member)
		}
	case []any:
		for i, element := range value {
			value[i] = numbered(element)
		}
	case json.Number:
		return execution.Number(string(value))
	}
	return value
}

const (
	takesInput  = `query($i: Input) { f(input: $i) }`
	takesIDs    = `query($ids: [ID!]) { f(ids: $ids) }`
	takesNumber = `query($n: Int!) { f(n: $n) }`

	noInt = "must be an Int (a whole number from -2147483648 to 2147483647)"
)

// coercions are operations with values of their variables, and what these become, or what is said of them.
var coercions = []struct{ name, query, given, want, message string }{
	{"defaults", takesInput, `{"i":{}}`, `{"input":{"size":25},"n":7}`, ""},
	{
		"one for a list", takesInput, `{"i":{"colors":"RED","inner":{"city":"Flint"}}}`,
		`{"input":{"colors":["RED"],"inner":[{"city":"Flint"}],"size":25},"n":7}`, "",
	},
	{
		"an argument that is not given", takesNumber, `{}`, "",
		"$n: is required and must be an Int (a whole number from -2147483648 to 2147483647)",
	},
	{"the default of an argument", `query($n: Int) { f(n: $n) }`, `{}`, `{"n":7}`, ""},
	{
		"null instead of the default", `query($n: Int) { f(n: $n) }`, `{"n":null}`, "",
		"n: must be an Int (a whole number from -2147483648 to 2147483647), but $n is null",
	},
	{
		"nothing in a list", `query($a: ID = "x") { f(ids: ["a", $a]) }`, `{"a":null}`, "",
		"ids[1]: must be an ID (a string or a whole number), but $a is null",
	},
	{
		"digits of an ID", takesIDs, `{"ids":[9007199254740993,1.0,-0.0,99999999999999999999]}`,
		`{"ids":["9007199254740993","1","0","99999999999999999999"],"n":7}`, "",
	},
	{"the greatest Int as a fraction", takesNumber, `{"n":2147483647.0}`, `{"n":2147483647}`, ""},
	{"the least Int as a fraction", takesNumber, `{"n":-2147483648.0}`, `{"n":-2147483648}`, ""},
	{"a fraction above every Int", takesNumber, `{"n":2147483648.0}`, "", "$n: " + noInt + ", not 2.147483648e+09"},
	{"a fraction below every Int", takesNumber, `{"n":-2147483649.0}`, "", "$n: " + noInt + ", not -2.147483649e+09"},
	{"an exponent", takesNumber, `{"n":3e9}`, "", "$n: " + noInt + ", not 3e+09"},
	{"a fraction for an ID", takesIDs, `{"ids":1.5}`, "", "$ids: must be an ID (a string or a whole number), not 1.5"},
	{"no number", takesIDs, `{"ids":[1e400]}`, "", "$ids[0]: must be an ID (a string or a whole number), not 1e400"},
	{
		"deep down", takesInput, `{"i":{"inner":[{"city":"a"},{"city":"b"},{"city":5}]}}`, "",
		"$i.inner[2].city: must be a String, not 5",
	},
	{
		"null deep down", takesInput, `{"i":{"inner":[null]}}`, "",
		"$i.inner[0]: must be an object of type Inner, not null",
	},
	{"a list for an object", takesInput, `{"i":[]}`, "", "$i: must be an object of type Input, not a list"},
	{"a missing field", takesInput, `{"i":{"inner":{}}}`, "", "$i.inner.city: is required and must be a String"},
	{
		"a mistyped field", takesInput, `{"i":{"colours":"RED"}}`, "",
		"$i.colours: is not a field of Input; did you mean colors?",
	},
	{
		"a mistyped value", takesInput, `{"i":{"colors":"darkblue"}}`, "",
		`$i.colors: must be a value of Color (RED, DARK_BLUE), not "darkblue"; did you mean DARK_BLUE?`,
	},
	{
		"a string for an enum in the document", `{ f(input: {colors: "RED"}) }`, `{}`, "",
		`input.colors: must be a value of Color (RED, DARK_BLUE), not "RED"; did you mean RED?`,
	},
	{"a scalar of the schema", `query($d: Day) { f(on: $d) }`, `{"d":"Monday"}`, "", `$d: must be a Day, not "Monday"`},
	{"a scalar of the schema in the document", `{ f(on: 3) }`, `{}`, "", `on: must be a Day, not 3`},
	{"an object for a scalar in the document", `{ f(on: {}) }`, `{}`, "", `on: must be a Day, not an object`},
	{
		"two of one", `query($b: By) { f(by: $b) }`, `{"b":{"slug":"a","id":"b"}}`, "",
		"$b: exactly one field of By must be given, and not null",
	},
}

func TestCoercion(t *testing.T) {
	for _, test := range coercions {
		t.Run(test.name, func(t *testing.T) {
			got, message := variables(t, test.query, test.given)
			if got != test.want || message != test.message {
				t.Errorf("got  %s %s\nwant %s %s", got, message, test.want, test.message)
			}
		})
	}
}

// An error says where it is: at the definition of a variable, or at an argument.
func TestCoercionErrorsAreLocated(t *testing.T) {
	for name, test := range map[string]struct {
		query, given string
		want         gqlerror.Location
	}{
		"a variable": {"query(\n  $n: Int!) { f(n: $n) }", `{"n":"one"}`, gqlerror.Location{Line: 2, Column: 3}},
		"the second of two": {
			"query($d: Day,\n\n $n: Int) { f(on: $d, n: $n) }", `{"n":1.5}`, gqlerror.Location{Line: 3, Column: 2},
		},
		"no variable": {"query(\n $n: Int!) { f(n: $n) }", `{}`, gqlerror.Location{Line: 2, Column: 2}},
		"a literal":   {"{\n  f(\n   n: 1.5) }", `{}`, gqlerror.Location{Line: 3, Column: 7}},
		"an argument whose variable is null": {
			"query($n: Int) {\n  f(\n    n: $n) }", `{"n":null}`, gqlerror.Location{Line: 3, Column: 5},
		},
	} {
		_, err := argumentsOf(t, test.query, test.given)
		if err == nil || len(err.Locations) != 1 || err.Locations[0] != test.want {
			t.Errorf("%s: got %+v, want it at %+v", name, err, test.want)
		}
	}
}

// What a client sends is never shown whole, and does not cost much, however long it is.
func TestLongNames(t *testing.T) {
	long := strings.Repeat("ü", 100_000)
	watch := clock.Start()
	for _, given := range []string{
		`{"i":{"` + long + `":1}}`, `{"i":{"colors":["` + long + `"]}}`, `{"i":"` + long + `"}`,
	} {
		if _, message := variables(t, `query($i: Input) { f(input: $i) }`, given); message == "" ||
			len(message) > 400 ||
			!strings.Contains(message, "…") {
			t.Errorf("%d bytes: %.300s", len(message), message)
		}
	}
	if took := watch.Elapsed(); took > 5*time.Second {
		t.Errorf("took %s", took)
	}
}

// Whatever is sent, there is no panic, and either a value or a message.
func FuzzCoercer(f *testing.F) {
	for _, given := range []string{
		`{}`, `{"i":null}`, `{"i":{"inner":[{"city":"a","zip":1e400}]},"b":{"id":-0.0},"ids":[[1]]}`,
		`{"n":2147483648,"d":"abc"}`,
	} {
		f.Add(given)
	}
	const query = `query($i: Input = {}, $ids: [ID!], $n: Int = 1, $b: By, $d: Day) { f(input: $i, ids: $ids, n: $n, ` +
		`by: $b, on: $d) }`
	f.Fuzz(func(t *testing.T, given string) {
		coerced, message := variables(t, query, given)
		if (coerced == "") == (message == "") {
			t.Errorf("%q %q", coerced, message)
		}
		for _, word := range []string{"float64", "int64", "interface", "map[", "nil"} {
			if strings.Contains(message, word) && !strings.Contains(given, word) {
				t.Errorf("%s", message)
			}
		}
	})
}
