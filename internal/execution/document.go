package execution

import (
	"errors"
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator/core"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"findcare/internal/cache"
	"findcare/models"
)

// document is a query document that was parsed, held against the limits and found valid.
type document struct {
	*ast.QueryDocument
	introspects bool
	conditions  map[*ast.OperationDefinition][]string // the variables in the @skip and @include of each operation
	costs       map[*ast.OperationDefinition]*lastCost
}

const (
	// documentMemory bounds what the kept documents take, in bytes.
	documentMemory = 16 << 20
	// treeFactor is how many bytes the parsed form takes for each of the text, about.
	treeFactor = 40
)

func newDocumentCache() *cache.Cache[string, *document] {
	return cache.Weighing(documentMemory, func(query string, _ *document) uint32 { return documentSize(query) })
}

// documentSize is the approximate memory of a parsed document, in bytes.
func documentSize(query string) uint32 { return uint32(len(query)*treeFactor + 1024) }

// document parses, checks and validates a query, or takes it from the cache.
func (e *Executor) document(query string) (*document, gqlerror.List) {
	if known, ok := e.documents.Get(query); ok {
		return known, nil
	}
	parsed, err := e.parse(query)
	if err != nil {
		return nil, gqlerror.List{err}
	}
	introspects, err := e.limits.check(parsed)
	if err != nil {
		return nil, gqlerror.List{err}
	}
	if introspects && !e.introspection {
		return nil, gqlerror.List{Errorf(models.CodeIntrospectionDisabled, "introspection is turned off here")}
	}
	if errs := e.validate(query, parsed); len(errs) > 0 {
		return nil, errs
	}
	valid := &document{
		parsed, introspects, make(map[*ast.OperationDefinition][]string), make(map[*ast.OperationDefinition]*lastCost),
	}
	for _, operation := range parsed.Operations {
		valid.conditions[operation] = variablesOf(operation)
		valid.costs[operation] = &lastCost{variables: variablesOf(operation, sizes...)}
	}
	e.documents.Set(query, valid)
	return valid, nil
}

func (e *Executor) parse(query string) (*ast.QueryDocument, *gqlerror.Error) {
	query = LineEnds(query)
	parsed, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, e.limits.Tokens)
	if err != nil {
		var syntax *gqlerror.Error
		if !errors.As(err, &syntax) {
			return nil, Errorf(models.CodeParseFailed, "the query cannot be parsed")
		}
		// The parser has no type for this.
		if strings.HasPrefix(syntax.Message, "exceeded token limit") {
			return nil, Errorf(models.CodeTooManyTokens, "the document has more than %d tokens", e.limits.Tokens)
		}
		return nil, withCode(SyntaxError(query, syntax), models.CodeParseFailed)
	}
	if len(parsed.Operations) == 0 {
		return nil, Errorf(models.CodeValidationFailed, "the document has no operation")
	}
	return parsed, nil
}

// validationRules are the rules of the specification, in the order of their names. What a value must be, the coercer
// says.
type validationRules struct{ suggesting, silent []core.Rule }

// newValidationRules makes the rules, those that name what is like an unknown name, and the same without.
func newValidationRules(coercer *Coercer) (r validationRules) {
	values := coercer.Rule()
	set := rules.NewDefaultRules()
	set.ReplaceRule(values.Name, values.RuleFunc)
	silent := map[string]core.RuleFunc{
		rules.FieldsOnCorrectTypeRule.Name: rules.FieldsOnCorrectTypeRuleWithoutSuggestions.RuleFunc,
		rules.KnownArgumentNamesRule.Name:  rules.KnownArgumentNamesRuleWithoutSuggestions.RuleFunc,
		rules.KnownTypeNamesRule.Name:      rules.KnownTypeNamesRuleWithoutSuggestions.RuleFunc,
	}
	for name, rule := range set.GetInner() {
		r.suggesting = append(r.suggesting, core.Rule{Name: name, RuleFunc: rule})
		if silent[name] != nil {
			rule = silent[name]
		}
		r.silent = append(r.silent, core.Rule{Name: name, RuleFunc: rule})
	}
	for _, list := range [][]core.Rule{r.suggesting, r.silent} {
		slices.SortFunc(list, func(a, b core.Rule) int { return strings.Compare(a.Name, b.Name) })
	}
	return r
}

// of are the rules for a document. The time that a suggestion takes goes by the length of the name, which is the
// sender's choice; so a document with a word that is longer than any name that was meant gets none.
func (r validationRules) of(query string) []core.Rule {
	if HasLongName(query) {
		return r.silent
	}
	return r.suggesting
}

// validate checks a document against the rules of the specification. It stops checking at the last error that would be
// shown.
func (e *Executor) validate(query string, parsed *ast.QueryDocument) (errs gqlerror.List) {
	observers := &core.Events{}
	for _, rule := range e.rules.of(query) {
		rule.RuleFunc(observers, func(options ...core.ErrorOption) {
			if len(errs) == MaxErrors {
				return
			}
			err := &gqlerror.Error{Rule: rule.Name}
			for _, option := range options {
				option(err)
			}
			errs = append(errs, withCode(err, models.CodeValidationFailed))
			if len(errs) == MaxErrors {
				*observers = core.Events{} // a walk cannot be stopped, but nothing needs to observe the rest
			}
		})
	}
	core.Walk(e.schema.Schema(), parsed, observers)
	return errs
}
