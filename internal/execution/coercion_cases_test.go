package execution_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// coercionCase is an operation and what is given for its variables, as the text of a JSON object.
type coercionCase struct {
	Query     string `json:"query"`
	Variables string `json:"variables"`
}

// Values of cases are what encoding/json knows, with numbers as they are written, and these:
type (
	enumName string // a value of an enum
	variable string // only in a document
)

// asText writes a value as JSON, or as it stands in a document.
func asText(value any, inDocument bool) string {
	switch value := value.(type) {
	case json.Number:
		return string(value)
	case enumName:
		if inDocument {
			return string(value)
		}
	case variable:
		return "$" + string(value)
	case []any:
		var parts []string
		for _, element := range value {
			parts = append(parts, asText(element, inDocument))
		}
		return "[" + strings.Join(parts, ",") + "]"
	case map[string]any:
		var parts []string
		for name, member := range value {
			if !inDocument {
				name = fmt.Sprintf("%q", name)
			}
			parts = append(parts, name+":"+asText(member, inDocument))
		}
		slices.Sort(parts)
		return "{" + strings.Join(parts, ",") + "}"
	}
	text, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return string(text)
}

// validValue gives a value that a type takes.
func validValue(t *ast.Type) any {
	if t.Elem != nil {
		return []any{validValue(t.Elem)}
	}
	switch definition := schema().Types[t.NamedType]; {
	case definition.Kind == ast.Enum:
		return enumName(definition.EnumValues[0].Name)
	case definition.Kind == ast.InputObject:
		return validObject(definition)
	}
	return map[string]any{
		"Int": json.Number("3"), "Float": json.Number("1.5"), "String": "anx", "Boolean": true, "ID": "prv_x",
		"Date": "2024-06-24", "DateTime": "2024-06-24T09:30:00Z",
		"_Any": map[string]any{"__typename": "Provider", "id": "prv_x", "more": []any{map[string]any{}, nil}},
	}[t.NamedType]
}

func validObject(definition *ast.Definition) map[string]any {
	object := map[string]any{}
	for i, f := range definition.Fields {
		if f.Type.NonNull && f.DefaultValue == nil || i == 0 && definition.Directives.ForName("oneOf") != nil {
			object[f.Name] = validValue(nonNull(f.Type))
		}
	}
	return object
}

func nonNull(t *ast.Type) *ast.Type {
	strict := *t
	strict.NonNull = true
	return &strict
}

// valuesFor gives values good and bad for a type.
func valuesFor(t *ast.Type) []any {
	valid := validValue(t)
	values := []any{
		valid,
		nil,
		"text",
		"",
		"1",
		true,
		map[string]any{},
		[]any{},
		[]any{nil},
		[]any{valid},
		[]any{valid, nil},
		[]any{[]any{valid}},
	}
	for _, number := range []string{
		"5", "-0", "1.0", "1.5", "1e3", "2147483647", "2147483648", "-2147483648", "-2147483649",
		"2147483647.0", "2147483648.0", "-2147483648.0", "-2147483649.0", "3e9",
	} {
		values = append(values, json.Number(number))
	}
	if t.Elem != nil {
		return append(values, validValue(t.Elem), []any{validValue(t.Elem), "text", json.Number("7")})
	}
	definition := schema().Types[t.NamedType]
	switch definition.Kind {
	case ast.Enum:
		for _, value := range definition.EnumValues {
			values = append(
				values,
				enumName(value.Name),
				value.Name,
				enumName(strings.ToLower(value.Name)),
				strings.ToLower(value.Name),
			)
		}
	case ast.InputObject:
		values = append(values, objectsFor(definition)...)
	}
	switch t.NamedType {
	case "Date":
		values = append(values, "2024-02-29", "2023-02-29", "2024-6-24", "2024-06-24T00:00:00Z", "20240624")
	case "DateTime":
		values = append(
			values,
			"2024-06-24",
			"2024-06-24T09:30:00.5+02:00",
			"2024-06-24 09:30:00",
			"2024-06-24T25:30:00Z",
			"2024-13-24T09:30:00Z",
		)
	}
	return values
}

