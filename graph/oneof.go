package graph

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// checkOneOf holds the values of variables to @oneOf. The validator looks only at what is written in the query.
func checkOneOf(schema *ast.Schema, operation *ast.OperationDefinition, variables map[string]any) *gqlerror.Error {
	o := oneOf{schema}
	for _, variable := range operation.VariableDefinitions {
		path := ast.Path{ast.PathName("variable"), ast.PathName(variable.Variable)}
		if err := o.check(variable.Type, variables[variable.Variable], path); err != nil {
			return err
		}
	}
	return nil
}

type oneOf struct{ schema *ast.Schema }

func (o oneOf) check(t *ast.Type, value any, path ast.Path) *gqlerror.Error {
	switch value := value.(type) {
	case []any:
		if t.Elem == nil {
			return nil
		}
		for i, element := range value {
			if err := o.check(t.Elem, element, append(path, ast.PathIndex(i))); err != nil {
				return err
			}
		}
	case []map[string]any: // what the validator makes of one object where a list is expected
		for _, element := range value {
			if err := o.check(t.Elem, element, path); err != nil {
				return err
			}
		}
	case map[string]any:
		return o.checkObject(o.schema.Types[t.Name()], value, path)
	}
	return nil
}

func (o oneOf) checkObject(object *ast.Definition, given map[string]any, path ast.Path) *gqlerror.Error {
	set := 0
	for _, field := range object.Fields {
		if given[field.Name] != nil {
			set++
		}
		if err := o.check(field.Type, given[field.Name], append(path, ast.PathName(field.Name))); err != nil {
			return err
		}
	}
	if object.Directives.ForName("oneOf") != nil && (set != 1 || len(given) != 1) {
		return gqlerror.ErrorPathf(path, "exactly one field of %s must be given, and not null", object.Name)
	}
	return nil
}
