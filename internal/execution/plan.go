package graph

import (
	"errors"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	coerce "findcare/internal/execution"
)

// plan is a query compiled: a tree of functions, one for each selected field, that append a response's data. It does
// not change once it is made, and any number of requests may execute it at the same time.
type plan struct {
	document  *ast.QueryDocument
	operation *ast.OperationDefinition
	data      encoder[root]

	fields int // how many functions it has
	slots  int // how many of them take arguments that depend on variables
	depth  int // how many lists stand within one another
}

// root is the object that the fields of Query belong to.
type root struct{}

// encoder appends a value to the response. Where the value is null it gives false, and whoever called it removes what
// has been appended.
type encoder[T any] func(e *execution, v T) bool

// field is a field as an operation selects it. Fields of the same name in the response are one.
type field struct {
	graphql.CollectedField
	object               string // the type it is a field of
	parent               *field // nil for a field of Query
	depth                int    // how many lists it stands in
	isMethod, isResolver bool   // what gives its value, told where that is null against the schema
}

// place is where in a response a value stands: in a field, or in a list that is in it.
type place struct {
	field *field
	depth int // how many lists it stands in
}

func (f *field) place() place { return place{f, f.depth} }

func (p place) element() place { return place{p.field, p.depth + 1} }

// mostFields is how many fields a plan may have. Fragments within fragments make many of few words.
const mostFields = 5000

// errNotCompiled is given for what gqlgen's executor has to do.
var errNotCompiled = errors.New("this operation is not compiled")

// compiler makes one plan.
type compiler struct {
	*plan
	coercer    *coerce.Coercer
	conditions map[string]any // what the variables in @skip and @include say, each true or false
}

// compile makes the plan of a query that has been validated, for one choice of the variables in its @skip and @include.
func compile(
	coercer *coerce.Coercer, document *ast.QueryDocument, operation *ast.OperationDefinition, conditions map[string]any,
) (p *plan, err error) {
	c := &compiler{&plan{document: document, operation: operation}, coercer, conditions}
	defer func() {
		if stopped := recover(); stopped == errNotCompiled {
			p, err = nil, errNotCompiled
		} else if stopped != nil {
			panic(stopped)
		}
	}()
	top := &field{CollectedField: graphql.CollectedField{Selections: operation.SelectionSet}}
	c.data = compileQuery(c, top.place())
	return c.plan, nil
}

// selected is a field together with the function that encodes it.
type selected[T any] struct {
	*field
	key    string // what stands before the value
	encode encoder[T]
}

// object compiles what is selected at a place where an object of a certain type stands.
func object[T any](
	c *compiler,
	at place,
	name string,
	satisfies []string,
	compileField func(*compiler, *field, place) encoder[T],
) encoder[T] {
	parent := at.field
	if parent.Field == nil {
		parent = nil // Query
	}
	s := &selection[T]{}
	for _, collected := range c.collect(at.field.Selections, satisfies) {
		f := &field{CollectedField: collected, object: name, parent: parent, depth: at.depth}
		if c.fields++; c.fields > mostFields {
			panic(errNotCompiled)
		}
		c.depth = max(c.depth, f.depth+lists(f.Definition.Type))
		member := selected[T]{field: f, key: string(appendText([]byte(","), f.Alias)) + ":"}
		if len(s.fields) == 0 {
			member.key = member.key[1:]
		}
		if f.Name == "__typename" {
			member.encode = func(e *execution, _ T) bool { return encodeText(e, name) }
		} else if member.encode = compileField(c, f, f.place()); member.encode == nil {
			panic(errNotCompiled) // introspection
		}
		s.fields = append(s.fields, member)
	}
	return s.encode
}

func lists(t *ast.Type) (n int) {
	for ; t.Elem != nil; t = t.Elem {
		n++
	}
	return n
}
