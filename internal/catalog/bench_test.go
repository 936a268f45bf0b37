package catalog

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"findcare/demo"
	"findcare/internal/clock"
	"findcare/models"
)

// sizes are how many providers the benchmarks search: a small directory, and about all of the United States'.
var sizes = []int{10_000, 1_000_000}

type built struct {
	directory *models.Directory
	snapshot  *Snapshot
}

// directories keeps what the benchmarks read, which takes long to make.
var directories struct {
	sync.Mutex
	bySize map[int]built
}

func directoryOf(b *testing.B, size int) built {
	b.Helper()
	directories.Lock()
	defer directories.Unlock()
	if d, ok := directories.bySize[size]; ok {
		return d
	}
	directory, err := demo.Documents(size, time.Unix(1_700_000_000, 0))
	if err != nil {
		b.Fatal(err)
	}
	for i, p := range directory.Providers {
		p.UpdatedAt = p.UpdatedAt.Add(time.Duration(i*7919%size) * time.Minute)
	}
	directories.bySize = map[int]built{size: {directory, Build(directory, options)}} // one at a time
	return directories.bySize[size]
}

// population draws filters as people do.
type population struct {
	*rand.Rand
	directory *models.Directory
}

func (p population) somebody() *models.Provider {
	return p.directory.Providers[p.IntN(len(p.directory.Providers))]
}

// pick draws a value by popularity.
func (p population) pick(from func(*models.Provider) []string) []string {
	for {
		if values := from(p.somebody()); len(values) > 0 {
			return []string{values[p.IntN(len(values))]}
		}
	}
}

func citiesOf(p *models.Provider) (list []string) {
	for _, l := range p.Locations {
		list = append(list, l.City+", "+l.StateCode)
	}
	return list
}

func statesOf(p *models.Provider) (list []string) {
	for _, l := range p.Locations {
		list = append(list, l.StateCode)
	}
	return list
}

func (p population) choose(f *ProviderFilter) {
	switch p.IntN(10) {
	case 0, 1:
		f.Conditions = p.pick(func(p *models.Provider) []string { return p.ConditionIDs })
	case 2:
		f.Treatments = p.pick(func(p *models.Provider) []string { return p.TreatmentIDs })
	case 3:
		f.Credentials = p.pick(func(p *models.Provider) []string { return p.CredentialIDs })
	case 4, 5:
		f.States = p.pick(statesOf)
	case 6:
		f.SessionFormats = []models.SessionFormat{models.Video}
	case 7:
		f.Insurances = p.pick(func(p *models.Provider) []string { return p.Insurances })
	case 8:
		f.Languages = p.pick(func(p *models.Provider) []string { return p.Languages })
	case 9:
		f.AcceptingNewClients = ptr(true)
	}
}

func (p population) near() *Near {
	for {
		if somebody := p.somebody(); len(somebody.Locations) > 0 {
			return &Near{At: Place{PostalCode: (*string)(&somebody.Locations[0].PostalCode)}}
		}
	}
}

func (p population) text() string {
	words := strings.Fields("anxiety depression therapist ketamine emdr trauma lcsw ptsd couples sleep " +
		"anxeity spanish teen psychiatrist video")
	text := words[p.IntN(len(words))]
	if p.IntN(2) == 0 {
		city, _, _ := strings.Cut(p.pick(citiesOf)[0], ",")
		text += " " + city
	}
	return text
}

// searches have none to four filters, a third also near, and a fifth also text.
func searches(d *models.Directory, n int) []ProviderSearch {
	p := population{rand.New(rand.NewPCG(1, 2)), d}
	list := make([]ProviderSearch, n)
	for i := range list {
		f := &ProviderFilter{}
		for range p.IntN(5) {
			p.choose(f)
		}
		if p.IntN(3) == 0 {
			f.Near = p.near()
		}
		if p.IntN(5) == 0 {
			f.Text = ptr(p.text())
		}
		list[i] = ProviderSearch{Filter: f}
	}
	return list
}

// findCare does what find-care.graphql asks for, and returns the total.
func findCare(b *testing.B, s *Snapshot, search ProviderSearch, withFacets bool) int {
	c, err := s.Providers(search)
	if err != nil {
		b.Fatal(err)
	}
	for _, edge := range c.Edges() {
		edge.Cursor()
		edge.DistanceMiles()
		edge.Matches()
		edge.Node.Summary()
	}
	c.PageInfo()
	c.Widenings()
	c.CrisisResources()
	if withFacets {
		f := c.Facets()
		_, _ = f.Conditions(nil)
		_, _ = f.Treatments(nil)
		_, _ = f.Credentials(nil)
		_, _ = f.States(nil)
		_, _ = f.Languages(nil)
		_, _ = f.Insurances(nil)
		_, _ = f.SessionFormats()
		_, _ = f.AgeGroups()
	}
	return c.TotalCount()
}

// spread reports the median and the 99th percentile of single calls in microseconds.
func spread(b *testing.B, calls int, call func(i int)) {
	var times []time.Duration
	for b.Loop() {
		for i := range calls {
			started := clock.Start()
			call(i)
			times = append(times, started.Elapsed())
		}
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Nanoseconds())/1e3, "median-µs")
	b.ReportMetric(float64(times[len(times)*99/100].Nanoseconds())/1e3, "p99-µs")
}

func BenchmarkFindCare(b *testing.B) {
	for _, size := range sizes {
		for _, facets := range []bool{true, false} {
			b.Run(fmt.Sprintf("providers=%d/facets=%t", size, facets), func(b *testing.B) {
				d := directoryOf(b, size)
				list := searches(d.directory, 200)
				matches := 0
				for _, search := range list {
					matches += findCare(b, d.snapshot, search, facets)
				}
				spread(b, len(list), func(i int) { findCare(b, d.snapshot, list[i], facets) })
				b.ReportMetric(float64(matches)/float64(len(list)), "matches/search")
			})
		}
	}
}

