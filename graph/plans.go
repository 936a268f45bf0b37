package graph

import (
	"sync"

	"github.com/vektah/gqlparser/v2/ast"
)

// plans keeps the plans of operations. It is bounded by the number of their fields: once the recent ones have as many
// as half of the bound, those that nobody has asked for since the last time are dropped.
type plans struct {
	mutex           sync.RWMutex
	recent, earlier map[*ast.OperationDefinition]*compiled
	fields          int // of the recent ones
}

// mostPlanFields bounds a plan cache; a field takes some 500 bytes.
const mostPlanFields = 100_000

// compiled is an operation with the plans that have been made of it, one for each choice of conditions.
type compiled struct {
	conditions []string // the variables in its @skip and @include
	mutex      sync.RWMutex
	plans      map[uint64]*plan // nil where the operation cannot be compiled
	fields     int
}

// mostChoices is how many plans of one operation are kept.
const mostChoices = 32

// find gives the plan of an operation, and nil where gqlgen's executor has to execute it.
func (c *plans) find(document *ast.QueryDocument, operation *ast.OperationDefinition, variables map[string]any) *plan {
	if operation.Operation != ast.Query {
		return nil
	}
	entry := c.entry(document, operation)
	choice, ok := entry.choice(variables)
	if !ok {
		return nil
	}
	entry.mutex.RLock()
	p, known := entry.plans[choice]
	entry.mutex.RUnlock()
	if known {
		return p
	}
	p, added := entry.add(document, operation, choice)
	c.count(added)
	return p
}

// entry gives the operation's entry, and makes it where there is none.
func (c *plans) entry(document *ast.QueryDocument, operation *ast.OperationDefinition) *compiled {
	c.mutex.RLock()
	entry := c.recent[operation]
	c.mutex.RUnlock()
	if entry != nil {
		return entry
	}
	made := &compiled{conditions: conditionsOf(document, operation), plans: make(map[uint64]*plan)}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if entry = c.recent[operation]; entry != nil {
		return entry
	}
	if entry = c.earlier[operation]; entry == nil {
		entry = made
	}
	if c.recent == nil {
		c.recent = make(map[*ast.OperationDefinition]*compiled)
	}
	c.recent[operation] = entry
	entry.mutex.RLock()
	defer entry.mutex.RUnlock()
	c.fields += entry.fields
	return entry
}

// count adds the fields of a plan that has been made.
func (c *plans) count(fields int) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.fields += fields; c.fields > mostPlanFields/2 {
		c.earlier, c.recent, c.fields = c.recent, nil, 0
	}
}

// choice numbers the choices of conditions. It gives false where one is neither true nor false, which is for gqlgen's
// executor to report, and where there are more conditions than a number has bits.
func (c *compiled) choice(variables map[string]any) (choice uint64, ok bool) {
	if len(c.conditions) > 64 {
		return 0, false
	}
	for i, name := range c.conditions {
		value, is := variables[name].(bool)
		if !is {
			return 0, false
		}
		if value {
			choice |= 1 << i
		}
	}
	return choice, true
}

// add makes the plan for a choice of conditions, and tells how many fields it has.
func (c *compiled) add(document *ast.QueryDocument, operation *ast.OperationDefinition, choice uint64) (p *plan, fields int) {
	conditions := make(map[string]bool, len(c.conditions))
	for i, name := range c.conditions {
		conditions[name] = choice>>i&1 == 1
	}
	fields = 1
	p, err := compile(document, operation, conditions)
	if err == nil {
		fields += p.fields
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if len(c.plans) == mostChoices {
		clear(c.plans)
		c.fields = 0
	}
	c.plans[choice] = p
	c.fields += fields
	return p, fields
}
