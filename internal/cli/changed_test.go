package cli

import (
	"slices"
	"testing"
)

// The log names the flags that differ from their defaults, and no secret.
func TestChangedFlags(t *testing.T) {
	t.Setenv("FINDCARE_POLL_INTERVAL", "5s")
	for _, test := range []struct{ args, want []string }{
		{[]string{"serve"}, []string{"poll-interval=5s"}},
		{
			[]string{"serve", "--mongodb-uri", "mongodb://ada:secret@db.example/clinic", "--no-demo"},
			[]string{"mongodb-uri=(set)", "demo=false", "poll-interval=5s"},
		},
		{
			[]string{"serve", "--origins", "https://a.example,https://b.example", "--review-months", "12"},
			[]string{"poll-interval=5s", "origins=https://a.example,https://b.example"},
		},
		{[]string{"import", "--token", "fc_secret", "file.csv"}, []string{"token=(set)"}},
	} {
		parser, err := NewParser()
		if err != nil {
			t.Fatal(err)
		}
		command, err := parser.Parse(test.args)
		if err != nil {
			t.Fatal(err)
		}
		if got := changed(command.Flags()); !slices.Equal(got, test.want) {
			t.Errorf("%q: %q, want %q", test.args, got, test.want)
		}
	}
}
