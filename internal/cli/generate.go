package cli

import (
	"bufio"
	"io"
	"time"

	"findcare/demo"
)

type generateCommand struct {
	Providers   int    `help:"Number of providers, or of rows of the NPI registry." default:"600"`
	Format      string `help:"${generateFormats}" enum:"directory,nppes" default:"directory"`
	Behavioural int    `help:"Percentage of NPI registry rows in behavioural health." default:"15"`
	Output      string `short:"o" help:"Output file; - is standard output." default:"-"`
}

// Run writes the file. Nobody in it exists. The same flags give the same bytes, except for the year of dates in a
// directory.
func (c *generateCommand) Run(p *process) error {
	return writeOutput(p, c.Output, everybody, func(to io.Writer) error { return c.write(to, p.clock()) })
}

func (c *generateCommand) write(to io.Writer, now time.Time) error {
	const size = 1 << 16
	w := bufio.NewWriterSize(to, size)
	var err error
	if c.Format == "nppes" {
		err = demo.WriteNPPES(w, c.Providers, c.Behavioural)
	} else {
		err = demo.WriteDirectory(w, c.Providers, now)
	}
	if err != nil {
		return err
	}
	return w.Flush()
}
