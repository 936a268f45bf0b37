package execution

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// step is one part of the way to a value: a name, or an index where there is no name.
type step struct {
	name  string
	index int
}

// fail tells what is wrong with the value that the path leads to.
func (r *coercion) fail(format string, arguments ...any) {
	if r.enough() {
		return
	}
	err := gqlerror.Errorf("%s: %s", r.way(), fmt.Sprintf(format, arguments...))
	if r.at != nil {
		err.Locations = []gqlerror.Location{{Line: r.at.Line, Column: r.at.Column}}
	}
	r.errs = append(r.errs, err)
}

// locate has the errors of a literal located where it stands.
func (r *coercion) locate(node *ast.Value, fail func()) {
	at := r.at
	if r.static && node.Position != nil {
		r.at = node.Position
	}
	fail()
	r.at = at
}

func (r *coercion) failAt(node *ast.Value, format string, arguments ...any) {
	r.locate(node, func() { r.fail(format, arguments...) })
}

func (r *coercion) missing(t *ast.Type) { r.fail("is required and must be %s", r.expected(t)) }

func (r *coercion) failEnum(t *inputType, shown, text string) {
	names := make([]string, len(t.EnumValues))
	for i, value := range t.EnumValues {
		names[i] = value.Name
	}
	r.fail("must be %s, not %s%s", r.expectedNamed(t), shown, suggestion(text, names))
}

func (r *coercion) failField(t *inputType, name string) {
	names := make([]string, len(t.Definition.Fields))
	for i, f := range t.Definition.Fields {
		names[i] = f.Name
	}
	r.enter(step{name: cut(name)})
	r.fail("is not a field of %s%s", t.Name, suggestion(name, names))
	r.leave()
}

func (r *coercion) failOneOf(t *inputType) {
	r.fail("exactly one field of %s must be given, and not null", t.Name)
}

// way is the path in words: $input.locations[2].city.
func (r *coercion) way() string {
	var b strings.Builder
	b.WriteString(r.sigil)
	for i, s := range r.path {
		switch {
		case s.name == "":
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case i == 0:
			b.WriteString(s.name)
		default:
			b.WriteString("." + s.name)
		}
	}
	return b.String()
}

// expected says what a value of a type must be.
func (r *coercion) expected(t *ast.Type) string {
	if t.Elem != nil {
		return "a list of type " + t.String()
	}
	return r.expectedNamed(r.types[t.NamedType])
}

func (r *coercion) expectedNamed(t *inputType) string {
	switch t.Kind {
	case ast.InputObject:
		return "an object of type " + t.Name
	case ast.Enum:
		const most = 12 // values that are listed
		var names []string
		for _, value := range t.EnumValues[:min(len(t.EnumValues), most)] {
			names = append(names, value.Name)
		}
		if len(t.EnumValues) > most {
			names = append(names, "…")
		}
		return "a value of " + t.Name + " (" + strings.Join(names, ", ") + ")"
	}
	return t.scalar.expected
}

// show writes a value for people.
func show(given any) string {
	switch given := given.(type) {
	case string:
		return quote(given)
	case bool:
		return strconv.FormatBool(given)
	case int64:
		return strconv.FormatInt(given, 10)
	case float64:
		return strconv.FormatFloat(given, 'g', -1, 64)
	case json.Number:
		return cut(string(given))
	case []any, []string:
		return "a list"
	case map[string]any:
		return "an object"
	}
	return "this"
}

// showLiteral writes a literal for people.
func showLiteral(node *ast.Value) string {
	switch node.Kind {
	case ast.StringValue, ast.BlockValue:
		return quote(node.Raw)
	case ast.ListValue:
		return "a list"
	case ast.ObjectValue:
		return "an object"
	}
	return cut(node.Raw)
}

// longest is how many characters of a value are shown.
const longest = 60

func quote(text string) string { return strconv.Quote(cut(text)) }

// cut leaves out what is too long to be shown.
func cut(text string) string {
	if len(text) <= longest {
		return text
	}
	end := 0
	for range longest {
		_, size := utf8.DecodeRuneInString(text[end:])
		if end += size; end >= len(text) {
			return text
		}
	}
	return text[:end] + "…"
}
