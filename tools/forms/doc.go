// Package forms makes the forms of the desk: what fields each input of the schema has, how a person fills each of them
// in, and what models holds it to. A field that is added to the schema is in its form by itself.
package forms
