// Package duplicates finds entries that look like one provider: by the NPI, a licence, the name with the place, or a
// telephone number with a word of the name. It only says what looks alike; people decide.
//
// Invariants: the same directory gives the same pairs in the same order. A key that very many entries share says
// nothing and is ignored, so finding pairs takes time in proportion to the number of entries.
package duplicates
