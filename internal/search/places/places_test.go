package places

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	all := zips()
	if len(all.codes) != 33_799 || len(all.points) != len(all.codes) {
		t.Fatalf("%d codes and %d points, want 33799", len(all.codes), len(all.points))
	}
	for i, code := range all.codes {
		if code >= codeCount || i > 0 && code <= all.codes[i-1] {
			t.Fatalf("%05d is not in order", code)
		}
	}
	for _, code := range ZIPsWithPrefix("", math.MaxInt) {
		at, ok := ZIP(code)
		// From American Samoa to the north of Alaska; west to the Aleutians, and from the east to Palau.
		west := at.Longitude >= -180 && at.Longitude < -64
		pacific := at.Longitude > 134 && at.Longitude < 172 && strings.HasPrefix(code, "969")
		if !ok || at.Latitude < -15 || at.Latitude > 72 || !west && !pacific {
			t.Errorf("ZIP(%s) = %v, %v", code, at, ok)
		}
	}
}

func TestZIP(t *testing.T) {
	for _, tt := range []struct {
		code, place         string
		latitude, longitude float64
	}{
		{"48507", "Flint, Michigan", 42.97, -83.69},
		{"48507-1234", "Flint, Michigan", 42.97, -83.69},
		{"53202", "Milwaukee, Wisconsin", 43.05, -87.90},
		{"99501", "Anchorage, Alaska", 61.22, -149.87},
		{"96701", "Aiea, Hawaii", 21.40, -157.92},
		{"00601", "Adjuntas, Puerto Rico", 18.18, -66.75},
		{"10001", "New York, New York", 40.75, -73.99},
		{"96799", "Pago Pago, American Samoa", -14.30, -170.72},
		{"96910", "Hagåtña, Guam", 13.46, 144.75},
		{"99929", "the last, Wrangell, Alaska", 56.22, -131.92},
	} {
		at, ok := ZIP(tt.code)
		if !ok || math.Abs(at.Latitude-tt.latitude) > 0.05 || math.Abs(at.Longitude-tt.longitude) > 0.05 {
			t.Errorf("ZIP(%s) = %v, %v, want %s, near %v, %v", tt.code, at, ok, tt.place, tt.latitude, tt.longitude)
		}
	}
	if at, _ := ZIP("10001"); at != (Point{40.75065, -73.99729}) {
		t.Errorf("got %v, want the nearest number to each decimal", at)
	}
}

func TestNoZIP(t *testing.T) {
	for _, code := range []string{
		"", "4", "4850", "485070", "48507-", "48507-123", "48507-12345", "48507 1234", "48507-12a4", "485071234",
		"48507\n", " 48507", "4850a", "4850-1234", "-8507", "+8507", "４８５０７", "٤٨٥٠٧", "\xff\xff\xff\xff\xff",
		"00000", "99999", "99999-0000", "00600",
	} {
		if at, ok := ZIP(code); ok || at != (Point{}) {
			t.Errorf("ZIP(%q) = %v, %v, want none", code, at, ok)
		}
	}
}

