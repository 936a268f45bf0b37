package execution

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// walker goes through the fields of a selection set, with fragments put in. It is the one place that decides what of a
// document is executed; limits, cost and plans are all computed with it.
type walker struct {
	// included reports whether what has these directives is executed.
	included func(ast.DirectiveList) (bool, *gqlerror.Error)
	// fragment returns the selections of an inline fragment or a spread, and none for one to leave out. If it is nil,
	// all fragments of a validated document are put in.
	fragment func(ast.Selection) ast.SelectionSet
	// field is called for each field, in the order of the document. It is not called for the fields within.
	field func(*ast.Field) *gqlerror.Error
}

// walk stops at the first error.
func (w *walker) walk(selections ast.SelectionSet) *gqlerror.Error {
	for _, selection := range selections {
		if included, err := w.included(directivesOf(selection)); err != nil {
			return err
		} else if !included {
			continue
		}
		var err *gqlerror.Error
		if field, is := selection.(*ast.Field); is {
			err = w.field(field)
		} else {
			err = w.walk(w.within(selection))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (w *walker) within(fragment ast.Selection) ast.SelectionSet {
	if w.fragment != nil {
		return w.fragment(fragment)
	}
	if spread, is := fragment.(*ast.FragmentSpread); is {
		return spread.Definition.SelectionSet
	}
	return fragment.(*ast.InlineFragment).SelectionSet
}

func directivesOf(selection ast.Selection) ast.DirectiveList {
	switch selection := selection.(type) {
	case *ast.Field:
		return selection.Directives
	case *ast.InlineFragment:
		return selection.Directives
	case *ast.FragmentSpread:
		return selection.Directives
	}
	return nil
}

// all includes everything, whatever @skip and @include say.
func all(ast.DirectiveList) (bool, *gqlerror.Error) { return true, nil }

// included evaluates @skip and @include.
func (in inputs) included(directives ast.DirectiveList) (bool, *gqlerror.Error) {
	for _, name := range [...]string{"skip", "include"} {
		directive := directives.ForName(name)
		if directive == nil {
			continue
		}
		value, _, err := in.Argument(directive.Definition.Arguments.ForName("if"), directive.Arguments, in.variables)
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

// visit calls a function for each field of an operation that may be executed, whatever the type conditions of
// fragments, with the path of the field in the response, or nil if that goes through a list. It stops at the first
// error, which may be one of @skip or @include.
func (in inputs) visit(
	operation *ast.OperationDefinition, visit func(path ast.Path, field *ast.Field) *gqlerror.Error,
) *gqlerror.Error {
	var within func(path ast.Path, selections ast.SelectionSet) *gqlerror.Error
	within = func(path ast.Path, selections ast.SelectionSet) *gqlerror.Error {
		w := walker{included: in.included, field: func(field *ast.Field) *gqlerror.Error {
			path := path
			if path != nil {
				path = append(path[:len(path):len(path)], ast.PathName(field.Alias))
			}
			if err := visit(path, field); err != nil {
				return err
			}
			if field.Definition.Type.Elem != nil {
				path = nil
			}
			return within(path, field.SelectionSet)
		}}
		return w.walk(selections)
	}
	return within(ast.Path{}, operation.SelectionSet)
}

// variablesOf returns the variables that an operation's @skip and @include depend on, and those in the arguments of its
// fields that have one of the names.
func variablesOf(operation *ast.OperationDefinition, arguments ...string) (variables []string) {
	entered := make(map[string]bool)
	var see func(value *ast.Value)
	see = func(value *ast.Value) {
		if value.Kind == ast.Variable && !slices.Contains(variables, value.Raw) {
			variables = append(variables, value.Raw)
		}
		for _, child := range value.Children {
			see(child.Value)
		}
	}
	w := walker{
		included: func(directives ast.DirectiveList) (bool, *gqlerror.Error) {
			for _, d := range directives {
				if argument := d.Arguments.ForName("if"); argument != nil {
					see(argument.Value)
				}
			}
			return true, nil
		},
		fragment: func(fragment ast.Selection) ast.SelectionSet {
			spread, is := fragment.(*ast.FragmentSpread)
			if !is {
				return fragment.(*ast.InlineFragment).SelectionSet
			}
			if entered[spread.Name] {
				return nil
			}
			entered[spread.Name] = true
			return spread.Definition.SelectionSet
		},
	}
	w.field = func(field *ast.Field) *gqlerror.Error {
		for _, argument := range field.Arguments {
			if slices.Contains(arguments, argument.Name) {
				see(argument.Value)
			}
		}
		return w.walk(field.SelectionSet)
	}
	_ = w.walk(operation.SelectionSet) // nothing in it fails
	return variables
}
