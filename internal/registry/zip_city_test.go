package registry

import (
	"fmt"
	"testing"
)

func TestZIPsOfAddresses(t *testing.T) {
	for _, test := range []struct {
		city, state, zip string
		want             string // the ZIP code that is kept
		ignored, doubted string
	}{
		{"FLINT", "MI", "48507", "48507", "", ""},
		{"FLINT", "MI", "485071234", "48507-1234", "", ""},
		{"WATERBURY", "CT", "6708", "06708", "", ""},
		{"ST. LOUIS", "MO", "63110", "63110", "", ""},
		{"FT. WAYNE", "IN", "46802", "46802", "", ""},
		{"VERONA", "WI", "53711", "53711", "", ""}, // next to Madison
		{"NOWHERE IN PARTICULAR", "WI", "53711", "53711", "", ""},
		{"HOLTSVILLE", "NY", "00501", "00501", "", ""}, // post office boxes only
		{"FISHERS ISLAND", "NY", "06390", "06390", "", ""},
		{"FLINT", "MI", "99999", "", "no place has this ZIP code", ""},
		{"FLINT", "MI", "00000", "", "no place has this ZIP code", ""},
		{"FLINT", "MI", "88812", "", "no place has this ZIP code", ""},
		{"FLINT", "MI", "4850", "", "not a ZIP code", ""},
		{"FLINT", "MI", "53703", "53703", "", "the ZIP code is one of another state"},
		{"FLINT", "MI", "49855", "49855", "", "the city is far from the area of the ZIP code"},
		{"MADISON", "WI", "53202", "53202", "", "the city is far from the area of the ZIP code"},
	} {
		var e Entry
		a := address{city: test.city, state: test.state, zip: test.zip}
		a.columns.city, a.columns.zip = "city", "zip"
		place, ok := e.location(&a)
		ignored, doubted := "", ""
		for _, fault := range e.Ignored {
			ignored += fault.Reason
		}
		for _, fault := range e.Doubts {
			doubted += fault.Reason
		}
		got := fmt.Sprint(string(place.PostalCode), "|", ignored, "|", doubted)
		if want := fmt.Sprint(test.want, "|", test.ignored, "|", test.doubted); !ok || got != want {
			t.Errorf("%s, %s %s: got %s, want %s", test.city, test.state, test.zip, got, want)
		}
	}
}
