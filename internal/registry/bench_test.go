package registry

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"findcare/demo"
)

// BenchmarkNPPES reads rows of the NPI registry's layout: to the decision whether the directory wants them, and to what
// it says of those that it wants.
func BenchmarkNPPES(b *testing.B) {
	const count = 20_000
	var content bytes.Buffer
	if err := demo.WriteNPPES(&content, count, 15); err != nil {
		b.Fatal(err)
	}
	for _, whole := range []bool{false, true} {
		name := "filter"
		if whole {
			name = "read"
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(content.Len()))
			b.ReportAllocs()
			for b.Loop() {
				file := Stream("file", bytes.NewReader(content.Bytes()))
				o, err := file.Open(b.Context(), noTerms(), Options{FileDate: "2026-11-08"})
				if err != nil {
					b.Fatal(err)
				}
				filter := taxonomyFilter{}
				for {
					err := o.rows.Next()
					if errors.Is(err, io.EOF) {
						break
					}
					if whole {
						if e := o.format.read(o.rows); e.Facts != nil {
							e.Digest()
						}
					} else {
						filter.wanted(o.rows)
					}
				}
			}
			b.ReportMetric(float64(count)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}
