// Package crisis knows what people say in a crisis, and whom to call then.
//
// What counts as a crisis is decided here alone: by patterns of words (phrases.json), and by the conditions that the
// lexicon takes a phrase to mean. Whom to call is data too (resources.json), with where each number was published and
// when that was last checked.
//
// Invariants:
//   - The data is embedded, and read once, when it is first needed. It never changes afterwards, and neither do the
//     lists of resources that are returned, which are shared. Any number of goroutines may use the package.
//   - [In] accepts any text, valid UTF-8 or not, and never fails. A missed crisis is worse than a false alarm.
//   - ordinary.txt, the words that are not taken for mistyped words of a crisis, is generated.
package crisis
