package embedded_test

import (
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/internal/store/embedded"
)

// FuzzAppendDocument reads rows that anybody may have written into the engine's files: what is read is a document.
func FuzzAppendDocument(f *testing.F) {
	for _, row := range []string{
		`{"$s":{"p":{"_id":{"t":"string"}},"$k":["_id"]},"_id":"a"}`,
		`{"$s":{"p":{"_id":{"t":"string"},"a":{"t":"array","i":[{"t":"int"},{"t":"null"}]}},"$k":["_id","a"]},` +
			`"_id":"a","a":[1,null]}`,
		`{"$s":{"p":{"_id":{"t":"string"},"o":{"t":"object","$s":{"p":{"d":{"t":"date"}},"$k":["d"]}}},` +
			`"$k":["_id","o"]},"_id":"a","o":{"d":1}}`,
	} {
		f.Add(row)
	}
	f.Fuzz(func(t *testing.T, row string) {
		document, ok := embedded.AppendDocument(nil, row, nil)
		if !ok {
			return
		}
		if err := bson.Raw(document).Validate(); err != nil {
			t.Errorf("%q is read as %x: %v", row, document, err)
		}
	})
}
