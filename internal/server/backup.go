package server

import (
	"context"
	"net/http"

	"findcare/internal/auth"
	"findcare/internal/backup"
	"findcare/internal/telemetry"
)

// backup sends administrators a backup of the snapshot that is served.
func (s *Site) backup(w http.ResponseWriter, r *http.Request) {
	options := backup.Options{
		Tokens: r.URL.Query().Get("tokens") == "true", Snapshot: s.Directory.Current,
		Findcare: telemetry.ThisBuild().String(), Clock: s.Clock,
	}
	write := func(ctx context.Context, to http.ResponseWriter) error {
		_, err := backup.Write(ctx, to, s.Store, options)
		return err
	}
	s.download(w, r, download{"backup", "application/zstd", &s.backingUp, auth.Admin, write})
}
