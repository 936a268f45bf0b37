package export

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"findcare/models"
)

// Members that an earlier release does not know are omitted for it, at any depth.
func TestExportForAnEarlierRelease(t *testing.T) {
	old, err := releaseNamed("0.1.0")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ kind, document, want string }{
		{"condition", `{"slug":"grief","name":"Grief"}`, `{"slug":"grief","name":"Grief"}`},
		{"condition", `{"slug":"grief","another":{"name":[1,{}]},"name":"Grief"}`, `{"slug":"grief","name":"Grief"}`},
		{
			"provider",
			`{"locations":[{"id":"a","city":"Flint"},{"city":"Lansing"}],"languages":["en"],` +
				`"sessionFee":{"per":"hour","minimum":1}}`,
			`{"locations":[{"city":"Flint"},{"city":"Lansing"}],"languages":["en"],"sessionFee":{"minimum":1}}`,
		},
		{"provider", `{"slug":"wren","status":"RETIRED"}`, ``},
		{
			"article",
			`{"status":"DRAFT","sections":[{"id":"a","heading":"A","sections":[{"id":"b","heading":"B"}]}],` +
				`"medicalReview":{"fingerprint":"1-a","stale":true}}`,
			`{"status":"DRAFT","sections":[{"heading":"A","sections":[{"heading":"B"}]}],` +
				`"medicalReview":{"stale":true}}`,
		},
	} {
		got, _, err := old.of(models.Kind(test.kind), []byte(test.document))
		if err != nil || string(got) != test.want {
			t.Errorf("%s: %s, %v, want %s", test.document, got, err, test.want)
		}
	}
	if _, _, err := old.of(models.KindCondition, []byte(`{"name":`)); err == nil {
		t.Error("half a document is one")
	}
	_, err = Export(t.Context(), new(bytes.Buffer), noDocuments{}, Options{Format: JSON, For: "0.0.9"})
	if err == nil || !strings.Contains(err.Error(), "0.0.9") {
		t.Errorf("a release that nobody knows: %v", err)
	}
}

// noDocuments is an empty source.
type noDocuments struct{}

func (noDocuments) Current(context.Context, []string) ([]models.Document, error) {
	return []models.Document{}, nil
}

func (noDocuments) EachShown(context.Context, models.Kind, func(models.Document) error) error {
	return nil
}
