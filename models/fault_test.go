package models_test

import (
	"strings"
	"testing"

	"findcare/models"
)

func TestFault(t *testing.T) {
	tests := []struct {
		fault models.Fault
		want  string
	}{
		{models.Fault{Path: "/npi", Value: "123", Rule: "must be ten digits"}, `/npi: "123" must be ten digits`},
		{models.Fault{Path: "/name", Rule: "is required"}, "/name: is required"},
		{
			models.Fault{Path: "/practicingSince", Value: 1899, Rule: "must be later"},
			"/practicingSince: 1899 must be later",
		},
		{models.Fault{Path: "/state", Value: "", Rule: "must be a state"}, `/state: "" must be a state`},
		{models.Fault{Path: "/name", Value: "a\n\"b\"", Rule: "must fit"}, `/name: "a\n\"b\"" must fit`},
		{
			models.Fault{Path: "/name", Value: strings.Repeat("心", 81), Rule: "must fit"},
			`/name: "` + strings.Repeat("心", 80) + `…" must fit`,
		},
	}
	for _, test := range tests {
		if got := test.fault.Error(); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}
