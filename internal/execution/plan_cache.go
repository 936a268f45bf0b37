package execution

import (
	"github.com/vektah/gqlparser/v2/ast"

	"findcare/internal/cache"
)

// planKey identifies a plan: the operation, and a bit for each variable in its @skip and @include.
type planKey struct {
	operation *ast.OperationDefinition
	choice    uint64
}

// planEntry holds nil for an operation that cannot be compiled.
type planEntry struct{ *plan }

const (
	// planMemory bounds the memory of the cached plans, in bytes.
	planMemory = 16 << 20
	// fieldSize is the approximate number of bytes of a plan for each of its fields.
	fieldSize = 600
)

func newPlanCache() *cache.Cache[planKey, planEntry] {
	return cache.Weighing(planMemory, func(key planKey, entry planEntry) uint32 {
		fields := 1
		if entry.plan != nil {
			fields += entry.fields
		}
		// The key keeps the document alive even after it has left the cache of documents.
		return documentSize(key.operation.Position.Src.Input) + uint32(fields)*fieldSize
	})
}

// plan returns the plan of an operation, and false if gqlgen's executor has to execute it.
func (e *Executor) plan(o *Operation) (*plan, bool) {
	conditions := o.document.conditions[o.definition]
	key := planKey{operation: o.definition}
	if e.withoutPlans || o.Type() != ast.Query || len(conditions) > 64 {
		return nil, false
	}
	for i, name := range conditions {
		if o.conditions[name] == true {
			key.choice |= 1 << i
		}
	}
	entry, known := e.plans.Get(key)
	if !known {
		compiled, ok := compile(e.schema, e.coercer, o.document.QueryDocument, o.definition, o.conditions)
		if ok {
			compiled.number = e.compiled.Add(1)
			entry.plan = compiled
		}
		e.plans.Set(key, entry)
	}
	return entry.plan, entry.plan != nil
}
