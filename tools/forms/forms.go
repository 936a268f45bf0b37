package forms

import (
	"fmt"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"findcare/models"
)

// Forms are those of all kinds of documents.
type Forms struct {
	// Kinds are the fields of each kind of documents, by the name of its type.
	Kinds map[string][]Field `json:"kinds"`
	// Parts are the fields of the inputs within them, by their names.
	Parts map[string][]Field `json:"parts"`
	// Choices are the values to choose from, by the name of the enum; State has the states.
	Choices map[string][]Choice `json:"choices"`
}

// Choice is a value, and how people read it.
type Choice [2]string

// Field is a field of a form.
type Field struct {
	Name  string `json:"name"`
	Label string `json:"label"`
	Help  string `json:"help,omitempty"`
	// Control is how it is filled in.
	Control Control `json:"control"`
	// List says that it is a list of these.
	List bool `json:"list,omitempty"`
	// Of is what is chosen or filled in: the name of an enum, of a part, or of the type of the documents.
	Of       string `json:"of,omitempty"`
	Required bool   `json:"required,omitempty"`
	// Unsaid says that a field which nobody has spoken of differs from one that is empty or false.
	Unsaid     bool     `json:"unsaid,omitempty"`
	MaxLength  int      `json:"maxLength,omitempty"`
	MaxMembers int      `json:"maxMembers,omitempty"`
	Pattern    string   `json:"pattern,omitempty"`
	Says       string   `json:"says,omitempty"`
	Min        *float64 `json:"min,omitempty"`
	Max        *float64 `json:"max,omitempty"`
	// Past says that a date must not be in the future.
	Past bool `json:"past,omitempty"`
	// Clears is the field beside it that follows from it, and is cleared when it changes.
	Clears string `json:"clears,omitempty"`
	// Members says that the members of the list have ids.
	Members bool `json:"members,omitempty"`
}

// Control is how a field is filled in.
type Control string

// The controls. A line may have a format; see models.Format.
const (
	ControlLine     Control = "line"
	ControlText     Control = "text"
	ControlMarkdown Control = "markdown"
	ControlChoice   Control = "choice"
	ControlDate     Control = "date"
	ControlInteger  Control = "integer"
	ControlNumber   Control = "number"
	ControlBoolean  Control = "boolean"
	ControlRelation Control = "relation"
	ControlPart     Control = "part"
	ControlOneOf    Control = "oneOf"
)

// Make makes the forms of the inputs of a schema.
func Make(schema *ast.Schema) (Forms, error) {
	m := &maker{schema: schema, forms: Forms{
		make(map[string][]Field), make(map[string][]Field), make(map[string][]Choice),
	}}
	for code, name := range models.States() {
		m.forms.Choices[stateChoice] = append(m.forms.Choices[stateChoice], Choice{code, name})
	}
	for _, kind := range models.Kinds {
		m.rules = models.Rules(kind)
		name := typeOf(kind)
		fields, err := m.fields(name+"Input", name, "")
		if err != nil {
			return Forms{}, err
		}
		m.forms.Kinds[name] = fields
	}
	return m.forms, nil
}

// stateChoice is the name under which the states are chosen from.
const stateChoice = "State"

// typeOf is the name of the type of a kind of documents.
func typeOf(kind models.Kind) string { return strings.ToUpper(string(kind[:1])) + string(kind[1:]) }

type maker struct {
	schema *ast.Schema
	rules  map[string]models.Rule
	forms  Forms
}

// fields returns those of an input, which fills in a type of the schema at a path of the document.
func (m *maker) fields(input, output, path string) (fields []Field, err error) {
	definition := m.schema.Types[input]
	if definition == nil {
		return nil, fmt.Errorf("the schema has no input %s", input)
	}
	follows := make(map[string]string)
	for _, given := range definition.Fields {
		follows[m.rules[path+"/"+given.Name].Follows] = given.Name
	}
	for _, given := range definition.Fields {
		rule := m.rules[path+"/"+given.Name]
		shown, isPart := m.shown(output, given.Name)
		if given.Name == "id" || rule.Follows != "" || !isPart {
			continue // what is no part of the document, or follows from another field
		}
		field, err := m.field(given, shown, path+"/"+given.Name)
		if err != nil {
			return nil, fmt.Errorf("%s.%s: %w", input, given.Name, err)
		}
		field.Clears = follows[given.Name]
		fields = append(fields, field)
	}
	return fields, nil
}

// shown is the field of a type that shows what an input has filled in, false where an object has none. Of what is no
// object, such as a topic, nil is shown.
func (m *maker) shown(output, name string) (field *ast.FieldDefinition, isPart bool) {
	definition := m.schema.Types[output]
	if definition == nil || definition.Kind != ast.Object {
		return nil, true
	}
	field = definition.Fields.ForName(name)
	return field, field != nil
}

func (m *maker) field(given, shown *ast.FieldDefinition, path string) (f Field, err error) {
	of, rule := given.Type.Name(), m.rules[path]
	f = Field{
		Name: given.Name, Label: label(given.Name), Help: help(given, shown), List: given.Type.Elem != nil,
		Required: given.Type.NonNull || rule.Required, MaxMembers: rule.MaxMembers,
	}
	if f.List {
		path += "/*"
		rule = m.rules[path]
	}
	f.Unsaid = shown != nil && !shown.Type.NonNull && (f.List || of == "Boolean")
	f.MaxLength, f.Pattern, f.Says, f.Past = rule.MaxLength, rule.Pattern, rule.Says, rule.Past
	f.setLimits(rule)
	switch definition := m.schema.Types[of]; {
	case rule.Reference != "":
		f.Control, f.Of = ControlRelation, typeOf(rule.Reference)
	case rule.Format == models.FormatState:
		f.Control, f.Of = ControlChoice, stateChoice
	case definition.Kind == ast.Enum:
		f.Control, f.Of = ControlChoice, of
		m.forms.Choices[of] = choices(definition)
	case definition.Kind == ast.InputObject:
		return f, m.part(&f, definition, path)
	default:
		f.Control = scalarControl(of, rule)
		f.Of = string(rule.Format)
	}
	return f, nil
}

// part makes a field of the fields of an input within another one.
func (m *maker) part(f *Field, definition *ast.Definition, path string) error {
	f.Control, f.Of = ControlPart, definition.Name
	if definition.Directives.ForName("oneOf") != nil {
		f.Control = ControlOneOf
	}
	output := strings.TrimSuffix(definition.Name, "Input")
	shown, _ := m.shown(output, "id")
	f.Members = shown != nil
	if _, known := m.forms.Parts[definition.Name]; known {
		return nil
	}
	m.forms.Parts[definition.Name] = nil // an input may have itself as a part
	fields, err := m.fields(definition.Name, output, path)
	m.forms.Parts[definition.Name] = fields
	return err
}

func scalarControl(of string, rule models.Rule) Control {
	switch {
	case of == "Date":
		return ControlDate
	case of == "Int":
		return ControlInteger
	case of == "Float":
		return ControlNumber
	case of == "Boolean":
		return ControlBoolean
	case rule.Markdown:
		return ControlMarkdown
	case rule.MaxLength > 0 && !rule.Line && rule.Format == "":
		return ControlText
	}
	return ControlLine
}
