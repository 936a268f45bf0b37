package graph

import (
	"slices"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// collect gives the fields that are selected of an object, in the order in which they are in the response: what
// GraphQL's specification calls CollectFields. The object is of all the types that satisfies names.
func (c *compiler) collect(selections ast.SelectionSet, satisfies []string) []graphql.CollectedField {
	collection := collection{compiler: c, satisfies: satisfies}
	collection.add(selections)
	return collection.fields
}

type collection struct {
	*compiler
	satisfies []string
	fields    []graphql.CollectedField
	spread    []string // the fragments that are in it
}

func (c *collection) add(selections ast.SelectionSet) {
	for _, selection := range selections {
		switch selection := selection.(type) {
		case *ast.Field:
			if c.included(selection.Directives) {
				c.addField(selection)
			}
		case *ast.InlineFragment:
			if c.included(selection.Directives) && c.applies(selection.TypeCondition) {
				c.add(selection.SelectionSet)
			}
		case *ast.FragmentSpread:
			if !c.included(selection.Directives) || slices.Contains(c.spread, selection.Name) {
				continue
			}
			c.spread = append(c.spread, selection.Name)
			if fragment := c.document.Fragments.ForName(selection.Name); c.applies(fragment.TypeCondition) {
				c.add(fragment.SelectionSet)
			}
		}
	}
}

// addField merges the field with one of the same name in the response, of which validation has seen to it that it is
// the same field with the same arguments.
func (c *collection) addField(f *ast.Field) {
	for i := range c.fields {
		if c.fields[i].Alias == f.Alias {
			c.fields[i].Selections = append(c.fields[i].Selections, f.SelectionSet...)
			return
		}
	}
	c.fields = append(c.fields, graphql.CollectedField{Field: f, Selections: slices.Clone(f.SelectionSet)})
}

func (c *collection) applies(typeCondition string) bool {
	return typeCondition == "" || slices.Contains(c.satisfies, typeCondition)
}

func (c *compiler) included(directives ast.DirectiveList) bool {
	for _, d := range directives {
		if d.Name != "skip" && d.Name != "include" {
			panic(errNotCompiled) // @defer
		}
	}
	included, err := c.coercer.Included(directives, c.conditions)
	return included && err == nil
}

// conditionsOf gives the variables that an operation's @skip and @include depend on.
func conditionsOf(document *ast.QueryDocument, operation *ast.OperationDefinition) (variables []string) {
	note := func(directives ast.DirectiveList) {
		for _, d := range directives {
			argument := d.Arguments.ForName("if")
			if argument != nil && argument.Value.Kind == ast.Variable &&
				!slices.Contains(variables, argument.Value.Raw) {
				variables = append(variables, argument.Value.Raw)
			}
		}
	}
	visited := make(map[string]bool)
	var visit func(ast.SelectionSet)
	visit = func(selections ast.SelectionSet) {
		for _, selection := range selections {
			switch selection := selection.(type) {
			case *ast.Field:
				note(selection.Directives)
				visit(selection.SelectionSet)
			case *ast.InlineFragment:
				note(selection.Directives)
				visit(selection.SelectionSet)
			case *ast.FragmentSpread:
				note(selection.Directives)
				if !visited[selection.Name] {
					visited[selection.Name] = true
					visit(document.Fragments.ForName(selection.Name).SelectionSet)
				}
			}
		}
	}
	visit(operation.SelectionSet)
	return variables
}
