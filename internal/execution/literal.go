package execution

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// literal coerces what stands in a document, with the variables put in.
func (r *coercion) literal(t *ast.Type, node *ast.Value) any {
	switch {
	case node.Kind == ast.Variable:
		return r.variable(t, node)
	case node.Kind == ast.NullValue:
		if t.NonNull {
			r.failAt(node, "must be %s, not null", r.expected(t))
		}
		return nil
	case t.Elem != nil:
		return r.literalList(t.Elem, node)
	}
	named := r.types[t.NamedType]
	switch named.Kind {
	case ast.InputObject:
		return r.literalObject(named, node)
	case ast.Enum:
		if node.Kind == ast.EnumValue && named.EnumValues.ForName(node.Raw) != nil {
			return node.Raw
		}
		r.locate(node, func() { r.failEnum(named, showLiteral(node), node.Raw) })
		return nil
	}
	if value, ok := r.scalarLiteral(named.scalar, node); ok {
		return value
	}
	r.failAt(node, "must be %s, not %s", named.scalar.expected, showLiteral(node))
	return nil
}

func (r *coercion) scalarLiteral(scalar Scalar, node *ast.Value) (any, bool) {
	if scalar.literal != nil {
		return scalar.literal(node)
	}
	given, err := node.Value(r.variables)
	if err != nil {
		return nil, false
	}
	return scalar.value(given)
}

// variable gives the value of a variable, which fits the type but for null: one that may be null may stand where null
// must not be, if it has a default.
func (r *coercion) variable(t *ast.Type, node *ast.Value) any {
	if r.static {
		return nil
	}
	value, given := r.variables[node.Raw]
	switch {
	case value != nil || !t.NonNull:
	case given:
		r.fail("must be %s, but $%s is null", r.expected(t), node.Raw)
	default:
		r.fail("must be %s, but $%s is not given", r.expected(t), node.Raw)
	}
	return value
}

// absent tells that a literal is a variable without a value: what it is given for then counts as not given.
func (r *coercion) absent(node *ast.Value) bool {
	if node.Kind != ast.Variable || r.static {
		return false
	}
	_, given := r.variables[node.Raw]
	return !given
}

func (r *coercion) literalList(t *ast.Type, node *ast.Value) any {
	if node.Kind != ast.ListValue {
		return []any{r.literal(t, node)}
	}
	list := make([]any, 0, len(node.Children))
	for i, element := range node.Children {
		if r.enough() {
			break
		}
		r.enter(step{index: i})
		list = append(list, r.literal(t, element.Value))
		r.leave()
	}
	return list
}

func (r *coercion) literalObject(t *inputType, node *ast.Value) any {
	if node.Kind != ast.ObjectValue {
		r.failAt(node, "must be %s, not %s", r.expectedNamed(t), showLiteral(node))
		return nil
	}
	coerced, faults := make(map[string]any, len(node.Children)), len(r.errs)
	for _, f := range t.Definition.Fields {
		if r.enough() {
			return nil
		}
		child := node.Children.ForName(f.Name)
		r.enter(step{name: f.Name})
		switch {
		case child != nil && !r.absent(child):
			coerced[f.Name] = r.literal(f.Type, child)
		case f.DefaultValue != nil:
			coerced[f.Name] = r.literal(f.Type, f.DefaultValue)
		case !f.Type.NonNull:
		case child != nil:
			_ = r.variable(f.Type, child)
		default:
			r.locate(node, func() { r.missing(f.Type) })
		}
		r.leave()
	}
	for _, child := range node.Children {
		if t.Definition.Fields.ForName(child.Name) == nil && !r.enough() {
			r.locate(child.Value, func() { r.failField(t, child.Name) })
		}
	}
	if t.oneOf && len(r.errs) == faults {
		r.locate(node, func() { r.checkOneOfLiteral(t, node, coerced) })
	}
	return coerced
}

func (r *coercion) checkOneOfLiteral(t *inputType, node *ast.Value, coerced map[string]any) {
	variable := func(child *ast.ChildValue) bool { return child.Value.Kind == ast.Variable }
	if !r.static || !slices.ContainsFunc(node.Children, variable) {
		r.checkOneOf(t, coerced)
	} else if len(node.Children) != 1 {
		r.failOneOf(t)
	}
}
