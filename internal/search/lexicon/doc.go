// Package lexicon has what search needs to know of English words: how a text is split into words, their stems, which
// are stop words, which words are within a typing error of each other, and what lay phrases mean (synonyms).
//
// It knows nothing of a directory: the meanings are slugs, and a directory need not have any of them.
//
// Invariants:
//   - Words are folded (lower case, no accents) before anything else, and all functions except [Words] and
//     [AppendWords] expect folded words.
//   - A [Dictionary] never changes once it is built. The table of synonyms and the automata of typing errors are read
//     or built once, when they are first needed. Any number of goroutines may use all of them.
package lexicon
