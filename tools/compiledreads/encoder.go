package compiledreads

import (
	"fmt"
	"go/types"

	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
	"github.com/vektah/gqlparser/v2/ast"
)

// encoder is the code of a function that encodes a value.
type encoder struct {
	code string
	// Made tells that the code makes the function, from the place in the response where the value stands: that needs to
	// be done only once a plan. Otherwise the code is a name.
	Made bool
	// ByReference tells that the function takes a pointer to the value.
	ByReference bool
	text        bool // whether it encodes a string
}

// String is the code, which is Go.
func (e encoder) String() string { return e.code }

// encoderOf is the code for a type; in it, at is the place in the response.
func encoderOf(ref *config.TypeReference) (encoder, error) {
	switch {
	case ref.IsOmittable,
		ref.IsRoot,
		ref.IsMap(),
		ref.IsPtrToSlice(),
		ref.IsPtrToIntf(),
		ref.IsPtrToPtr(),
		ref.HasEnumValues():
		return encoder{}, unknown(ref)
	case ref.IsSlice():
		return listEncoder(ref)
	case ref.IsMarshaler:
		return marshalerEncoder(ref)
	case ref.Marshaler != nil:
		return scalarEncoder(ref)
	}
	switch ref.Definition.Kind {
	case ast.Object:
		name := "ec.compile" + ref.Definition.Name
		if ref.IsPtr() {
			return made("execution.OptionalEncoder(at, %q, %s(c, at))", required(ref), name), nil
		}
		e := made("%s(c, at)", name)
		e.ByReference = true
		return e, nil
	case ast.Interface, ast.Union:
		return made("ec.compile%s(c, at, %q)", ref.Definition.Name, required(ref)), nil
	}
	return encoder{}, unknown(ref)
}

func unknown(ref *config.TypeReference) error {
	return fmt.Errorf("the binding of %s to %s is not known", ref.GQL, ref.GO)
}

func made(format string, arguments ...any) encoder {
	return encoder{code: fmt.Sprintf(format, arguments...), Made: true}
}

// required is the type as the schema writes it where it does not allow null, and empty where it does.
func required(ref *config.TypeReference) string {
	if !ref.GQL.NonNull {
		return ""
	}
	return ref.GQL.String()
}

func listEncoder(ref *config.TypeReference) (encoder, error) {
	element, err := encoderOf(ref.Elem())
	if err != nil {
		return encoder{}, err
	}
	function, elementType := "ListEncoder", typeName(ref.Elem().GO)
	taken := elementType
	switch {
	case element.ByReference:
		function, taken = "ObjectListEncoder", "*"+elementType
	case ref.IsScalar():
		function = "ScalarListEncoder"
	}
	return made("execution.%s(at, %t, %t, func(at execution.Place) execution.Encoder[%s] { return %s })",
		function, ref.GQL.NonNull, ref.Elem().GQL.NonNull, taken, element), nil
}

// marshalerEncoder is for types that write themselves.
func marshalerEncoder(ref *config.TypeReference) (encoder, error) {
	e := encoder{code: fmt.Sprintf("execution.EncodeMarshaler[%s]", typeName(ref.GO))}
	switch {
	case ref.IsContext:
		e = made("execution.ContextMarshalerEncoder[%s](at)", typeName(ref.GO))
	case appends(ref.GO, "AppendGQL"):
		e.code = fmt.Sprintf("execution.EncodeAppender[%s]", typeName(ref.GO))
	}
	if ref.IsPtr() {
		return made("execution.OptionalEncoder(at, %q, %s)", required(ref), e), nil
	}
	if ref.IsNilable() {
		return encoder{}, unknown(ref)
	}
	return e, nil
}

// scalarEncoder is for types that functions write: gqlgen's own, for which there are faster ones that write the same,
// and others.
func scalarEncoder(ref *config.TypeReference) (encoder, error) {
	if ref.IsTargetNilable() || ref.IsNilable() && !ref.IsPtr() {
		return encoder{}, unknown(ref)
	}
	value := ref
	if ref.IsPtr() {
		value = ref.Elem()
	}
	var e encoder
	switch ref.Marshaler.FullName() {
	case graphqlPackage + ".MarshalString", graphqlPackage + ".MarshalID":
		e = encoder{code: fmt.Sprintf("execution.EncodeText[%s]", typeName(value.GO)), text: true}
	case graphqlPackage + ".MarshalInt", graphqlPackage + ".MarshalInt32", graphqlPackage + ".MarshalInt64":
		e.code = fmt.Sprintf("execution.EncodeInteger[%s]", typeName(value.GO))
	case graphqlPackage + ".MarshalBoolean":
		e.code = fmt.Sprintf("execution.EncodeBoolean[%s]", typeName(value.GO))
	case graphqlPackage + ".MarshalFloatContext":
		e = made("execution.FloatEncoder[%s](at)", typeName(value.GO))
	case graphqlPackage + ".MarshalTime":
		e = made("execution.TimeEncoder(at, %q)", required(ref))
	default:
		e = functionEncoder(value, required(ref))
	}
	if ref.IsPtr() {
		return made("execution.PointerEncoder(at, %q, %s)", required(ref), e), nil
	}
	return e, nil
}

const graphqlPackage = "github.com/99designs/gqlgen/graphql"

func functionEncoder(value *config.TypeReference, required string) encoder {
	if templates.CurrentImports == nil {
		return encoder{} // nothing is written yet, the binding is only checked
	}
	given := "v"
	if value.CastType != nil {
		given = fmt.Sprintf("%s(v)", typeName(value.CastType))
	}
	function, result := "FunctionEncoder", "graphql.Marshaler"
	if value.IsContext {
		function, result = "ContextFunctionEncoder", "graphql.ContextMarshaler"
	}
	return made("execution.%s(at, %q, func(v %s) %s { return %s(%s) })",
		function, required, typeName(value.GO), result, templates.Call(value.Marshaler), given)
}

func typeName(t types.Type) string {
	if templates.CurrentImports == nil {
		return t.String() // nothing is written yet, the binding is only checked
	}
	return templates.CurrentImports.LookupType(t)
}
