package execution_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"findcare/internal/execution"
)

// operationDrawer draws random operations that the schema allows, with arguments good and bad.
type operationDrawer struct {
	*rapid.T
	words map[string][]string // what to give for a String or an ID, by the name of the argument

	asked     string // the field whose arguments are drawn
	budget    int    // how many fields may still be drawn
	arguments map[string]string
	variables []string // their definitions
	values    map[string]any
	fragments []string
	on        map[string][]string // the names of the fragments by their type
}

// drawOperation draws an operation, and prepares it. It is about what can be reached from Query, or only from a type of
// its fields.
func drawOperation(t *rapid.T, x *execution.Executor, about string, words map[string][]string) *execution.Operation {
	// The few operations that are not valid do not count: two fields of the same name in the response must be the same.
	for range 20 {
		d := &operationDrawer{
			T:         t,
			words:     words,
			budget:    100,
			arguments: make(map[string]string),
			values:    make(map[string]any),
			on:        make(map[string][]string),
		}
		selections := d.selections(schema().Types[about], 7)
		if about != "Query" {
			for _, f := range schema().Query.Fields {
				if f.Type.Name() == about {
					selections = "{ " + f.Name + " " + selections + " }"
				}
			}
		}
		text := "query Drawn"
		if len(d.variables) > 0 {
			text += "(" + strings.Join(d.variables, ", ") + ")"
		}
		text += " " + selections + "\n" + strings.Join(d.fragments, "\n")
		if o, errs := x.Prepare(execution.Request{Query: text, Variables: asJSON(d.values)}); errs == nil {
			t.Logf("%s\n%v", text, d.values)
			return o
		}
	}
	t.Skip("no valid operation")
	panic("unreachable")
}

// asJSON gives values as requests have them: as they come out of JSON, whole numbers as int64.
func asJSON(values map[string]any) map[string]any {
	content, err := json.Marshal(values)
	if err != nil {
		panic(err)
	}
	decoded := make(map[string]any)
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.UseNumber()
	if err := decoder.Decode(&decoded); err != nil {
		panic(err)
	}
	return withNumbers(decoded).(map[string]any)
}

func withNumbers(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, member := range value {
			value[name] = withNumbers(member)
		}
	case []any:
		for i, element := range value {
			value[i] = withNumbers(element)
		}
	case json.Number:
		if whole, err := value.Int64(); err == nil {
			return whole
		}
		number, err := value.Float64()
		if err != nil {
			panic(err)
		}
		return number
	}
	return value
}

func (d *operationDrawer) chance(in int) bool { return d.upTo(in) == 0 }

func (d *operationDrawer) upTo(n int) int { return choice(d.T, n) }

// choice draws a number below n. Rapid prefers small numbers, which would make for poor operations, so what it draws is
// stirred; 0 stays 0, since that is where rapid goes when it looks for the smallest operation that fails.
func choice(t *rapid.T, n int) int {
	stirred, _ := bits.Mul64(rapid.Uint64().Draw(t, "choice")*0x9E3779B97F4A7C15, uint64(n))
	return int(stirred)
}

func among[T any](d *operationDrawer, from ...T) T { return from[d.upTo(len(from))] }

// selections draws a selection set of a type.
func (d *operationDrawer) selections(of *ast.Definition, depth int) string {
	var b strings.Builder
	b.WriteString("{")
	for range 2 + d.upTo(8) {
		d.budget--
		if part := d.selection(of, depth); part != "" {
			b.WriteString(" " + part)
		}
	}
	if b.Len() == 1 {
		b.WriteString(" __typename")
	}
	return b.String() + " }"
}

func (d *operationDrawer) selection(of *ast.Definition, depth int) string {
	switch {
	case d.chance(12):
		return among(d, "", "kind: ", "type: ") + "__typename" + d.directives()
	case depth > 0 && d.budget > 0 && (d.chance(5) || of.Kind == ast.Union || of.Kind == ast.Interface && !d.chance(4)):
		return d.fragment(of, depth)
	}
	var fields []*ast.FieldDefinition
	for _, f := range of.Fields {
		switch leaf := schema().Types[f.Type.Name()].IsLeafType(); {
		case strings.HasPrefix(f.Name, "__"):
		case leaf:
			fields = append(fields, f)
		case depth > 0 && d.budget > 0:
			fields = append(fields, f, f, f)
		}
	}
	if len(fields) == 0 {
		return "__typename"
	}
	f := among(d, fields...)
	alias := ""
	if d.chance(3) {
		alias = f.Name + among(d, "A", "B") + ": "
	}
	// The same field of the same name must have the same arguments.
	key := of.Name + "." + alias + f.Name
	if _, drawn := d.arguments[key]; !drawn {
		d.arguments[key] = d.drawArguments(f)
	}
	text := alias + f.Name + d.arguments[key] + d.directives()
	if result := schema().Types[f.Type.Name()]; !result.IsLeafType() {
		text += " " + d.selections(result, depth-1)
	}
	return text
}

// fragment draws a fragment that can apply to the type, written in place or spread.
func (d *operationDrawer) fragment(of *ast.Definition, depth int) string {
	conditions := []*ast.Definition{of}
	for _, possible := range schema().GetPossibleTypes(of) {
		conditions = append(conditions, possible)
		conditions = append(conditions, schema().GetImplements(possible)...)
	}
	on := among(d, conditions...)
	switch {
	case d.chance(4) && len(d.on[on.Name]) > 0: // one that is there already
		return "..." + among(d, d.on[on.Name]...) + d.directives()
	case d.chance(3):
		name := fmt.Sprint("F", len(d.fragments))
		d.fragments = append(d.fragments, "")
		at := len(d.fragments) - 1
		d.fragments[at] = "fragment " + name + " on " + on.Name + " " + d.selections(on, depth-1)
		d.on[on.Name] = append(d.on[on.Name], name)
		return "..." + name + d.directives()
	case d.chance(4):
		return "..." + d.directives() + " " + d.selections(of, depth-1)
	}
	return "... on " + on.Name + d.directives() + " " + d.selections(on, depth-1)
}

