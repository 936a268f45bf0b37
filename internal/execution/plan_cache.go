package graph

import (
	"github.com/maypok86/otter/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

// planKey is what a plan is kept by: the operation, and what the variables in its @skip and @include say.
type planKey struct {
	operation *ast.OperationDefinition
	choice    uint64
}

const (
	// planMemory bounds what the kept plans take, in bytes.
	planMemory = 16 << 20
	// fieldFactor is how many bytes a plan takes for each of its fields, about.
	fieldFactor = 600
)

func newPlanCache() *otter.Cache[planKey, *plan] {
	return otter.Must(&otter.Options[planKey, *plan]{
		MaximumWeight: planMemory,
		Weigher: func(key planKey, p *plan) uint32 {
			fields := 1
			if p != nil {
				fields += p.fields
			}
			// The key keeps the whole document, also when the documents have forgotten it.
			return weightOf(key.operation.Position.Src.Input) + uint32(fields)*fieldFactor
		},
	})
}

// plan gives the plan of an operation, and nil where gqlgen's executor has to execute it.
func (e *Executor) plan(o *Operation) *plan {
	conditions := o.document.conditions[o.definition]
	key := planKey{operation: o.definition}
	if e.withoutPlans || o.Type() != ast.Query || len(conditions) > 64 {
		return nil
	}
	for i, name := range conditions {
		if o.conditions[name] == true {
			key.choice |= 1 << i
		}
	}
	if known, ok := e.plans.GetIfPresent(key); ok {
		return known
	}
	// nil where it cannot be compiled
	made, _ := compile(e.coercer, o.document.QueryDocument, o.definition, o.conditions)
	e.plans.Set(key, made)
	return made
}
