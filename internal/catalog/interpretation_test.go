package catalog

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// said is an interpretation in one line: the filters that it asks for, what was corrected, and what was not used.
func said(in *Interpretation) string {
	var parts []string
	for _, i := range in.Intents {
		part := i.Field + "=" + strings.Join(i.Values, "|")
		if i.CorrectedFrom != nil {
			part += " (from " + *i.CorrectedFrom + ")"
		}
		parts = append(parts, part)
	}
	for _, u := range in.Unused {
		parts = append(parts, fmt.Sprintf("%s: %s", u.Reason, u.Word))
	}
	return strings.Join(parts, "; ")
}

// What people tell of themselves asks for what it says, and for nothing that words of it could ask for elsewhere.
func TestTales(t *testing.T) {
	s := newJudge(t).snapshot
	for _, test := range []struct{ text, want string }{
		{"husband of 51 years died", "conditions=grief"},
		{"therapist 10 years", "yearsInPractice=10"},
		{"at least 10 years", "yearsInPractice=10"},
		{"divorced after 20 yrs", "conditions=life-transitions"},
		{"clinical psychologist", "credentials=psychologist"},
		{"my brother never had a second word for anyone", "NOT_FOUND: second; ONLY_MENTIONED: word"},
		{"anxiety, Dearborn", "conditions=generalized-anxiety|social-anxiety|panic-attacks; near=Dearborn, MI"},
		{"self-esteem, 17, online", "conditions=self-esteem; ageGroups=TEENS; sessionFormats=VIDEO"},
		{"i gamble on my phone", "conditions=gambling"},
		{"by phone, no internet", "sessionFormats=PHONE; sessionFormats=PHONE|IN_PERSON"},
		{"therapist who understands my parents", ""},
		{"ptsd since the hospital discharge", "conditions=post-traumatic-stress-disorder"},
		{"weekends or nights", "openAt=EVENINGS|WEEKENDS"},
		{"i just had a baby and i cry", "conditions=postpartum-depression; ONLY_MENTIONED: i cry"},
		{"my wife left me, cant stop drinking", "conditions=relationship-concerns; ONLY_MENTIONED: cant stop drinking"},
		{
			"i lost my job and have no insurance",
			"insurances=Out of pocket|Self-pay|Self pay|Private pay|Cash; ONLY_MENTIONED: lost my job",
		},
		{"i cant leave the house, video", "sessionFormats=VIDEO; ONLY_MENTIONED: cant leave the house"},
		{"i cannot get through a day without a drink", "conditions=alcohol-use"},
		{"Untied Heathcare", "insurances=UnitedHealthcare (from untied heathcare)"},
		{"mi marido toma mucho", "conditions=alcohol-use"},
	} {
		if got := said(s.search(t, test.text).Interpretation()); got != test.want {
			t.Errorf("%q is read as %q, want %q", test.text, got, test.want)
		}
	}
}

func TestInterpretation(t *testing.T) {
	s := newJudge(t).snapshot
	for _, test := range []struct{ text, want string }{
		{"", ""},
		{"therapist", ""},
		{"Treats Insomnia", "conditions=insomnia"},
		{"spanish speaking therapist dallas", "languages=Spanish; cities=Dallas, Texas"},
		{"Dallas, TX", "cities=Dallas, Texas"},
		{"therapist in tx", "states=TX"},
		{"new york", "cities=New York, New York"},
		{"within 10 miles of dallas", "near=Dallas, Texas|10"},
		{"anxiety 5 mi from 75201", "conditions=generalized-anxiety|social-anxiety|panic-attacks; near=75201|5"},
		{"75201 ten miles, video", "near=75201|10; sessionFormats=VIDEO"},
		{"a 15 millas de Plano, TX", "near=Plano, TX|15"},
		{"within 1 mile", "NEEDS_PLACE: 1 mile"},
		{"therapist in 9 MI", "states=MI; NOT_FOUND: 9"},
		{"dallas or austin", "cities=Dallas, Texas|Austin, Texas"},
		{"dfw", "cities=Dallas, Texas|Fort Worth, Texas"},
		{"orange county ca", "near=Anaheim, CA"},
		{"Santa Monica", "near=Santa Monica, CA"},
		{"feel normal again", ""},
		{"flint mi", "cities=Flint, Michigan"},
		{"dallas georgia", "near=Dallas, GA"},
		{"therapist in hope arkansas", "near=Hope, AR"},
		{"53202-1234", "near=53202"},
		{"united healthcare", "insurances=UnitedHealthcare"},
		{"L.C.S.W.", "credentials=licensed-clinical-social-worker"},
		{"Psy.D.", "credentials=doctor-of-psychology"},
		{"licensed in Texas", "licensedIn=TX"},
		{"under $100", "sessionFeeAtMost=100"},
		{"10 years of experience", "yearsInPractice=10"},
		{"my 7 year old", "ageGroups=CHILDREN"},
		{"sixteen year old", "ageGroups=TEENS"},
		{"con mi hija", "ageGroups=CHILDREN"},
		{"flint mi aetna", "cities=Flint, Michigan; insurances=Aetna"},
		{"hypnotherpy", "NOT_RECORDED: hypnotherpy"},
		{"15yo", "ageGroups=TEENS"},
		{"12 y/o", "ageGroups=CHILDREN"},
		{"im 34", "ageGroups=ADULTS"},
		{"aged 70", "ageGroups=OLDER_ADULTS"},
		{"68 years of age", "ageGroups=OLDER_ADULTS"},
		{"appointment within 2 weeks", "waitingWeeksAtMost=2"},
		{"in a month", "waitingWeeksAtMost=4"},
		{"alcohol counseling", "conditions=alcohol-use"},
		{"alcohol counselor", "credentials=certified-addiction-counselor"},
		{"post partum depression", "conditions=postpartum-depression"},
		{"ambetter therapist", "NOT_RECORDED: ambetter"},
		{"Accepting new clients", "acceptingNewClients=true"},
		{"insomnai", "conditions=insomnia (from insomnai)"},
		{`"insomnai"`, "NOT_FOUND: insomnai"},
		{"ptds", "conditions=post-traumatic-stress-disorder (from ptds)"},
		{"insomnia without gambling", "conditions=insomnia; NEGATION: without gambling"},
		{"insomnia xyzzy", "conditions=insomnia; NOT_FOUND: xyzzy"},
		{"Starling Mockovic", "text=starling mockovic"},
		{"starling mock", "text=starling mock"},
		{"insom", "conditions=insomnia"},
	} {
		if got := said(s.search(t, test.text).Interpretation()); got != test.want {
			t.Errorf("%q\ngot  %s\nwant %s", test.text, got, test.want)
		}
	}
}

