package execution_test

import (
	"fmt"
	"log/slog"
	"regexp"
	"sync"
	"testing"
	"time"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/models"
)

// edition is a small directory of which every document tells the edition's number.
func edition(number int) []models.Document {
	mark := fmt.Sprint("edition ", number)
	head := func(kind models.Kind, slug string) models.Header {
		return models.Header{
			ID:        models.IDOfSlug(kind, slug),
			Slug:      slug,
			Revision:  int64(number),
			UpdatedAt: time.UnixMilli(int64(number)).UTC(),
		}
	}
	condition := &models.Condition{Header: head(models.KindCondition, "grief"), Name: mark}
	documents := []models.Document{condition, &models.Article{
		Header: head(
			models.KindArticle,
			"grief",
		), Title: mark, Lead: mark, Topic: models.Topic{ConditionID: condition.ID},
	}}
	for i := range 4 {
		documents = append(documents, &models.Provider{
			Header: head(models.KindProvider, fmt.Sprint("p", i)), Type: models.Individual, Name: fmt.Sprint(i),
			Statement: models.OptionalString(mark), ConditionIDs: []string{condition.ID},
		})
	}
	return documents
}

// readMeanwhile executes an operation again and again. The function that it returns ends this, after each reader has
// read once more, and returns the different responses.
func readMeanwhile(t *testing.T, readers int, x *execution.Executor, o *execution.Operation) func() map[string]bool {
	done := make(chan struct{})
	var reading sync.WaitGroup
	var mutex sync.Mutex
	responses := make(map[string]bool)
	for range readers {
		reading.Go(func() {
			var response []byte
			for ended := false; !ended; {
				select {
				case <-done:
					ended = true // the last edition is read, too
				default:
				}
				response, _ = x.Execute(t.Context(), o, response[:0])
				mutex.Lock()
				responses[string(response)] = true
				mutex.Unlock()
			}
		})
	}
	return func() map[string]bool {
		close(done)
		reading.Wait()
		return responses
	}
}

// While another edition comes out a hundred times a second, all of a response is from one of them.
func TestOneEditionAResponse(t *testing.T) {
	const editions, readers = 100, 4
	directory, content := new(catalog.Catalog), new(models.Directory)
	for _, document := range edition(1) {
		content.Add(document)
	}
	directory.Publish(catalog.Build(content, catalog.Options{Today: func() models.Date { return "2026-11-24" }}))
	versions := map[string]string{directory.Current().Directory().Version: "edition 1"}

	x := execution.NewExecutor(
		graph.NewSchema(directory, graph.Services{}), directory,
		execution.Options{Logger: slog.New(slog.DiscardHandler)},
	)
	o := prepare(t, x, `{
		a: directory { version }
		article(by: {slug: "grief"}) {
			title lead topic { ... on Condition { name } }
			providers { nodes { statement summary conditions { label } } }
		}
		providers {
			edges { node { statement } } facets { conditions { condition { name articles { nodes { title } } } } }
		}
		b: directory { version }
	}`, nil)
	if x.PlanOf(o) == nil {
		t.Fatal("the operation is not compiled")
	}

	stop := readMeanwhile(t, readers, x, o)
	ticks := time.NewTicker(10 * time.Millisecond)
	defer ticks.Stop()
	for number := 2; number <= editions; number++ {
		<-ticks.C
		directory.Apply(catalog.Changes{Written: edition(number)})
		versions[directory.Current().Directory().Version] = fmt.Sprint("edition ", number)
	}
	responses := stop()
	directory.Wait()

	mark, version := regexp.MustCompile(`edition \d+`), regexp.MustCompile(`"version":"(\w+)"`)
	for response := range responses {
		all := make(map[string]int)
		for _, found := range mark.FindAllString(response, -1) {
			all[found]++
		}
		for _, found := range version.FindAllStringSubmatch(response, -1) {
			all[versions[found[1]]]++
		}
		// Title, lead and topic; of four providers the statement, the summary and the condition, and the statement once
		// more; the condition of the facet and the article about it; the version twice.
		if want := 3 + 4*4 + 2 + 2; len(all) != 1 || all[mark.FindString(response)] != want {
			t.Fatalf("a response has of each edition %v, want one of them %d times:\n%s", all, want, response)
		}
	}
	if len(responses) < editions/10 {
		t.Errorf("only %d of %d editions were read", len(responses), editions)
	}
}
