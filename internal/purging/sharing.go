package purging

import (
	"net/http"
	"strconv"
	"strings"
	"time"

	"findcare/internal/catalog"
)

// Mark tells shared caches how long they may keep the answer that a header is for, and by which keys it is purged. The
// answer is of a snapshot. A nil hook marks nothing.
func (h *Hook) Mark(header http.Header, keys []string, of *catalog.Snapshot) {
	if h == nil || len(keys) == 0 || h.directory.Current() != of || h.failing.Load() {
		return
	}
	lifetime := h.lifetime(of)
	if lifetime < time.Second {
		return
	}
	maxAge := "max-age=" + strconv.FormatInt(int64(lifetime/time.Second), 10)
	header["Surrogate-Control"] = []string{maxAge}
	header["Cdn-Cache-Control"] = []string{maxAge}
	header["Surrogate-Key"] = []string{strings.Join(keys, " ")}
	header["Cache-Tag"] = []string{strings.Join(keys, ",")}
}

// lifetime is how long answers of a snapshot may be kept: they are for its day.
func (h *Hook) lifetime(of *catalog.Snapshot) time.Duration {
	day, err := time.Parse(time.DateOnly, string(of.Today()))
	if err != nil {
		return 0
	}
	return min(day.AddDate(0, 0, 1).Sub(h.clock()), h.options.MaxAge)
}
