package execution

import (
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

// coercion is one input while it is coerced. What it gives counts only where there are no errors.
type coercion struct {
	*Coercer
	variables map[string]any
	// static tells that no variables are known yet: a document is validated, and wherever a variable stands is left
	// out.
	static bool
	sigil  string // what stands before the path: $ of a variable
	path   []step
	at     *ast.Position // where the errors are located
	errs   gqlerror.List
	space  [8]step // enough for most paths
}

func (r *coercion) enter(s step) {
	if r.path == nil {
		r.path = r.space[:0]
	}
	r.path = append(r.path, s)
}

func (r *coercion) leave() { r.path = r.path[:len(r.path)-1] }

// enough tells that no more errors are told of.
func (r *coercion) enough() bool { return len(r.errs) >= MaxErrors }

// value coerces what came as JSON.
func (r *coercion) value(t *ast.Type, given any) any {
	if given == nil {
		if t.NonNull {
			r.fail("must be %s, not null", r.expected(t))
		}
		return nil
	}
	if t.Elem != nil {
		return r.list(t.Elem, given)
	}
	named := r.types[t.NamedType]
	switch named.Kind {
	case ast.InputObject:
		return r.object(named, given)
	case ast.Enum:
		return r.enum(named, given)
	}
	if value, ok := named.scalar.value(given); ok {
		return value
	}
	r.fail("must be %s, not %s", named.scalar.expected, show(given))
	return nil
}

// list coerces a list. A single value stands for a list of one.
func (r *coercion) list(t *ast.Type, given any) any {
	elements, isList := elementsOf(given)
	if !isList {
		return []any{r.value(t, given)}
	}
	list := make([]any, 0, len(elements))
	for i, element := range elements {
		if r.enough() {
			break
		}
		r.enter(step{index: i})
		list = append(list, r.value(t, element))
		r.leave()
	}
	return list
}

func elementsOf(given any) (elements []any, isList bool) {
	switch given := given.(type) {
	case []any:
		return given, true
	case []string: // of those who do not send JSON
		for _, text := range given {
			elements = append(elements, text)
		}
		return elements, true
	}
	return nil, false
}

func (r *coercion) enum(t *inputType, given any) any {
	text, is := given.(string)
	if is && t.EnumValues.ForName(text) != nil {
		return text
	}
	r.failEnum(t, show(given), text)
	return nil
}

func (r *coercion) object(t *inputType, given any) any {
	object, is := given.(map[string]any)
	if !is {
		r.fail("must be %s, not %s", r.expectedNamed(t), show(given))
		return nil
	}
	coerced, known, faults := make(map[string]any, len(object)), 0, len(r.errs)
	for _, f := range t.Definition.Fields {
		if r.enough() {
			return nil
		}
		value, present := object[f.Name]
		if present {
			known++
		} else if !f.Type.NonNull && f.DefaultValue == nil {
			continue
		}
		r.enter(step{name: f.Name})
		switch {
		case present:
			coerced[f.Name] = r.value(f.Type, value)
		case f.DefaultValue != nil:
			coerced[f.Name] = r.literal(f.Type, f.DefaultValue)
		default:
			r.missing(f.Type)
		}
		r.leave()
	}
	if known < len(object) {
		r.unknownFields(t, object)
	}
	if t.oneOf && len(r.errs) == faults {
		r.checkOneOf(t, coerced)
	}
	return coerced
}

// unknownFields tells of the fields that an input type does not have, in the order of their names.
func (r *coercion) unknownFields(t *inputType, object map[string]any) {
	var unknown []string
	for name := range object {
		if t.Definition.Fields.ForName(name) == nil {
			unknown = append(unknown, name)
		}
	}
	slices.Sort(unknown)
	for _, name := range unknown[:min(len(unknown), MaxErrors)] {
		r.failField(t, name)
	}
}

func (r *coercion) checkOneOf(t *inputType, coerced map[string]any) {
	given := 0
	for _, value := range coerced {
		if value != nil {
			given++
		}
	}
	if given != 1 || len(coerced) != 1 {
		r.failOneOf(t)
	}
}