// objectsFor gives objects, most of which an input type does not take.
func objectsFor(definition *ast.Definition) (objects []any) {
	with := func(name string, value any) {
		object := validObject(definition)
		object[name] = value
		objects = append(objects, object)
	}
	with("unknown", true)
	with("__typename", definition.Name)
	with(strings.ToUpper(definition.Fields[0].Name), nil)
	for _, f := range definition.Fields {
		with(f.Name, nil)
		with(f.Name, validValue(nonNull(f.Type)))
		without := validObject(definition)
		delete(without, f.Name)
		objects = append(objects, without, map[string]any{f.Name: validValue(nonNull(f.Type))})
	}
	return objects
}

// spot is where an input stands: in an argument of a field, or in an input object in it.
type spot struct {
	operation   string // query, mutation or subscription
	open, close string // the fields around the field
	field       *ast.FieldDefinition
	argument    *ast.ArgumentDefinition
	way         []*ast.FieldDefinition // into input objects
}

// of is the type of the input.
func (s spot) of() (t *ast.Type, hasDefault bool) {
	if len(s.way) == 0 {
		return s.argument.Type, s.argument.DefaultValue != nil
	}
	last := s.way[len(s.way)-1]
	return last.Type, last.DefaultValue != nil
}

// around puts a value at the spot into what the argument takes. Given is false to leave it out.
func (s spot) around(value any, given bool) (any, bool) {
	types := []*ast.Type{s.argument.Type}
	for _, f := range s.way {
		types = append(types, f.Type)
	}
	for i := len(s.way) - 1; i >= 0; i-- {
		definition := schema().Types[types[i].Name()]
		object := validObject(definition)
		if definition.Directives.ForName("oneOf") != nil {
			object = map[string]any{}
		}
		if delete(object, s.way[i].Name); given {
			object[s.way[i].Name] = value
		}
		value, given = object, true
		for t := types[i]; t.Elem != nil; t = t.Elem {
			value = []any{value}
		}
	}
	return value, given
}

// call is the field with a value for the argument, and the others that it must have.
func (s spot) call(alias string, value any, given bool) string {
	var arguments []string
	for _, a := range s.field.Arguments {
		switch {
		case a == s.argument:
			if given {
				arguments = append(arguments, a.Name+": "+asText(value, true))
			}
		case a.Type.NonNull && a.DefaultValue == nil:
			arguments = append(arguments, a.Name+": "+asText(validValue(a.Type), true))
		}
	}
	text := alias + ": " + s.field.Name
	if len(arguments) > 0 {
		text += "(" + strings.Join(arguments, ", ") + ")"
	}
	if !schema().Types[s.field.Type.Name()].IsLeafType() {
		text += " { __typename }"
	}
	return text
}

func (s spot) operationOf(definitions, inner, variables string) coercionCase {
	if definitions != "" {
		definitions = "(" + definitions + ")"
	}
	return coercionCase{s.operation + definitions + " { " + s.open + inner + s.close + " }", variables}
}

// spots finds one spot for each type of an argument, and of a field of an input type.
func spots() (list []spot) {
	seen := map[string]bool{}
	for _, root := range []struct {
		operation string
		*ast.Definition
	}{{"query", schema().Query}, {"mutation", schema().Mutation}, {"subscription", schema().Subscription}} {
		for _, f := range root.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			list = spotsOf(list, seen, spot{operation: root.operation, field: f})
			around := spot{operation: root.operation, field: f}
			for _, inner := range schema().Types[f.Type.Name()].Fields {
				open := strings.TrimSuffix(around.call("a", nil, false), " __typename }")
				list = spotsOf(list, seen, spot{operation: root.operation, open: open + " ", close: " }", field: inner})
			}
		}
	}
	return list
}

func spotsOf(list []spot, seen map[string]bool, s spot) []spot {
	for _, a := range s.field.Arguments {
		s.argument = a
		key := a.Type.String() + " " + s.operation
		if a.DefaultValue != nil {
			key += "=" + a.DefaultValue.String()
		}
		if seen[key] {
			continue
		}
		seen[key] = true
		list = append(list, s)
		list = spotsInside(list, seen, s, a.Type)
	}
	return list
}

