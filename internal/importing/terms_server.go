package importing

import (
	"context"
	"fmt"

	"findcare/internal/registry"
	"findcare/models"
)

// page is one page of credentials or treatments.
type page struct {
	Nodes    []node `json:"nodes"`
	PageInfo struct {
		HasNextPage bool   `json:"hasNextPage"`
		EndCursor   string `json:"endCursor"`
	} `json:"pageInfo"`
}

type node struct {
	ID           string `json:"id"`
	Slug         string `json:"slug"`
	Abbreviation string `json:"abbreviation"`
}

func (n *node) term() registry.Term {
	return registry.Term{ID: n.ID, Slug: n.Slug, Abbreviation: n.Abbreviation}
}

// termsOf reads the credentials and treatments of a server.
func termsOf(ctx context.Context, from *Server) (*registry.Terms, error) {
	t := registry.NewTerms(
		func(kind models.Kind, slug string) (registry.Term, bool, error) { return from.look(ctx, kind, slug) },
	)
	for _, kind := range registry.TermKinds() {
		operation := fmt.Sprintf(
			"query Terms($after: String) { page: %s(first: 100, after: $after) { nodes { id slug abbreviation } "+
				"pageInfo { hasNextPage endCursor } } }",
			kind.Plural(),
		)
		var after *string
		for {
			var data struct {
				Page page `json:"page"`
			}
			if err := from.ask(ctx, operation, map[string]any{"after": after}, &data); err != nil {
				return nil, err
			}
			for _, found := range data.Page.Nodes {
				t.Add(kind, found.term())
			}
			if !data.Page.PageInfo.HasNextPage {
				break
			}
			after = &data.Page.PageInfo.EndCursor
		}
	}
	return t, nil
}

// look finds the document that has, or had, a slug, and reports whether an editor has deleted it.
func (s *Server) look(
	ctx context.Context, kind models.Kind, slug string,
) (found registry.Term, deleted bool, err error) {
	operation := fmt.Sprintf(
		"query Term($slug: String!, $id: ID!) { found: %s(by: {slug: $slug}) { id slug abbreviation } history(id: "+
			"$id, first: 1) { action } }",
		kind,
	)
	var data struct {
		Found   *node `json:"found"`
		History []struct {
			Action models.Action `json:"action"`
		} `json:"history"`
	}
	if err := s.ask(
		ctx, operation, map[string]any{"slug": slug, "id": models.IDOfSlug(kind, slug)}, &data,
	); err != nil {
		return registry.Term{}, false, err
	}
	if data.Found != nil {
		return data.Found.term(), false, nil
	}
	return registry.Term{}, len(data.History) > 0 && data.History[0].Action == models.ActionDelete, nil
}

// make creates the credentials and treatments that are new.
func (s *sending) make(ctx context.Context) error {
	if s.terms.Err != nil {
		return s.terms.Err
	}
	for _, document := range s.terms.Made {
		kind, head := document.Kind(), document.Head()
		name := map[models.Kind]string{models.KindCredential: "Credential", models.KindTreatment: "Treatment"}[kind]
		operation := fmt.Sprintf(
			"mutation Make($input: %[1]sInput!, $key: String!) { made: create%[1]s(input: $input, idempotencyKey: "+
				"$key) { userErrors { code message } } }",
			name,
		)
		input := map[string]any{"id": head.ID, "slug": head.Slug}
		switch d := document.(type) {
		case *models.Credential:
			input["name"], input["abbreviation"] = d.Name, d.Abbreviation
		case *models.Treatment:
			input["name"], input["abbreviation"] = d.Name, d.Abbreviation
		}
		var data struct {
			Made savePayload `json:"made"`
		}
		if err := s.server.ask(
			ctx, operation, map[string]any{"input": input, "key": s.run + " " + head.ID}, &data,
		); err != nil {
			return err
		}
		// unless another client has just created it
		if errs := data.Made.UserErrors; len(errs) > 0 && errs[0].Code != string(models.UserErrorDuplicate) {
			return fmt.Errorf("make the %s %s: %s", kind, head.Slug, errs[0].Message)
		}
		s.report.Made = append(s.report.Made, head.Slug)
	}
	s.terms.Made = nil
	return nil
}
