package execution

import (
	"maps"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// MaxErrors is how many errors one coercion tells of at most. It looks no further after the last of them.
const MaxErrors = 5

// Coercer coerces inputs of one schema. It does not change once it is made.
type Coercer struct {
	types map[string]*inputType
}

// inputType is a named type of inputs, with what is looked up of it for each value.
type inputType struct {
	*ast.Definition
	scalar Scalar
	oneOf  bool
}

// NewCoercer returns a coercer for a schema. A scalar of the schema that no rule is given for is any string, number or
// Boolean; what reads it decides the rest.
func NewCoercer(schema *ast.Schema, scalars map[string]Scalar) *Coercer {
	c := &Coercer{make(map[string]*inputType)}
	known := builtIn()
	maps.Copy(known, scalars)
	for name, definition := range schema.Types {
		if !definition.IsInputType() {
			continue
		}
		t := &inputType{Definition: definition, oneOf: definition.Directives.ForName("oneOf") != nil}
		if definition.Kind == ast.Scalar {
			scalar, there := known[name]
			if !there {
				scalar = leaf(name)
			}
			t.scalar = scalar
		}
		c.types[name] = t
	}
	return c
}

// Variables coerces the values that a request gives for the variables of an operation that has been validated. The
// result has those that are given or have a default. The errors are located where the variables are defined.
func (c *Coercer) Variables(operation *ast.OperationDefinition, given map[string]any) (map[string]any, gqlerror.List) {
	variables := make(map[string]any, len(operation.VariableDefinitions))
	r := coercion{Coercer: c, sigil: "$"}
	for _, definition := range operation.VariableDefinitions {
		name := definition.Variable
		r.at = definition.Position
		r.enter(step{name: name})
		value, present := given[name]
		switch {
		case present:
			variables[name] = r.value(definition.Type, value)
		case definition.DefaultValue != nil:
			variables[name] = r.literal(definition.Type, definition.DefaultValue)
		case definition.Type.NonNull:
			r.missing(definition.Type)
		}
		r.leave()
	}
	if len(r.errs) > 0 {
		return nil, r.errs
	}
	return variables, nil
}

// Argument coerces one argument of a field or a directive. Given is false where there is neither a value nor a default.
func (c *Coercer) Argument(
	definition *ast.ArgumentDefinition, arguments ast.ArgumentList, variables map[string]any,
) (value any, given bool, err *gqlerror.Error) {
	argument := arguments.ForName(definition.Name)
	if argument != nil && argument.Value.Kind == ast.Variable {
		if value, given = variables[argument.Value.Raw]; value != nil || given && !definition.Type.NonNull {
			return value, true, nil // it was coerced, to a type that fits
		}
	}
	r := coercion{Coercer: c, variables: variables}
	r.enter(step{name: definition.Name})
	if argument != nil {
		r.at = argument.Position
	}
	switch {
	case argument != nil && !r.absent(argument.Value):
		value, given = r.literal(definition.Type, argument.Value), true
	case definition.DefaultValue != nil:
		value, given = r.literal(definition.Type, definition.DefaultValue), true
	case definition.Type.NonNull && argument != nil:
		_ = r.variable(definition.Type, argument.Value)
	case definition.Type.NonNull: // which validation has told of
		r.missing(definition.Type)
	}
	if len(r.errs) > 0 {
		return nil, false, r.errs[0]
	}
	return value, given, nil
}

// Arguments coerces all arguments of a field of a document that has been validated.
func (c *Coercer) Arguments(field *ast.Field, variables map[string]any) (map[string]any, *gqlerror.Error) {
	arguments := make(map[string]any, len(field.Definition.Arguments))
	for _, definition := range field.Definition.Arguments {
		value, given, err := c.Argument(definition, field.Arguments, variables)
		if err != nil {
			return nil, err
		}
		if given {
			arguments[definition.Name] = value
		}
	}
	return arguments, nil
}
