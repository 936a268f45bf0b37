package execution

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/validator/core"
)

// Rule is the rule of validation by which the values in a document must fit their types (Values of Correct Type). Its
// name is that of the validator's own rule, in whose place it stands.
func (c *Coercer) Rule() core.Rule {
	return core.Rule{Name: "ValuesOfCorrectType", RuleFunc: func(observers *core.Events, addError core.AddErrFunc) {
		told := make(map[*ast.Value]bool) // a fragment is come to more than once
		check := func(sigil, name string, t *ast.Type, value *ast.Value) {
			if t == nil || c.types[t.Name()] == nil || told[value] { // another rule tells of an unknown type
				return
			}
			r := coercion{Coercer: c, static: true, sigil: sigil, at: value.Position}
			r.enter(step{name: name})
			r.literal(t, value)
			for _, err := range r.errs {
				told[value] = true
				addError(
					core.Message("%s", err.Message),
					func(shown *gqlerror.Error) { shown.Locations = err.Locations },
				)
			}
		}
		arguments := func(definitions ast.ArgumentDefinitionList, given ast.ArgumentList) {
			for _, argument := range given {
				if definition := definitions.ForName(argument.Name); definition != nil {
					check("", argument.Name, definition.Type, argument.Value)
				}
			}
		}
		observers.OnVariable(func(_ *core.Walker, variable *ast.VariableDefinition) {
			if variable.DefaultValue != nil {
				check("$", variable.Variable, variable.Type, variable.DefaultValue)
			}
		})
		observers.OnField(func(_ *core.Walker, field *ast.Field) {
			if field.Definition != nil {
				arguments(field.Definition.Arguments, field.Arguments)
			}
		})
		observers.OnDirective(func(_ *core.Walker, directive *ast.Directive) {
			if directive.Definition != nil {
				arguments(directive.Definition.Arguments, directive.Arguments)
			}
		})
	}}
}
