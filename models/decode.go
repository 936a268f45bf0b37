package models

import (
	"errors"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Decode reads a document in the directory format. A member that it does not have, or one of another type, is a fault.
func Decode(raw jsontext.Value, into Document) *Fault {
	err := json.Unmarshal(raw, into, json.RejectUnknownMembers(true))
	if err == nil {
		return nil
	}
	var semantic *json.SemanticError
	if !errors.As(err, &semantic) {
		return &Fault{Rule: "must be valid JSON: " + plainError(err)}
	}
	fault := &Fault{Path: string(semantic.JSONPointer), Value: valueAt(raw, semantic.JSONPointer)}
	switch {
	case errors.Is(err, json.ErrUnknownName):
		fault.Value, fault.Rule = nil, "is not a field of "+WithIndefiniteArticle(string(into.Kind()))
	case semantic.GoType != nil && semantic.Err == nil:
		fault.Rule = "must be " + typeNames[semantic.GoType.Kind().String()]
	default:
		fault.Rule = "cannot be read: " + plainError(semantic.Err)
	}
	return fault
}

// valueAt returns what stands at a pointer, nil where nothing does.
func valueAt(raw jsontext.Value, pointer jsontext.Pointer) any {
	for token := range pointer.Tokens() {
		var object map[string]jsontext.Value
		var list []jsontext.Value
		if json.Unmarshal(raw, &object) == nil {
			raw = object[token]
		} else if i, err := strconv.Atoi(token); err == nil && json.Unmarshal(raw, &list) == nil && i < len(list) {
			raw = list[i]
		} else {
			return nil
		}
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	return raw
}

// typeNames says in words of JSON what a Go type is.
var typeNames = map[string]string{
	"string": "a text", "int": "a whole number", "int64": "a whole number", "float64": "a number",
	"bool":  "true or false",
	"slice": "a list", "struct": "an object", "ptr": "an object",
}

// plainError leaves out how the library calls itself.
func plainError(err error) string {
	if err == nil {
		return "unknown"
	}
	return strings.TrimPrefix(strings.TrimPrefix(err.Error(), "jsontext: "), "json: ")
}
