package models_test

import (
	"math"
	"reflect"
	"regexp"
	"testing"

	"findcare/models"
)

func validLocation() models.Location {
	return models.Location{
		Street: "1 Main St", City: "Flint", State: "Michigan", StateCode: "MI", PostalCode: "48507",
		Phone:    "+18105550123",
		Latitude: new(43.01), Longitude: new(-83.69),
	}
}

// locationMutation makes something of a valid location that is, unless want is "", not valid any more.
type locationMutation struct {
	change func(*models.Location)
	want   string
}

func checkLocations(t *testing.T, changes []locationMutation) {
	t.Helper()
	provider := func() *models.Provider {
		d := validProvider()
		d.Locations = []models.Location{validLocation()}
		return d
	}
	var mutations []mutation[*models.Provider]
	for _, test := range changes {
		mutations = append(
			mutations,
			mutation[*models.Provider]{func(d *models.Provider) { test.change(&d.Locations[0]) }, test.want},
		)
	}
	checkMutations(t, provider, mutations)
}

func TestValidateLocation(t *testing.T) {
	const (
		zip  = " must be a ZIP code (48507) or ZIP+4 (48507-1234)"
		code = " must be the two-letter code of a state, such as MI"
	)
	checkLocations(t, []locationMutation{
		{func(l *models.Location) { *l = models.Location{City: "Flint", State: "Michigan", StateCode: "MI"} }, ""},
		{func(l *models.Location) { l.Street = models.OptionalString(characters(200)) }, ""},
		{
			func(l *models.Location) { l.Street = models.OptionalString(characters(201)) },
			`/locations/0/street: "` + characters(80) + `…" must have at most 200 characters, not 201`,
		},
		{func(l *models.Location) { l.City = "" }, "/locations/0/city: is required"},

		{func(l *models.Location) { l.State, l.StateCode = "Puerto Rico", "PR" }, ""},
		{func(l *models.Location) { l.State, l.StateCode = "District of Columbia", "DC" }, ""},
		{
			func(l *models.Location) { l.StateCode = "" },
			"/locations/0/stateCode: is required: a two-letter code such as MI",
		},
		{func(l *models.Location) { l.StateCode = "ZZ" }, `/locations/0/stateCode: "ZZ"` + code},
		{func(l *models.Location) { l.StateCode = "mi" }, `/locations/0/stateCode: "mi"` + code},
		{
			func(l *models.Location) { l.State = "Ohio" },
			`/locations/0/state: "Ohio" must be the name of the state MI, "Michigan"`,
		},
		{
			func(l *models.Location) { l.State = "" },
			`/locations/0/state: "" must be the name of the state MI, "Michigan"`,
		},

		{func(l *models.Location) { l.PostalCode = "00501-0001" }, ""},
		{func(l *models.Location) { l.PostalCode = "4850" }, `/locations/0/postalCode: "4850"` + zip},
		{func(l *models.Location) { l.PostalCode = "485071234" }, `/locations/0/postalCode: "485071234"` + zip},
		{func(l *models.Location) { l.PostalCode = "48507-" }, `/locations/0/postalCode: "48507-"` + zip},
		{func(l *models.Location) { l.PostalCode = "48507\n" }, `/locations/0/postalCode: "48507\n"` + zip},
		{func(l *models.Location) { l.PostalCode = "４８５０７" }, `/locations/0/postalCode: "４８５０７"` + zip},
	})
}

func TestValidatePhone(t *testing.T) {
	const phone = " must be a phone number that can be dialled, such as +18105550123"
	checkLocations(t, []locationMutation{
		{func(l *models.Location) { l.Phone = "+442079460018" }, ""},
		{func(l *models.Location) { l.Phone = "call me" }, `/locations/0/phone: "call me"` + phone},
		{func(l *models.Location) { l.Phone = "911" }, `/locations/0/phone: "911"` + phone},
		{func(l *models.Location) { l.Phone = "555-0123" }, `/locations/0/phone: "555-0123"` + phone}, // no area code
		{func(l *models.Location) { l.Phone = "+1810555012" }, `/locations/0/phone: "+1810555012"` + phone},
		{func(l *models.Location) { l.Phone = "+181055501234" }, `/locations/0/phone: "+181055501234"` + phone},
	})
}

