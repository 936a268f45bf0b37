package execution

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/models"
)

// Limits bound what one document may ask for. All but Cost are checked before the document is validated, since
// validation itself can be made to cost a lot. A limit of 0 is no limit.
type Limits struct {
	Tokens     int `hidden:"" help:"Maximum tokens in a document." default:"4000"`
	Depth      int `hidden:"" help:"Maximum depth of fields and inline fragments." default:"20"`
	Fields     int `hidden:"" help:"Maximum fields in an operation, fragments included." default:"2000"`
	RootFields int `hidden:"" help:"Maximum top-level fields in an operation." default:"20"`
	Aliases    int `hidden:"" help:"Maximum aliases in an operation." default:"100"`
	Repeats    int `hidden:"" help:"Maximum pairs of fields to compare for conflicts." default:"10000"`
	Directives int `hidden:"" help:"Maximum directives in an operation." default:"100"`
	Fragments  int `hidden:"" help:"Maximum fragments and operations in a document." default:"100"`
	Cost       int `help:"Maximum cost of an operation; 0 is unlimited." default:"10000"`
}

// check holds a document against the limits, and reports whether it asks for the schema.
func (l Limits) check(document *ast.QueryDocument) (introspects bool, err *gqlerror.Error) {
	definitions := len(document.Fragments) + len(document.Operations)
	err = over(l.Fragments, definitions, models.CodeTooManyFragments, "fragments and operations")
	if err != nil {
		return false, err
	}
	m := &measure{
		fragments: make(map[string]*ast.FragmentDefinition, len(document.Fragments)),
		sizes:     map[string]*size{},
	}
	for _, fragment := range document.Fragments {
		if m.fragments[fragment.Name] == nil {
			m.fragments[fragment.Name] = fragment
		}
	}
	// Fragments that nothing spreads are validated too.
	for _, fragment := range document.Fragments {
		if err := l.checkSelections(m, fragment.SelectionSet, fragment.Directives, false); err != nil {
			return false, err
		}
	}
	for _, operation := range document.Operations {
		if err := l.checkSelections(m, operation.SelectionSet, operation.Directives, true); err != nil {
			return false, err
		}
		introspects = introspects || m.introspects(operation.SelectionSet)
	}
	return introspects, nil
}

func (l Limits) checkSelections(
	m *measure,
	selections ast.SelectionSet,
	directives ast.DirectiveList,
	root bool,
) *gqlerror.Error {
	size, err := m.size(selections)
	if err != nil {
		return err
	}
	for _, limit := range []struct {
		most, is int
		code     models.Code
		what     string
	}{
		{l.Fields, size.fields, models.CodeTooManyFields, "fields, with fragments put in"},
		{l.Fields, size.spreads, models.CodeTooManyFields, "fragments put in"},
		{l.Depth, size.depth, models.CodeTooDeep, "levels of fields and inline fragments"},
		{l.Aliases, size.aliases, models.CodeTooManyAliases, "aliases"},
		{l.Directives, size.directives + len(directives), models.CodeTooManyDirectives, "directives"},
	} {
		if err := over(limit.most, limit.is, limit.code, limit.what); err != nil {
			return err
		}
	}
	// From here on, all fields may be walked through with fragments put in: they are few.
	fields := m.expand(nil, selections)
	if root {
		if err := over(l.RootFields, len(fields), models.CodeTooManyRootFields, "fields at its top"); err != nil {
			return err
		}
	}
	return over(
		l.Repeats, m.repeats(fields), models.CodeTooManyRepeats, "pairs of fields of the same name in the same place",
	)
}

func over(most, is int, code models.Code, what string) *gqlerror.Error {
	switch {
	case is >= countless: // also without a limit: it would never end
		return Errorf(code, "the operation has very many %s", what)
	case most == 0 || is <= most:
		return nil
	}
	return Errorf(code, "the operation has %d %s; at most %d are allowed", is, what, most)
}

// countless is where counting stops: fragments that spread fragments grow without measure.
const countless = 1 << 20

