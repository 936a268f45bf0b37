package execution

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// Included tells what @skip and @include say of a field or a fragment.
func (c *Coercer) Included(directives ast.DirectiveList, variables map[string]any) (bool, *gqlerror.Error) {
	for _, name := range [...]string{"skip", "include"} {
		directive := directives.ForName(name)
		if directive == nil {
			continue
		}
		value, _, err := c.Argument(directive.Definition.Arguments.ForName("if"), directive.Arguments, variables)
		if err != nil {
			err.Message = "@" + name + " " + err.Message
			return false, err
		}
		if value == (name == "skip") {
			return false, nil
		}
	}
	return true, nil
}

// Visit calls a function for each field of an operation that may be executed, whatever the type conditions of
// fragments: with the path of the field in the response, nil where that goes through a list. The first error, also of
// an @skip or @include, ends it.
func (c *Coercer) Visit(
	operation *ast.OperationDefinition,
	variables map[string]any,
	visit func(path ast.Path, field *ast.Field) *gqlerror.Error,
) *gqlerror.Error {
	v := visitor{c, variables, visit}
	return v.selections(ast.Path{}, operation.SelectionSet)
}

type visitor struct {
	*Coercer
	variables map[string]any
	visit     func(path ast.Path, field *ast.Field) *gqlerror.Error
}

func (v *visitor) selections(path ast.Path, selections ast.SelectionSet) *gqlerror.Error {
	for _, selection := range selections {
		if err := v.selection(path, selection); err != nil {
			return err
		}
	}
	return nil
}

func (v *visitor) selection(path ast.Path, selection ast.Selection) *gqlerror.Error {
	var directives ast.DirectiveList
	switch selection := selection.(type) {
	case *ast.Field:
		directives = selection.Directives
	case *ast.InlineFragment:
		directives = selection.Directives
	case *ast.FragmentSpread:
		directives = selection.Directives
	}
	if included, err := v.Included(directives, v.variables); err != nil || !included {
		return err
	}
	switch selection := selection.(type) {
	case *ast.Field:
		return v.field(path, selection)
	case *ast.InlineFragment:
		return v.selections(path, selection.SelectionSet)
	case *ast.FragmentSpread:
		return v.selections(path, selection.Definition.SelectionSet)
	}
	return nil
}

func (v *visitor) field(path ast.Path, field *ast.Field) *gqlerror.Error {
	if path != nil {
		path = append(path[:len(path):len(path)], ast.PathName(field.Alias))
	}
	if err := v.visit(path, field); err != nil {
		return err
	}
	if field.Definition.Type.Elem != nil {
		path = nil
	}
	return v.selections(path, field.SelectionSet)
}