func spotsInside(list []spot, seen map[string]bool, s spot, t *ast.Type) []spot {
	definition := schema().Types[t.Name()]
	if definition.Kind != ast.InputObject || seen[definition.Name] {
		return list
	}
	seen[definition.Name] = true
	for _, f := range definition.Fields {
		inside := s
		inside.way = append(slices.Clone(s.way), f)
		key := "field of " + f.Type.String()
		if f.DefaultValue != nil {
			key += "=" + f.DefaultValue.String()
		}
		if !seen[key] {
			seen[key] = true
			list = append(list, inside)
		}
		list = spotsInside(list, seen, inside, f.Type)
	}
	return list
}

// coercionCases are all cases: they follow from the schema alone.
func coercionCases() (cases []coercionCase) {
	for _, s := range spots() {
		t, hasDefault := s.of()
		outer := s.argument.Type
		if value, given := s.around(nil, false); given {
			cases = append(
				cases,
				s.operationOf("", s.call("f", value, true), "{}"),
				s.operationOf(
					"$v: "+outer.String(),
					s.call("f", variable("v"), true),
					`{"v":`+asText(value, false)+"}",
				),
			)
		} else {
			cases = append(cases, s.operationOf("", s.call("f", nil, false), "{}"))
		}
		for _, value := range valuesFor(t) {
			wrapped, _ := s.around(value, true)
			cases = append(
				cases,
				s.operationOf("", s.call("f", wrapped, true), "{}"),
				s.operationOf(
					"$v: "+outer.String(),
					s.call("f", variable("v"), true),
					`{"v":`+asText(wrapped, false)+"}",
				),
			)
			if len(s.way) > 0 {
				inner, _ := s.around(variable("v"), true)
				cases = append(
					cases,
					s.operationOf("$v: "+t.String(), s.call("f", inner, true), `{"v":`+asText(value, false)+"}"),
				)
			}
		}
		cases = append(cases, s.nullCases(t, hasDefault)...)
		if len(s.way) == 0 && s.operation != "subscription" { // whose one field must not depend on them
			cases = append(cases, s.fragmentCases(t)...)
		}
	}
	return cases
}

// nullCases give a variable that may be null, and its default, or nothing at all.
func (s spot) nullCases(t *ast.Type, hasDefault bool) (cases []coercionCase) {
	nullable := *t
	nullable.NonNull = false
	inner, _ := s.around(variable("v"), true)
	for _, definition := range []string{
		nullable.String(), nullable.String() + " = " + asText(validValue(t), true), nullable.String() + " = null",
	} {
		for _, given := range []string{"{}", `{"v":null}`, `{"v":` + asText(validValue(t), false) + "}", `{"V":null}`} {
			cases = append(cases, s.operationOf("$v: "+definition, s.call("f", inner, true), given))
		}
	}
	if elem := t.Elem; elem != nil {
		one := *elem
		one.NonNull = false
		inner, _ := s.around([]any{variable("v"), validValue(elem)}, true)
		for _, given := range []string{"{}", `{"v":null}`} {
			for _, definition := range []string{one.String(), one.String() + " = " + asText(validValue(elem), true)} {
				cases = append(cases, s.operationOf("$v: "+definition, s.call("f", inner, true), given))
			}
		}
	}
	return cases
}

// fragmentCases put the field into fragments that are left out or not.
func (s spot) fragmentCases(t *ast.Type) (cases []coercionCase) {
	nullable := *t
	nullable.NonNull = false
	inner, _ := s.around(variable("v"), true)
	call := s.call("f", inner, true)
	for _, given := range []string{
		`{"v":null,"b":true}`, `{"v":null,"b":false}`, `{"b":true}`, `{"b":null}`, `{"b":"true"}`, `{"b":1}`, "{}",
	} {
		for _, condition := range []string{"Boolean!", "Boolean = true"} {
			definitions := "$b: " + condition + ", $v: " + nullable.String() + " = " + asText(validValue(t), true)
			cases = append(cases,
				s.operationOf(definitions, "t: __typename ... @skip(if: $b) { "+call+" }", given),
				s.operationOf(definitions, "... @include(if: $b) { ... @skip(if: false) { "+call+" } }", given),
				s.operationOf(definitions, "t: __typename ... @skip(if: true) @include(if: $b) { "+call+" }", given))
		}
	}
	return cases
}
