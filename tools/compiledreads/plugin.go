// Package compiledreads is a gqlgen plugin. It generates, from the same bindings as gqlgen's own code, a compiler of
// selected fields for every type that a query can reach: given a field of an operation, a function that appends the
// field's value to the response. Package execution puts these together into plans of whole operations.
package compiledreads

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/templates"
	"github.com/99designs/gqlgen/plugin"
	"github.com/vektah/gqlparser/v2/ast"
)

//go:embed compiled.gotpl
var compiled string

// Plugin writes compiled.go beside gqlgen's generated code.
type Plugin struct{}

var _ plugin.CodeGenerator = Plugin{}

// Name is how gqlgen calls the plugin in its messages.
func (Plugin) Name() string { return "compiledreads" }

// GenerateCode writes the file. A binding that it does not know is an error, so that no field is ever left out.
func (Plugin) GenerateCode(data *codegen.Data) error {
	if len(data.AllDirectives.LocationDirectives("FIELD")) > 0 {
		return fmt.Errorf("directives on the fields of operations are not known")
	}
	content := reach(data)
	for _, object := range content.Objects {
		for _, f := range object.Fields {
			if err := check(f.Field); err != nil {
				return fmt.Errorf("%s.%s: %w", object.Name, f.Name, err)
			}
		}
	}
	return templates.Render(templates.Options{
		PackageName:     data.Config.Exec.Package,
		Filename:        filepath.Join(data.Config.Exec.Dir(), "compiled.go"),
		Template:        compiled,
		Data:            content,
		GeneratedHeader: true,
		Packages:        data.Config.Packages,
		PruneOptions:    data.Config.GetPruneOptions(),
	})
}

// content is what the template is filled with.
type content struct {
	Objects    []object
	Interfaces []abstract
}

// object is a type of which fields can be selected.
type object struct {
	*codegen.Object
	Fields []field
}

// Implementors is the name of the variable in which gqlgen's code keeps what the type's values also are.
func (o object) Implementors() string { return templates.LcFirst(o.Name) + "Implementors" }

// abstract is an interface or a union.
type abstract struct{ *codegen.Interface }

// Concrete are the names of the types that a value can be of.
func (a abstract) Concrete() (names []string) {
	for _, implementor := range a.Implementors {
		if !slices.Contains(names, implementor.Name) {
			names = append(names, implementor.Name)
		}
	}
	return names
}

// reach finds the types that a query can reach. What only mutations give stays with gqlgen alone.
func reach(data *codegen.Data) (c content) {
	seen := make(map[string]bool)
	var visit func(definition *ast.Definition)
	visit = func(definition *ast.Definition) {
		if seen[definition.Name] {
			return
		}
		seen[definition.Name] = true
		if i := data.Interfaces[definition.Name]; i != nil {
			c.Interfaces = append(c.Interfaces, abstract{i})
			for _, implementor := range i.Implementors {
				visit(implementor.Definition)
			}
			return
		}
		o := data.Objects.ByName(definition.Name)
		if o == nil {
			return // a scalar or an enum
		}
		reached := object{Object: o}
		for _, f := range o.Fields {
			if !f.IsReserved() {
				reached.Fields = append(reached.Fields, field{f})
				visit(f.TypeReference.Definition)
			}
		}
		c.Objects = append(c.Objects, reached)
	}
	visit(data.QueryRoot.Definition)
	slices.SortFunc(c.Objects, func(a, b object) int { return strings.Compare(a.Name, b.Name) })
	slices.SortFunc(c.Interfaces, func(a, b abstract) int { return strings.Compare(a.Name, b.Name) })
	return c
}
