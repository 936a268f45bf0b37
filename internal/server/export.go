package server

import (
	"context"
	"net/http"
	"strconv"

	"findcare/internal/auth"
	"findcare/internal/export"
	"findcare/internal/graphqlhttp"
	"findcare/internal/httpmw"
	"findcare/models"
)

// export sends an export of the snapshot that is served. Trailers tell how many documents it omits.
//
// SECURITY: also without what is not published it has what the API does not show to everybody, such as what imports
// know of a provider's records.
func (s *Site) export(w http.ResponseWriter, r *http.Request) {
	asked := r.URL.Query()
	options := export.Options{
		Format: export.Format(asked.Get("format")), Unpublished: asked.Get("unpublished") == "true",
		BaseURL: asked.Get("base-url"), For: asked.Get("for"),
	}
	if err := options.Check(); err != nil {
		graphqlhttp.WriteError(w, r, &httpmw.HTTPError{
			Status: http.StatusBadRequest, Code: models.CodeBadUserInput, Message: err.Error(),
		})
		return
	}
	write := func(ctx context.Context, to http.ResponseWriter) error {
		omitted, err := export.Export(ctx, to, export.FromMemory(s.Directory.Current()), options)
		to.Header().Set(http.TrailerPrefix+export.OmittedArticles, strconv.Itoa(omitted.Articles))
		to.Header().Set(http.TrailerPrefix+export.OmittedProviders, strconv.Itoa(omitted.Providers))
		return err
	}
	s.download(w, r, download{"export", options.Format.MediaType(), &s.exporting, auth.Viewer, write})
}