func (s *Snapshot) search(t *testing.T, text string) ProviderConnection {
	t.Helper()
	c, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Text: &text}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// asked is the filter that an intent names, as a client would send it.
func asked(t *testing.T, in Intent) (f ProviderFilter) {
	t.Helper()
	if in.Field == "near" {
		f.Near = &Near{At: Place{Place: &in.Values[0]}}
		if len(in.Values) > 1 {
			miles, err := strconv.ParseFloat(in.Values[1], 64)
			if err != nil {
				t.Fatal(err)
			}
			f.Near.WithinMiles = &miles
		}
		return f
	}
	field := reflect.ValueOf(&f).Elem().FieldByName(strings.ToUpper(in.Field[:1]) + in.Field[1:])
	switch {
	case !field.IsValid():
		t.Fatalf("no filter %q", in.Field)
	case field.Kind() == reflect.Slice:
		for _, value := range in.Values {
			field.Set(reflect.Append(field, reflect.ValueOf(value).Convert(field.Type().Elem())))
		}
	case field.Type().Elem().Kind() == reflect.Bool:
		field.Set(reflect.ValueOf(ptr(in.Values[0] == "true")))
	default:
		n, err := strconv.Atoi(in.Values[0])
		if err != nil {
			t.Fatal(err)
		}
		field.Set(reflect.ValueOf(&n))
	}
	return f
}

// What a text is read as is what it finds: the filters of its intents, sent as a client would, find the same providers
// and count the same, wherever the text has no words of names or statements.
func TestTextsAreTheirFilters(t *testing.T) {
	j := newJudge(t)
	held := 0
	for _, q := range readJudged(t, judgedQueries) {
		c := j.snapshot.search(t, q.text)
		in := c.Interpretation()
		if in == nil || len(in.Intents) == 0 {
			continue
		}
		together, combined, fields := j.everybody(), ProviderFilter{}, make(map[string]bool)
		for _, intent := range in.Intents {
			if intent.Field == "text" {
				fields = nil
				break
			}
			f := asked(t, intent)
			together = together.and(j.search(&f).all)
			fields[intent.Field] = true
			combine(&combined, f)
		}
		if fields == nil {
			continue
		}
		held++
		if found := j.searchText(q.text).all; !reflect.DeepEqual(found, together) {
			t.Errorf("%q finds %d, its filters %d (%s)", q.text, len(found), len(together), said(in))
		}
		if len(fields) < len(in.Intents) {
			continue // one filter cannot ask for two values of a field at once
		}
		filtered, err := j.snapshot.Providers(ProviderSearch{Filter: &combined})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := countedBy(c), countedBy(filtered); got != want {
			t.Errorf("%q\ncounts  %s\nfilters %s", q.text, got, want)
		}
	}
	if held < 300 {
		t.Errorf("only %d texts have nothing but filters", held)
	}
}

// combine sets those fields of a filter that another has.
func combine(f *ProviderFilter, other ProviderFilter) {
	to, from := reflect.ValueOf(f).Elem(), reflect.ValueOf(other)
	for i := range from.NumField() {
		if !from.Field(i).IsZero() {
			to.Field(i).Set(from.Field(i))
		}
	}
}

// countedBy is the total and some facets in one line.
func countedBy(c ProviderConnection) string {
	f, size := c.Facets(), 10
	counts := []any{c.TotalCount()}
	conditions, _ := f.Conditions(&size)
	for _, entry := range conditions {
		counts = append(counts, entry.Condition.Slug, entry.Count)
	}
	for _, facet := range []func(*int) ([]ValueCount, error){f.States, f.Cities, f.Languages, f.Insurances} {
		values, _ := facet(&size)
		counts = append(counts, values)
	}
	for _, facet := range []func() ([]ValueCount, error){f.SessionFormats, f.AgeGroups, f.OpenAt, f.Genders} {
		values, _ := facet()
		counts = append(counts, values)
	}
	return fmt.Sprint(counts...)
}
