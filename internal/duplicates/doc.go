// Package duplicates finds entries that look like one provider: by the NPI, a licence, the name with the place, or a
// telephone number with a word of the name. It only says what looks alike; people decide.
//
// Invariants: pairs come in the order of their ids, so that the same directory gives the same pairs. A key that very many
// entries share says nothing and is ignored, so finding pairs takes time in proportion to the number of entries.
package duplicates
