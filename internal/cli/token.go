package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/user"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"findcare/internal/auth"
	"findcare/models"
)

// tokenCommand creates, lists and revokes tokens.
type tokenCommand struct {
	Database `embed:""`

	Create createTokenCommand `cmd:"" help:"Create a token and print it, once."`
	List   listTokensCommand  `cmd:"" help:"List the tokens, without their secrets."`
	Revoke revokeTokenCommand `cmd:"" help:"Revoke a token."`
}

// with calls use with the tokens of the database.
func (c *tokenCommand) with(
	ctx context.Context,
	p *process,
	use func(ctx context.Context, tokens *auth.Tokens) error,
) (err error) {
	db, err := c.open(ctx, p)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close(context.WithoutCancel(ctx))) }()
	return use(auth.With(ctx, commandLineUser()), auth.NewTokens(db, p.clock))
}

// commandLineUser returns who runs the command, for the history.
func commandLineUser() *auth.Principal {
	name := os.Getenv("SUDO_USER")
	if account, err := user.Current(); name == "" && err == nil { // a user in a container may have no name
		name = account.Username
	}
	host, _ := os.Hostname()
	return &auth.Principal{ID: "command-line", Name: cmp.Or(name, strconv.Itoa(os.Getuid())) + "@" + host}
}

type createTokenCommand struct {
	Role    string   `help:"Role of its owner: ${enum}." enum:"viewer,editor,reviewer,admin" required:""`
	Name    string   `help:"What it is for, e.g. \"Import job\"." required:""`
	Expires lifetime `help:"Lifetime: days, e.g. 90d, or hours, e.g. 12h; or never." default:"90d"`
}

// Run prints the token to standard output, and its id, role and lifetime to standard error.
func (c *createTokenCommand) Run(ctx context.Context, p *process, parent *tokenCommand) error {
	return parent.with(ctx, p, func(ctx context.Context, tokens *auth.Tokens) error {
		token, text, err := tokens.Create(ctx, c.Name, auth.Role(strings.ToUpper(c.Role)), c.Expires.from(p.clock()))
		if err != nil {
			return tokenFault(err)
		}
		const notice = "%s, role %s, %s. This is the only time that the token is shown:\n"
		fmt.Fprintf(p.stderr, notice, token.ID, c.Role, c.Expires)
		_, err = fmt.Fprintln(p.stdout, text)
		return err
	})
}

// tokenFault names the flag that a fault is in.
func tokenFault(err error) error {
	var fault models.Fault
	if errors.As(err, &fault) {
		fault.Path = strings.Replace(fault.Path, "/", "--", 1)
		return fault
	}
	return err
}

type listTokensCommand struct{}

// Run prints a table.
func (*listTokensCommand) Run(ctx context.Context, p *process, parent *tokenCommand) error {
	return parent.with(ctx, p, func(ctx context.Context, tokens *auth.Tokens) error {
		list, err := tokens.List(ctx)
		if err != nil {
			return err
		}
		table := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
		fmt.Fprintln(table, "ID\tROLE\tCREATED\tEXPIRES\tREVOKED\tLAST USED\tNAME")
		for _, token := range list {
			fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", token.ID, strings.ToLower(string(token.Role)),
				day(&token.CreatedAt), day(token.ExpiresAt), day(token.RevokedAt), orDash(token.LastUsedOn), token.Name)
		}
		return table.Flush()
	})
}

func day(at *time.Time) string {
	if at == nil {
		return "-"
	}
	return string(models.DateOf(*at))
}

func orDash(date models.Date) string {
	if date == "" {
		return "-"
	}
	return string(date)
}

type revokeTokenCommand struct {
	Force bool `help:"Revoke it even if it is the last valid token of an administrator."`

	ID string `arg:"" help:"Id of the token, as shown by token list."`
}

// Run revokes the token.
func (c *revokeTokenCommand) Run(ctx context.Context, p *process, parent *tokenCommand) error {
	return parent.with(ctx, p, func(ctx context.Context, tokens *auth.Tokens) error {
		token, err := tokens.Revoke(ctx, c.ID, c.Force)
		if errors.Is(err, auth.ErrLastAdmin) {
			return fmt.Errorf(
				"%s is the last valid token of an administrator: create another one first, or use --force",
				c.ID,
			)
		}
		if errors.Is(err, auth.ErrNoToken) {
			return fmt.Errorf("no token has the id %q; findcare token list shows all", c.ID)
		}
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(p.stdout, "%s (%s) is revoked\n", token.ID, token.Name)
		return err
	})
}

// lifetime is how long a token is valid; 0 is forever.
type lifetime time.Duration

const (
	never     = "never"
	wholeDay  = 24 * time.Hour
	longest   = 100 * 365 * wholeDay
	lifeFault = "must be days, such as 90d, hours, such as 12h, or never"
)

// UnmarshalText reads 90d, 12h or never.
func (l *lifetime) UnmarshalText(text []byte) error {
	if string(text) == never {
		*l = 0
		return nil
	}
	unit := wholeDay
	number, isDays := strings.CutSuffix(string(text), "d")
	if !isDays {
		var isHours bool
		if number, isHours = strings.CutSuffix(string(text), "h"); !isHours {
			return errors.New(lifeFault)
		}
		unit = time.Hour
	}
	count, err := strconv.Atoi(number)
	if err != nil || count <= 0 || count > int(longest/unit) {
		return errors.New(lifeFault)
	}
	*l = lifetime(time.Duration(count) * unit)
	return nil
}

// String describes the lifetime for people.
func (l lifetime) String() string {
	switch {
	case l == 0:
		return "never expires"
	case time.Duration(l)%wholeDay == 0:
		return fmt.Sprintf("valid for %d days", time.Duration(l)/wholeDay)
	}
	return fmt.Sprintf("valid for %d hours", time.Duration(l)/time.Hour)
}

// from returns when a token created now expires, nil for never.
func (l lifetime) from(now time.Time) *time.Time {
	if l == 0 {
		return nil
	}
	end := now.UTC().Truncate(time.Millisecond).Add(time.Duration(l))
	return &end
}