func TestZIPDoesNotAllocate(t *testing.T) {
	zips()
	if n := testing.AllocsPerRun(100, func() { ZIP("48507-1234") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestZIPsWithPrefix(t *testing.T) {
	for _, tt := range []struct {
		prefix string
		most   int
		want   []string
	}{
		{"4850", 3, []string{"48502", "48503", "48504"}},
		{"48507", 3, []string{"48507"}},
		{"006", 2, []string{"00601", "00602"}},
		{"", 1, []string{"00601"}},
		{"9992", 100, []string{"99921", "99922", "99923", "99925", "99926", "99927", "99929"}},
		{"99999", 3, nil},
		{"000", 3, nil},
		{"485070", 3, nil},
		{"48507-1234", 3, nil},
		{"4a", 3, nil},
		{"4850", 0, nil},
		{"4850", -1, nil},
	} {
		if got := ZIPsWithPrefix(tt.prefix, tt.most); !slices.Equal(got, tt.want) {
			t.Errorf("ZIPsWithPrefix(%q, %d) = %q, want %q", tt.prefix, tt.most, got, tt.want)
		}
	}
	for digit := range 10 {
		prefix := string(rune('0' + digit))
		var want int
		for _, code := range zips().codes {
			if code/10_000 == uint32(digit) {
				want++
			}
		}
		if got := ZIPsWithPrefix(prefix, math.MaxInt); len(got) != want {
			t.Errorf("%d codes start with %s, want %d", len(got), prefix, want)
		}
	}
}

func TestSimilarZIPs(t *testing.T) {
	for _, tt := range []struct {
		code string
		most int
		want []string
	}{
		{"99999", 3, []string{"99929", "99919", "99927"}},
		{"48507", 1, []string{"48507"}},
		{"4850", 2, []string{"48502", "48503"}},
		{"48507a", 2, []string{"48507"}},
		{"485071234", 2, []string{"48507"}},
		{"48507-12", 2, []string{"48507"}},
		{"0000", 2, []string{"00601", "00602"}},
		{"", 2, nil},
		{"Flint", 2, nil},
		{"99999", 0, nil},
		{"99999", -1, nil},
		{"4850", -1, nil},
	} {
		if got := SimilarZIPs(tt.code, tt.most); !slices.Equal(got, tt.want) {
			t.Errorf("SimilarZIPs(%q, %d) = %q, want %q", tt.code, tt.most, got, tt.want)
		}
	}
	if a, b := SimilarZIPs("99999", 9), SimilarZIPs("99999-1234", 9); !slices.Equal(a, b) {
		t.Errorf("%q, but %q with the last four digits", a, b)
	}
}

// TestSimilarZIPsInOrder compares each neighbour in whole lists, by the letters of the codes.
func TestSimilarZIPsInOrder(t *testing.T) {
	rank := func(code, other string) [3]int {
		var differing int
		for i := range code {
			if code[i] != other[i] {
				differing++
			}
		}
		a, b := int(number(code)), int(number(other))
		return [3]int{differing, max(a-b, b-a), b}
	}
	for _, code := range []string{"00000", "48599", "99999", "53202"} {
		all := SimilarZIPs(code, math.MaxInt)
		if len(all) != len(zips().codes) {
			t.Errorf("%d codes are similar to %s, want all", len(all), code)
		}
		for i := 1; i < len(all); i++ {
			a, b := rank(code, all[i-1]), rank(code, all[i])
			if slices.Compare(a[:], b[:]) >= 0 {
				t.Errorf("similar to %s: %s is before %s", code, all[i-1], all[i])
			}
		}
		if some := SimilarZIPs(code, 7); !slices.Equal(some, all[:7]) {
			t.Errorf("similar to %s: %q, want %q", code, some, all[:7])
		}
	}
}

func FuzzZIP(f *testing.F) {
	for _, code := range []string{"48507", "48507-1234", "00601", "99999", "", "4850", "48507-", "Flint", "４８５０７"} {
		f.Add(code)
	}
	f.Fuzz(func(t *testing.T, code string) {
		at, ok := ZIP(code)
		_, isStoodInFor := StandIn(code)
		switch {
		case ok && digits(code) != zipDigits:
			t.Errorf("ZIP(%q) = %v without five leading digits", code, at)
		case ok && slices.Equal(ZIPsWithPrefix(code[:zipDigits], 2), []string{code[:zipDigits]}) == isStoodInFor:
			t.Errorf("ZIP(%q) = %v, but it is not listed", code, at)
		case !ok && at != (Point{}):
			t.Errorf("ZIP(%q) = %v, false", code, at)
		}
		similar := SimilarZIPs(code, 3)
		if len(similar) > 3 || ok && !isStoodInFor && similar[0] != code[:zipDigits] {
			t.Errorf("SimilarZIPs(%q) = %q", code, similar)
		}
		for _, known := range similar {
			if _, ok := ZIP(known); !ok {
				t.Errorf("SimilarZIPs(%q) gives %q, which is not known", code, known)
			}
		}
	})
}

func BenchmarkZIP(b *testing.B) {
	zips()
	b.ReportAllocs()
	for b.Loop() {
		ZIP("48507-1234")
	}
}

func BenchmarkSimilarZIPs(b *testing.B) {
	zips()
	for b.Loop() {
		SimilarZIPs("48599", 3)
	}
}

func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		decode([]byte(packed))
	}
}
