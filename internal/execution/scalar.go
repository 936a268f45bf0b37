package execution

import (
	"encoding/json"
	"errors"
	"math"
	"strconv"
	"time"

	"github.com/vektah/gqlparser/v2/ast"

	"findcare/models"
)

// Scalar says how a scalar is coerced.
type Scalar struct {
	expected string // "a Date, …", for messages
	value    func(given any) (any, bool)
	// literal is nil where what stands in a document is taken as JSON would have it, with the variables put in.
	literal func(node *ast.Value) (any, bool)
}

// TextScalar is a scalar that is written as a string of a form of its own, by the same rule in variables and in
// documents. Expected says what it is, for messages: "a Date such as 2024-06-24".
func TextScalar(expected string, valid func(text string) bool) Scalar {
	check := func(text string, is bool) (any, bool) { return text, is && valid(text) }
	return Scalar{
		expected: expected,
		value: func(given any) (any, bool) {
			text, is := given.(string)
			return check(text, is)
		},
		literal: func(node *ast.Value) (any, bool) { return check(node.Raw, isText(node)) },
	}
}

// Number is what stands for a number of a JSON text: an int64 or a float64, and a json.Number for what neither can
// hold. So no whole number loses a digit, and what is beyond a Float is no other type either.
func Number(text string) any {
	whole, err := strconv.ParseInt(text, 10, 64)
	if err == nil {
		return whole
	}
	fraction, beyond := strconv.ParseFloat(text, 64)
	if beyond != nil || errors.Is(err, strconv.ErrRange) {
		return json.Number(text)
	}
	return fraction
}

// builtIn gives the scalars of the specification.
func builtIn() map[string]Scalar {
	return map[string]Scalar{
		"Int":     {"an Int (a whole number from -2147483648 to 2147483647)", integer, integerLiteral},
		"Float":   {"a Float (a number)", float, floatLiteral},
		"String":  TextScalar("a String", func(string) bool { return true }),
		"Boolean": {"a Boolean (true or false)", boolean, booleanLiteral},
		"ID":      {"an ID (a string or a whole number)", id, idLiteral},
	}
}

// leaf is a scalar of which no more is known than its name.
func leaf(name string) Scalar {
	return Scalar{
		expected: "a " + name + " (a string, a number or a Boolean)",
		value: func(given any) (any, bool) {
			switch given.(type) {
			case string, bool, int64, float64, json.Number:
				return given, true
			}
			return nil, false
		},
		literal: func(node *ast.Value) (any, bool) {
			switch node.Kind {
			case ast.ListValue, ast.ObjectValue, ast.EnumValue, ast.NullValue, ast.Variable:
				return nil, false
			}
			value, err := node.Value(nil)
			return value, err == nil
		},
	}
}

func isText(node *ast.Value) bool { return node.Kind == ast.StringValue || node.Kind == ast.BlockValue }

func integer(given any) (any, bool) {
	switch given := given.(type) {
	case int64:
		return given, given >= math.MinInt32 && given <= math.MaxInt32
	case float64:
		return int64(given), given == math.Trunc(given) && given >= math.MinInt32 && given <= math.MaxInt32
	}
	return nil, false
}

func integerLiteral(node *ast.Value) (any, bool) {
	whole, err := strconv.ParseInt(node.Raw, 10, 32)
	return whole, err == nil && node.Kind == ast.IntValue
}

func float(given any) (any, bool) {
	switch given := given.(type) {
	case int64:
		return float64(given), true
	case float64:
		return given, !math.IsInf(given, 0) && !math.IsNaN(given)
	case json.Number:
		return parseFloat(string(given))
	}
	return nil, false
}

func floatLiteral(node *ast.Value) (any, bool) {
	if node.Kind != ast.IntValue && node.Kind != ast.FloatValue {
		return nil, false
	}
	return parseFloat(node.Raw)
}

func parseFloat(text string) (any, bool) {
	number, err := strconv.ParseFloat(text, 64)
	return number, err == nil
}

func boolean(given any) (any, bool) {
	value, is := given.(bool)
	return value, is
}

func booleanLiteral(node *ast.Value) (any, bool) {
	return node.Raw == "true", node.Kind == ast.BooleanValue
}

// id keeps the digits of whole numbers.
func id(given any) (any, bool) {
	switch given := given.(type) {
	case string:
		return given, true
	case int64:
		return strconv.FormatInt(given, 10), true
	case float64:
		whole := given == math.Trunc(given) && !math.IsInf(given, 0)
		return strconv.FormatFloat(given+0, 'f', -1, 64), whole // +0 takes the sign off -0
	case json.Number:
		_, err := strconv.ParseFloat(string(given), 64)
		return string(given), err == nil
	}
	return nil, false
}

func idLiteral(node *ast.Value) (any, bool) {
	return node.Raw, isText(node) || node.Kind == ast.IntValue
}

// schemaScalars says how the schema's own scalars are coerced.
func schemaScalars() map[string]Scalar {
	return map[string]Scalar{
		"Date": TextScalar(
			"a Date (a calendar date such as 2024-06-24)",
			func(text string) bool { return models.Date(text).Valid() },
		),
		"DateTime": TextScalar(
			"a DateTime (an RFC 3339 instant such as 2024-06-24T09:30:00Z)",
			func(text string) bool {
				_, err := time.Parse(time.RFC3339, text)
				return err == nil
			},
		),
		"_Any": {
			expected: `an object such as {__typename: "Provider", id: "…"}`,
			value: func(given any) (any, bool) {
				representation, is := given.(map[string]any)
				return representation, is
			},
		},
	}
}