// Texts of two terms, a condition or treatment and a state, so that as much is matched whatever a text is read as.
func BenchmarkFindCareByText(b *testing.B) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("providers=%d", size), func(b *testing.B) {
			d := directoryOf(b, size)
			var texts []ProviderSearch
			for _, c := range d.directory.Conditions {
				for _, state := range []string{"Texas", "California", "Ohio", "New York"} {
					texts = append(texts, ProviderSearch{Filter: &ProviderFilter{Text: ptr(c.Name + " " + state)}})
				}
			}
			for _, search := range texts {
				findCare(b, d.snapshot, search, true)
			}
			spread(b, len(texts), func(i int) { findCare(b, d.snapshot, texts[i], true) })
		})
	}
}

func BenchmarkSuggest(b *testing.B) {
	texts := []string{
		"a", "an", "anx", "anxiety", "anxeity", "de", "depr", "flin", "k", "ket", "ketamine assisted", "l", "lcs",
		"mad", "madison w", "new york", "p", "pani", "sam", "sampl", "juniper ex", "48", "4850", "60601", "xyzzyx",
		"psycologist", "thera", "r", "rose", "trauma",
	}
	for _, size := range sizes {
		b.Run(fmt.Sprintf("providers=%d", size), func(b *testing.B) {
			s := directoryOf(b, size).snapshot
			spread(b, len(texts), func(i int) {
				if _, err := s.Suggest(texts[i], nil, nil); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

func BenchmarkSimilar(b *testing.B) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("providers=%d", size), func(b *testing.B) {
			d := directoryOf(b, size)
			spread(b, 50, func(i int) {
				p := d.snapshot.Provider(ProviderBy{ID: &d.directory.Providers[i*97%size].ID})
				if _, err := p.Similar(nil); err != nil {
					b.Fatal(err)
				}
			})
		})
	}
}

// BenchmarkApply makes changes of the demo's providers readable, again and again, with the merges that they bring.
func BenchmarkApply(b *testing.B) {
	for _, size := range sizes {
		for _, batch := range []int{1, 100} {
			b.Run(fmt.Sprintf("providers=%d/batch=%d", size, batch), func(b *testing.B) {
				d := directoryOf(b, size)
				c := &Catalog{}
				c.Publish(d.snapshot)
				next := 0
				spread(b, 1, func(int) {
					var changes Changes
					for range batch {
						p := *d.directory.Providers[next*7919%size]
						p.Revision, p.UpdatedAt = int64(next)+2, p.UpdatedAt.Add(time.Hour)
						changes.Written = append(changes.Written, &p)
						next++
					}
					c.Apply(changes)
				})
				c.Wait()
			})
		}
	}
}

// BenchmarkBuild indexes documents that are in memory, and reports what stays of the heap for each provider, documents
// included.
func BenchmarkBuild(b *testing.B) {
	for _, size := range sizes {
		b.Run(fmt.Sprintf("providers=%d", size), func(b *testing.B) {
			var heap float64
			for b.Loop() {
				b.StopTimer()
				directories.bySize = nil
				before := heapInUse()
				directory, err := demo.Documents(size, time.Unix(1_700_000_000, 0))
				if err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
				s := Build(directory, options)
				b.StopTimer()
				directory = nil
				heap = float64(heapInUse()-before) / float64(size)
				runtime.KeepAlive(s)
				b.StartTimer()
			}
			b.ReportMetric(heap, "heap-B/provider")
		})
	}
}

func heapInUse() uint64 {
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

// BenchmarkRecommended asks for the first page of everybody, and of those whom filters find.
func BenchmarkRecommended(b *testing.B) {
	for _, size := range sizes {
		d := directoryOf(b, size)
		for name, list := range map[string][]ProviderSearch{"everybody": {{}}, "searches": searches(d.directory, 50)} {
			b.Run(fmt.Sprintf("providers=%d/%s", size, name), func(b *testing.B) {
				for i := range list {
					list[i].OrderBy = ptr(OrderRecommended)
				}
				spread(b, len(list), func(i int) {
					if _, err := d.snapshot.Providers(list[i]); err != nil {
						b.Fatal(err)
					}
				})
			})
		}
	}
}

// BenchmarkClusters groups everybody, and those whom filters find.
func BenchmarkClusters(b *testing.B) {
	for _, size := range sizes {
		d := directoryOf(b, size)
		for name, list := range map[string][]ProviderSearch{"everybody": {{}}, "searches": searches(d.directory, 50)} {
			for _, zoom := range []int{3, 12} {
				b.Run(fmt.Sprintf("providers=%d/%s/zoom=%d", size, name, zoom), func(b *testing.B) {
					var found []ProviderConnection
					for _, search := range list {
						c, err := d.snapshot.Providers(search)
						if err != nil {
							b.Fatal(err)
						}
						found = append(found, c)
					}
					spread(b, len(found), func(i int) {
						if _, err := found[i].Clusters(zoom, nil); err != nil {
							b.Fatal(err)
						}
					})
				})
			}
		}
	}
}

// What a text is read as costs little beside finding who it means.
func BenchmarkInterpret(b *testing.B) {
	s := directoryOf(b, 10_000).snapshot
	for _, text := range []string{
		"anxiety", "spanish speaking therapist in dallas who takes aetna", "depresion", "somebody kind", "wren fic",
	} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				s.index.Interpret(text)
			}
		})
	}
}
