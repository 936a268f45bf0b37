package models_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"findcare/models"
)

func TestCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var calendar models.Calendar
		at := time.Unix(rapid.Int64Range(-1e10, 1e10).Draw(t, "seconds"), 0)
		steps := []time.Duration{0, 1, time.Second, time.Hour, 23 * time.Hour, 24 * time.Hour, -time.Hour}
		for _, step := range rapid.SliceOf(rapid.SampledFrom(steps)).Draw(t, "steps") {
			at = at.Add(step).In(time.FixedZone("", 7*60*60))
			if got, want := calendar.DateOf(at), models.DateOf(at); got != want {
				t.Fatalf("%s: got %s, want %s", at, got, want)
			}
		}
	})
}
