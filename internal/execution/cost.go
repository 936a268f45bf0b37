package execution

import (
	"math"
	"strconv"
	"sync/atomic"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// The weights of the cost, in the manner of the IBM GraphQL cost specification
// (https://ibm.github.io/graphql-specs/cost-spec.html): every object counts, and the schema's @cost adds to the fields
// that search. Leaves count a little, since they are what a response is made of.
const (
	objectWeight = 1
	leafWeight   = 0.1
	// assumedSize is how long a list is taken to be that has no argument first or last.
	assumedSize = 5
	// pageSize is how long a connection's page is when neither first nor last is given.
	pageSize = 20
	// introspectionFactor makes up for that the lists of a schema are longer, and that reading it was never made fast.
	introspectionFactor = 5
	// wrappedShare is how many of the types at one level of ofType have another: tools ask for nine levels, and few
	// types have three.
	wrappedShare = 0.5
)

// sizes are the arguments that say how long a list is.
var sizes = []string{"first", "last", "ids", "representations"}

// lastCost keeps the cost of an operation for the values that its variables had last: most requests for the same page
// ask for lists of the same sizes.
type lastCost struct {
	variables []string // that the cost depends on
	last      atomic.Pointer[knownCost]
}

// knownCost is immutable.
type knownCost struct {
	values []variable
	cost   int
}

type variable struct {
	value any
	given bool
}

func (l *lastCost) of(operation *ast.OperationDefinition, in inputs) int {
	if last := l.last.Load(); last != nil && l.isFor(last, in.variables) {
		return last.cost
	}
	known := &knownCost{make([]variable, len(l.variables)), cost{in}.of(operation)}
	for i, name := range l.variables {
		known.values[i].value, known.values[i].given = in.variables[name]
	}
	if l.isFor(known, in.variables) {
		l.last.Store(known)
	}
	return known.cost
}

// isFor reports whether a cost is that for some variables. No cost is known for lists.

func (l *lastCost) isFor(known *knownCost, variables map[string]any) bool {
	for i, name := range l.variables {
		value, given := variables[name]
		switch value.(type) {
		case nil, bool, int64:
			if known.values[i] != (variable{value, given}) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// cost is an upper bound of what an operation costs, from its document and its variables alone.
type cost struct{ inputs }

// of returns the cost of an operation, rounded up.
func (c cost) of(operation *ast.OperationDefinition) int {
	return int(math.Ceil(math.Min(c.selections(operation.SelectionSet, 0), countless)))
}

// selections returns the cost of one object's selections. Page is the size of the page if the object is a connection.
func (c cost) selections(selections ast.SelectionSet, page int) (sum float64) {
	w := walker{included: c.included, field: func(field *ast.Field) *gqlerror.Error {
		sum += c.field(field, page)
		return nil
	}}
	_ = w.walk(selections) // the conditions have been checked
	return sum
}

func (c cost) field(field *ast.Field, page int) float64 {
	own := weight(field.Definition)
	if len(field.SelectionSet) == 0 {
		return own + leafWeight
	}
	length, within := 1, 0
	size, sliced := c.slice(field)
	switch list := field.Definition.Type.Elem != nil; {
	case list && page > 0: // edges or nodes of a connection
		length = page
	case list && sliced:
		length = size
	case list:
		length = assumedSize
	case sliced:
		within = size
	}
	own += float64(length) * (objectWeight + c.selections(field.SelectionSet, within))
	switch field.Name {
	case "__schema", "__type":
		own *= introspectionFactor
	case "ofType":
		own *= wrappedShare
	}
	return own
}

// slice returns how many the arguments that are sizes ask for. Sliced is false where the field has none of these.
func (c cost) slice(field *ast.Field) (size int, sliced bool) {
	for _, name := range sizes[2:] {
		if definition := field.Definition.Arguments.ForName(name); definition != nil {
			value, _, _ := c.Argument(definition, field.Arguments, c.variables)
			asked, _ := value.([]any)
			return max(len(asked), 1), true
		}
	}
	if field.Definition.Arguments.ForName("first") == nil {
		return 0, false
	}
	for _, name := range sizes[:2] {
		definition := field.Definition.Arguments.ForName(name)
		if definition == nil {
			continue
		}
		// Where it cannot be coerced, the field is an error and costs nothing.
		value, _, _ := c.Argument(definition, field.Arguments, c.variables)
		if number, is := value.(int64); is {
			return int(max(number, 0)), true
		}
	}
	if field.Definition.Type.Elem != nil {
		return assumedSize, true
	}
	return pageSize, true
}

// weight is what the schema's @cost says.
func weight(field *ast.FieldDefinition) float64 {
	directive := field.Directives.ForName("cost")
	if directive == nil {
		return 0
	}
	weight, _ := strconv.ParseFloat(directive.Arguments.ForName("weight").Value.Raw, 64)
	return weight
}