// size is what a selection set holds, with fragments put in.
type size struct {
	fields, depth, aliases, directives int
	spreads                            int // of fragments, which take time also where no field is in them
}

func (s *size) add(other size, levels int) {
	s.fields = min(s.fields+other.fields, countless)
	s.spreads = min(s.spreads+other.spreads, countless)
	s.aliases = min(s.aliases+other.aliases, countless)
	s.directives = min(s.directives+other.directives, countless)
	s.depth = max(s.depth, other.depth+levels)
}

// measure sizes selections up. It looks at each fragment once, however often it is spread.
type measure struct {
	fragments map[string]*ast.FragmentDefinition
	sizes     map[string]*size // nil while a fragment is looked at
}

func (m *measure) size(selections ast.SelectionSet) (size, *gqlerror.Error) {
	var sum size
	for _, selection := range selections {
		switch selection := selection.(type) {
		case *ast.Field:
			within, err := m.size(selection.SelectionSet)
			if err != nil {
				return size{}, err
			}
			own := size{fields: 1, directives: len(selection.Directives)}
			if selection.Alias != selection.Name {
				own.aliases = 1
			}
			sum.add(own, 1)
			sum.add(within, 1)
		case *ast.InlineFragment:
			within, err := m.size(selection.SelectionSet)
			if err != nil {
				return size{}, err
			}
			sum.add(size{directives: len(selection.Directives), spreads: 1}, 0)
			sum.add(within, 1)
		case *ast.FragmentSpread:
			within, err := m.fragment(selection)
			if err != nil {
				return size{}, err
			}
			sum.add(size{directives: len(selection.Directives), spreads: 1}, 0)
			sum.add(within, 0)
		}
	}
	return sum, nil
}

func (m *measure) fragment(spread *ast.FragmentSpread) (size, *gqlerror.Error) {
	known, seen := m.sizes[spread.Name]
	switch {
	case known != nil:
		return *known, nil
	case seen:
		err := gqlerror.ErrorPosf(spread.Position, "Fragment %q spreads itself.", spread.Name)
		return size{}, withCode(err, models.CodeValidationFailed)
	}
	definition := m.fragments[spread.Name]
	if definition == nil { // the validator tells of it
		return size{}, nil
	}
	m.sizes[spread.Name] = nil
	within, err := m.size(definition.SelectionSet)
	if err != nil {
		return size{}, err
	}
	within.directives += len(definition.Directives)
	m.sizes[spread.Name] = &within
	return within, nil
}

// expand appends the fields of selections, with fragments put in, whatever their type conditions and directives.
func (m *measure) expand(fields []*ast.Field, selections ast.SelectionSet) []*ast.Field {
	w := walker{
		included: all,
		fragment: func(fragment ast.Selection) ast.SelectionSet {
			spread, is := fragment.(*ast.FragmentSpread)
			if !is {
				return fragment.(*ast.InlineFragment).SelectionSet
			}
			if definition := m.fragments[spread.Name]; definition != nil {
				return definition.SelectionSet
			}
			return nil
		},
		field: func(field *ast.Field) *gqlerror.Error {
			fields = append(fields, field)
			return nil
		},
	}
	_ = w.walk(selections) // nothing in it fails
	return fields
}

// repeats counts the pairs of fields that would stand in the same place of the answer, which the validator compares.
func (m *measure) repeats(fields []*ast.Field) int {
	places := map[string][]*ast.Field{}
	for _, field := range fields {
		places[field.Alias] = append(places[field.Alias], field)
	}
	pairs := 0
	for _, same := range places {
		pairs += len(same) * (len(same) - 1) / 2
		var within []*ast.Field
		for _, field := range same {
			within = m.expand(within, field.SelectionSet)
		}
		if len(within) > 0 {
			pairs += m.repeats(within)
		}
	}
	return pairs
}

func (m *measure) introspects(selections ast.SelectionSet) bool {
	for _, field := range m.expand(nil, selections) {
		switch field.Name {
		case "__schema", "__type", "_service":
			return true
		}
	}
	return false
}
