package pages_test

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/clock/clocktest"
	"findcare/internal/execution"
	"findcare/internal/httpmw"
	"findcare/internal/pages"
	"findcare/models"
)

// While the database keeps reports waiting, pages are served: a report that waits holds no slot of a processor.
func TestReportsThatWaitHoldNoSlots(t *testing.T) {
	directory := new(catalog.Catalog)
	content := &models.Directory{Providers: []*models.Provider{{
		Header: models.Header{ID: models.IDOfSlug(models.KindProvider, "wren"), Slug: "wren"}, Name: "Wren Examplar",
		Type: models.Individual,
	}}}
	directory.Publish(catalog.Build(content, catalog.Options{Today: func() models.Date { return "2026-11-24" }}))
	arrived, answer := make(chan struct{}), make(chan struct{})
	quiet := execution.Options{Logger: slog.New(slog.DiscardHandler)}
	executor := execution.NewExecutor(graph.NewSchema(directory, graph.Services{}), directory, quiet)
	site, err := pages.New(directory, executor, pages.Options{
		SiteURL: "https://care.example", Timeout: time.Minute,
		FileReport: func(context.Context, string, models.EntryPart, string) (string, error) {
			arrived <- struct{}{}
			<-answer
			return "", nil
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	limit := httpmw.RateLimit{RateLimit: 100, RateBurst: 100, RateParallel: 64, MaxConcurrent: 1}
	handler := httpmw.New(limit, clocktest.Now).Handler(site, nil, site.WriteError)
	const waiting = 3
	statuses := make(chan int, waiting)
	for range waiting {
		go func() {
			body := strings.NewReader("text=The+number+is+wrong.")
			request := httptest.NewRequest(http.MethodPost, "/providers/wren/report", body)
			request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			response := httptest.NewRecorder()
			handler.ServeHTTP(response, request)
			statuses <- response.Code
		}()
		select {
		case <-arrived:
		case status := <-statuses:
			close(answer)
			t.Fatalf("while another one waits, a report has status %d", status)
		case <-time.After(10 * time.Second):
			close(answer)
			t.Fatal("while another one waits, a report is kept waiting")
		}
	}
	if got := get(handler, "/providers/wren/report"); got.Code != http.StatusOK {
		t.Errorf("while reports wait, a page has status %d", got.Code)
	}
	close(answer)
	for range waiting {
		if status := <-statuses; status != http.StatusSeeOther {
			t.Errorf("a report has status %d", status)
		}
	}
}