func (d *operationDrawer) directives() (text string) {
	for _, name := range []string{"skip", "include"} {
		if !d.chance(12) {
			continue
		}
		value := among(d, "true", "false", "$yes", "$no", "$maybe")
		if variable, is := strings.CutPrefix(value, "$"); is && d.values[variable] == nil {
			d.variables = append(d.variables, value+": "+among(d, "Boolean!", "Boolean! = true"))
			d.values[variable] = variable == "yes" || variable == "maybe" && d.chance(2)
		}
		text += " @" + name + "(if: " + value + ")"
	}
	return text
}

func (d *operationDrawer) drawArguments(f *ast.FieldDefinition) string {
	var given []string
	d.asked = f.Name
	for _, argument := range f.Arguments {
		if !argument.Type.NonNull && !d.chance(4) {
			continue
		}
		if d.chance(3) { // in a variable
			name := fmt.Sprint("v", len(d.variables))
			t := *argument.Type
			t.NonNull = t.NonNull && argument.DefaultValue == nil // a variable that is not given leaves the default
			definition := "$" + name + ": " + t.String()
			if t.NonNull || !d.chance(6) {
				d.values[name] = d.value(argument.Type, argument.Name)
			}
			d.variables = append(d.variables, definition)
			given = append(given, argument.Name+": $"+name)
			continue
		}
		given = append(given, argument.Name+": "+literal(argument.Type, d.value(argument.Type, argument.Name)))
	}
	if len(given) == 0 {
		return ""
	}
	return "(" + strings.Join(given, ", ") + ")"
}

// value draws a value of an input type, as JSON has it.
func (d *operationDrawer) value(t *ast.Type, name string) any {
	if !t.NonNull && d.chance(10) {
		return nil
	}
	if t.Elem != nil {
		if d.chance(8) {
			return d.value(t.Elem, name) // stands for a list of one
		}
		list := []any{}
		for range d.upTo(4) {
			list = append(list, d.value(t.Elem, name))
		}
		return list
	}
	switch definition := schema().Types[t.Name()]; definition.Kind {
	case ast.Enum:
		return among(d, definition.EnumValues...).Name
	case ast.InputObject:
		return d.inputObject(definition)
	}
	switch t.Name() {
	case "Int":
		if d.chance(10) {
			return among(d, -1, 101, 2_000_000_000)
		}
		return among(d, 0, 1, 2, 3, 5, 20)
	case "Float":
		return among[any](d, 25, 42.96, 0.5, 400.0, -83.7, 42, -91)
	case "Boolean":
		return d.chance(2)
	case "_Any":
		return d.representation()
	case "DateTime":
		return among(d, "2026-09-01T00:00:00Z", "2026-09-01T00:00:00.5+02:00", "yesterday")
	case "Date":
		return among(d, "2025-01-31", "2026-10-19", "2024-02-29", "2026-02-30")
	}
	words := d.words[name]
	if own := d.words[d.asked+" "+name]; len(own) > 0 {
		words = own
	}
	if len(words) > 0 && !d.chance(8) {
		return among(d, words...)
	}
	return among(d, "", "anx", "MI", "Flint", "en", "?", "\"quoted\"\n", "é\u2028\x7f")
}

// representation draws what a gateway names a document by, and now and then what none would send.
func (d *operationDrawer) representation() any {
	if d.chance(30) {
		return among[any](d, "Provider", []any{}, 5)
	}
	given := map[string]any{}
	if !d.chance(30) {
		of := among(d, append(schema().Types["_Entity"].Types, "Node")...)
		given["__typename"], d.asked = of, strings.ToLower(of)
	}
	for _, key := range []string{"id", "slug", "npi"} {
		switch {
		case d.chance(3):
			given[key] = d.value(&ast.Type{NamedType: "String"}, key)
		case d.chance(30):
			given[key] = []any{1, 0.5, true, map[string]any{"id": nil}}
		}
	}
	return given
}

func (d *operationDrawer) inputObject(definition *ast.Definition) map[string]any {
	object := make(map[string]any)
	if definition.Directives.ForName("oneOf") != nil {
		f := among(d, definition.Fields...)
		object[f.Name] = d.value(&ast.Type{NamedType: f.Type.NamedType, NonNull: true}, f.Name)
		return object
	}
	for _, f := range definition.Fields {
		if f.Type.NonNull || d.chance(7) {
			object[f.Name] = d.value(f.Type, f.Name)
		}
	}
	return object
}

// literal writes a value as it stands in an operation.
func literal(t *ast.Type, value any) string {
	switch value := value.(type) {
	case []any:
		var parts []string
		for _, element := range value {
			parts = append(parts, literal(cmp.Or(t.Elem, t), element))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case map[string]any:
		for t.Elem != nil {
			t = t.Elem
		}
		var parts []string
		for name, member := range value {
			inner := &ast.Type{NamedType: "String"} // what is in a scalar is written as it is
			if field := schema().Types[t.Name()].Fields.ForName(name); field != nil {
				inner = field.Type
			}
			parts = append(parts, name+": "+literal(inner, member))
		}
		slices.Sort(parts)
		return "{" + strings.Join(parts, ", ") + "}"
	case string:
		if schema().Types[t.Name()].Kind == ast.Enum {
			return value
		}
		return (&ast.Value{Kind: ast.StringValue, Raw: value}).String()
	}
	content, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return string(content)
}
