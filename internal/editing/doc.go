// Package editing changes the directory: it holds what is asked for against the models' rules, writes it with a record
// of who did it, and makes it readable before it returns.
package editing
