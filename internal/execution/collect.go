package execution

import (
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// collect returns the fields that are selected of an object, in the order of the response: the specification's
// CollectFields. Satisfies names all types that the object is of.
func (c *Compiler) collect(selections ast.SelectionSet, satisfies []string) (fields []graphql.CollectedField) {
	var spread []string // the fragments that have been put in
	applies := func(typeCondition string) bool {
		return typeCondition == "" || slices.Contains(satisfies, typeCondition)
	}
	w := walker{
		included: c.included,
		fragment: func(fragment ast.Selection) ast.SelectionSet {
			switch fragment := fragment.(type) {
			case *ast.InlineFragment:
				if applies(fragment.TypeCondition) {
					return fragment.SelectionSet
				}
			case *ast.FragmentSpread:
				if slices.Contains(spread, fragment.Name) {
					return nil
				}
				spread = append(spread, fragment.Name)
				if applies(fragment.Definition.TypeCondition) {
					return fragment.Definition.SelectionSet
				}
			}
			return nil
		},
		field: func(f *ast.Field) *gqlerror.Error {
			fields = merge(fields, f)
			return nil
		},
	}
	_ = w.walk(selections) // the conditions have been checked
	return fields
}

// merge adds a field, or merges it with one of the same response name, which validation has shown to be the same field
// with the same arguments.
func merge(fields []graphql.CollectedField, f *ast.Field) []graphql.CollectedField {
	for i := range fields {
		if fields[i].Alias == f.Alias {
			fields[i].Selections = append(fields[i].Selections, f.SelectionSet...)
			return fields
		}
	}
	return append(fields, graphql.CollectedField{Field: f, Selections: slices.Clone(f.SelectionSet)})
}

func (c *Compiler) included(directives ast.DirectiveList) (bool, *gqlerror.Error) {
	for _, d := range directives {
		if d.Name != "skip" && d.Name != "include" {
			c.unsupported = true // @defer
			return false, nil
		}
	}
	return inputs{c.coercer, c.conditions}.included(directives)
}
