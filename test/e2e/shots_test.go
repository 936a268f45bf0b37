package e2e

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// shots is where tests in the browser leave pictures of what they see, for people to look at.
var shots = flag.String("shots", "", "folder for pictures of what tests see in the browser")

// shoot leaves a picture of a page, where somebody wants to see it.
func shoot(t *testing.T, page context.Context, name string) {
	t.Helper()
	if *shots == "" {
		return
	}
	picture, err := chromedp.Run(page, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(filepath.Join(*shots, name+".png"), picture, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
