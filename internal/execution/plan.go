package execution

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// plan is a compiled query: a tree of functions, one for each selected field, that append a response's data. It is
// immutable, and any number of requests may execute it at the same time.
type plan struct {
	document  *ast.QueryDocument
	operation *ast.OperationDefinition
	data      Encoder[Root]

	fields int // number of functions
	slots  int // number of fields whose arguments depend on variables
	depth  int // number of lists within one another
	kept   int // number of selections whose fragments are kept

	number uint64 // tells the plans of an executor apart
}

// Root is the object that the fields of Query belong to.
type Root struct{}

// Encoder appends a value to the response. It returns false if the value is null; the caller then removes what has been
// appended.
type Encoder[T any] func(ctx context.Context, e *State, v T) bool

// Field is a field as an operation selects it. Fields with the same response name are merged into one.
type Field struct {
	graphql.CollectedField
	// IsMethod and IsResolver say what the value comes from, for the error of a null that the schema forbids.
	IsMethod, IsResolver bool

	object string // the type that it is a field of
	parent *Field // nil for a field of Query
	depth  int    // number of lists around it
}

// Place is where in a response a value stands: in a field, or in a list within it.
type Place struct {
	field *Field
	depth int // number of lists around it
}

func (f *Field) place() Place { return Place{f, f.depth} }

func (p Place) element() Place { return Place{p.field, p.depth + 1} }

// maxFields is how many fields a plan may have. A short document can ask for many through fragments within fragments.
const maxFields = 5000

// Compiler makes one plan.
type Compiler struct {
	*plan
	coercer     *Coercer
	conditions  map[string]any // the variables of @skip and @include, each true or false
	unsupported bool           // gqlgen's executor has to execute the operation
}

// compile makes the plan of a validated query for one choice of the variables in its @skip and @include. It returns
// false if there can be no plan.
func compile(
	schema Schema, coercer *Coercer,
	document *ast.QueryDocument, operation *ast.OperationDefinition, conditions map[string]any,
) (*plan, bool) {
	c := &Compiler{plan: &plan{document: document, operation: operation}, coercer: coercer, conditions: conditions}
	top := &Field{CollectedField: graphql.CollectedField{Selections: operation.SelectionSet}}
	c.data = schema.CompileQuery(c, top.place())
	return c.plan, !c.unsupported
}

// Object compiles the fields that are selected where an object of the named type stands. Satisfies names all types
// that the object is of.
func Object[T any](
	c *Compiler, at Place, name string, satisfies []string, compileField func(*Compiler, *Field, Place) Encoder[T],
) Encoder[T] {
	parent := at.field
	if parent.Field == nil {
		parent = nil // Query
	}
	s := &selection[T]{}
	fields, slots := c.fields, c.slots
	for _, collected := range c.collect(at.field.Selections, satisfies) {
		f := &Field{CollectedField: collected, object: name, parent: parent, depth: at.depth}
		if c.fields++; c.fields > maxFields {
			c.unsupported = true
		}
		if c.unsupported {
			return nil
		}
		c.depth = max(c.depth, f.depth+lists(f.Definition.Type))
		member := selected[T]{Field: f, key: string(appendText([]byte(","), f.Alias)) + ":"}
		if len(s.fields) == 0 {
			member.key = member.key[1:]
		}
		if f.Name == "__typename" {
			member.encode = func(ctx context.Context, e *State, _ T) bool { return EncodeText(ctx, e, name) }
		} else if member.encode = compileField(c, f, f.place()); member.encode == nil {
			c.unsupported = true // introspection
		}
		s.fields = append(s.fields, member)
	}
	return keeping(c, at, fields, slots, s.encode)
}

func lists(t *ast.Type) (n int) {
	for ; t.Elem != nil; t = t.Elem {
		n++
	}
	return n
}