func TestValidateCoordinates(t *testing.T) {
	checkLocations(t, []locationMutation{
		{func(l *models.Location) { l.Latitude, l.Longitude = new(90.0), new(-180.0) }, ""},
		{func(l *models.Location) { l.Latitude, l.Longitude = nil, nil }, ""},
		{
			func(l *models.Location) { l.Latitude = nil },
			"/locations/0: latitude and longitude must be given both or not at all",
		},
		{
			func(l *models.Location) { l.Longitude = nil },
			"/locations/0: latitude and longitude must be given both or not at all",
		},
		{func(l *models.Location) { l.Latitude = new(-90.5) }, "/locations/0/latitude: -90.5 must be from -90 to 90"},
		{
			func(l *models.Location) { l.Longitude = new(180.5) },
			"/locations/0/longitude: 180.5 must be from -180 to 180",
		},
		{
			func(l *models.Location) { l.Latitude = new(math.NaN()) },
			"/locations/0/latitude: NaN must be from -90 to 90",
		},
		{
			func(l *models.Location) { l.Longitude = new(math.Inf(1)) },
			"/locations/0/longitude: +Inf must be from -180 to 180",
		},
	})
}

// normalized is what a provider with that location alone has after Normalize.
func normalized(l models.Location) models.Location {
	d := models.Provider{Locations: []models.Location{l}}
	d.Normalize()
	return d.Locations[0]
}

func TestNormalizeLocation(t *testing.T) {
	tests := []struct{ location, want models.Location }{
		{
			models.Location{City: " Flint ", Street: " 1 Main St", PostalCode: "48507 "},
			models.Location{City: "Flint", Street: "1 Main St", PostalCode: "48507"},
		},
		{models.Location{StateCode: " MI "}, models.Location{State: "Michigan", StateCode: "MI"}},
		{models.Location{State: "Michigan"}, models.Location{State: "Michigan", StateCode: "MI"}},
		{models.Location{State: "Ohio", StateCode: "MI"}, models.Location{State: "Ohio", StateCode: "MI"}},
		{models.Location{State: "Ontario"}, models.Location{State: "Ontario"}},
	}
	for _, test := range tests {
		if got := normalized(test.location); !reflect.DeepEqual(got, test.want) {
			t.Errorf("got %+v, want %+v", got, test.want)
		}
	}
	if zero := normalized(models.Location{Latitude: new(math.Copysign(0, -1))}); math.Signbit(*zero.Latitude) {
		t.Error("zero is still negative")
	}
}

func TestNormalizePhone(t *testing.T) {
	for phone, want := range map[models.OptionalString]models.OptionalString{
		"+18105550123":        "+18105550123",
		" (810) 555-0123 ":    "+18105550123",
		"810.555.0123":        "+18105550123",
		"1-810-555-0123":      "+18105550123",
		"+44 (0)20 7946 0018": "+442079460018",
		"555-0123":            "555-0123",
		"call me":             "call me",
		"":                    "",
	} {
		if got := normalized(models.Location{Phone: phone}).Phone; got != want {
			t.Errorf("%q: got %q, want %q", phone, got, want)
		}
	}
}

func FuzzPhone(f *testing.F) {
	for _, seed := range []string{
		"+18105550123", "(810) 555-0123", "555-0123", "1-800-FLOWERS", "+44 20 7946 0018", "+39 06 698",
		"810-555-0123 x5", "call me", "",
	} {
		f.Add(seed)
	}
	e164 := regexp.MustCompile(`^\+[1-9][0-9]{1,16}$`)
	f.Fuzz(func(t *testing.T, phone string) {
		once := normalized(models.Location{Phone: models.OptionalString(phone)})
		if twice := normalized(once); twice.Phone != once.Phone {
			t.Errorf("%q becomes %q, then %q", phone, once.Phone, twice.Phone)
		}
		d := validProvider()
		d.Locations = []models.Location{validLocation()}
		d.Locations[0].Phone = once.Phone
		if faultLines(d) == "" && once.Phone != "" && !e164.MatchString(string(once.Phone)) {
			t.Errorf("%q becomes %q, which is not E.164 and passes", phone, once.Phone)
		}
	})
}

func TestLocationLabel(t *testing.T) {
	full := validLocation()
	if got := full.Label(); got != "1 Main St, Flint, Michigan 48507" {
		t.Errorf("got %q", got)
	}
	if got := (&models.Location{City: "Flint", State: "Michigan"}).Label(); got != "Flint, Michigan" {
		t.Errorf("got %q", got)
	}
}

func TestStateName(t *testing.T) {
	for code, want := range map[string]string{
		"MI": "Michigan", "DC": "District of Columbia", "PR": "Puerto Rico", "AE": "Armed Forces Europe",
		"mi": "", "ZZ": "", "Michigan": "", "": "",
	} {
		if got, known := models.StateName(code); got != want || known != (want != "") {
			t.Errorf("%q: got %q, %v", code, got, known)
		}
	}
	count := 0
	for i := range 26 * 26 {
		if _, known := models.StateName(string([]byte{'A' + byte(i/26), 'A' + byte(i%26)})); known {
			count++
		}
	}
	if want := 50 + 1 + 8 + 3; count != want { // states, the District, islands, armed forces
		t.Errorf("%d codes, want %d", count, want)
	}
}
