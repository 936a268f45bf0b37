package editing

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync/atomic"
	"time"

	"findcare/internal/auth"
	"findcare/internal/clock"
	"findcare/internal/store"
	"findcare/models"
)

// schedule lets a working copy be published at a time, if it could be.
func (e *Editor) schedule(
	ctx context.Context, id string, expectedSave int, at time.Time,
) (WorkingCopyPayload, error) {
	who, _ := auth.Of(ctx)
	schedule := &models.Schedule{At: at}
	if who != nil {
		schedule.By, schedule.Name = who.ID, who.Name
	}
	request := hashOf(Write{Operation: "publishWorkingCopy", Input: []any{id, expectedSave, schedule}})
	return e.follow(ctx, id, expectedSave, request, func(stored *models.WorkingCopy) (next nextSave, err error) {
		c, err := e.workingCopyOn(e.catalog.Current(), stored, models.DateOf(at))
		if err != nil {
			return next, err
		}
		return nextSave{stored.Next(schedule), c.problems}, nil
	})
}

// nextSave is the save that follows another one, or why there is none.
type nextSave struct {
	save *models.WorkingCopy
	errs []UserError
}

// UnscheduleWorkingCopy lets a working copy no longer be published at a time.
func (e *Editor) UnscheduleWorkingCopy(
	ctx context.Context, id string, expectedSave int,
) (WorkingCopyPayload, error) {
	request := hashOf(Write{Operation: "unscheduleWorkingCopy", Input: []any{id, expectedSave}})
	return e.follow(ctx, id, expectedSave, request, func(stored *models.WorkingCopy) (nextSave, error) {
		return nextSave{save: stored.Next(nil)}, nil
	})
}

// follow stores a save with the same content, which next makes of the one that is expected.
func (e *Editor) follow(
	ctx context.Context, id string, expectedSave int, request string,
	next func(stored *models.WorkingCopy) (nextSave, error),
) (WorkingCopyPayload, error) {
	stored, errs, err := e.open(ctx, id, expectedSave, "")
	if err != nil {
		return WorkingCopyPayload{}, err
	}
	if len(errs) > 0 {
		if last, found, err := e.store.WorkingCopy(ctx, id); err == nil && found && last.Request == request {
			errs = nil // the same request again, of which the answer was lost
		}
		return e.payload(ctx, id, errs)
	}
	made, err := next(stored)
	if err != nil {
		return WorkingCopyPayload{}, err
	}
	if len(made.errs) > 0 {
		return e.payload(ctx, id, made.errs)
	}
	made.save.Request = request
	switch err := e.store.AddWorkingCopy(ctx, made.save); {
	case errors.Is(err, store.ErrDuplicate):
		errs = saveConflict(expectedSave)
	case err != nil:
		return WorkingCopyPayload{}, clientError(err)
	}
	return e.payload(ctx, id, errs)
}

// ScheduledFor is when the working copy is to be published, nil if nobody has said.
func (c *WorkingCopy) ScheduledFor() *time.Time {
	if c.stored.Schedule == nil {
		return nil
	}
	return &c.stored.Schedule.At
}

// ScheduleFailure is why it was not published then.
func (c *WorkingCopy) ScheduleFailure() models.OptionalString {
	if c.stored.Schedule == nil {
		return ""
	}
	return models.OptionalString(c.stored.Schedule.Failure)
}

// Schedules publishes working copies at their times. Several servers may do so: each is published once.
type Schedules struct {
	editor            *Editor
	logger            *slog.Logger
	published, failed atomic.Int64
}

// NewSchedules returns the schedules of an editor's working copies.
func NewSchedules(e *Editor, logger *slog.Logger) *Schedules {
	return &Schedules{editor: e, logger: logger}
}

// Counts returns how many working copies were published at their times here, and how many failed.
func (s *Schedules) Counts() (published, failed int64) { return s.published.Load(), s.failed.Load() }

// lookInterval is how often the schedules are looked at. Another server may have made one.
const lookInterval = 500 * time.Millisecond

// Run publishes what is due until the context ends. The directory must be loaded.
func (s *Schedules) Run(ctx context.Context) {
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		}
		next, err := s.Publish(ctx)
		if err != nil && ctx.Err() == nil && !errors.Is(err, store.ErrUnavailable) {
			s.logger.Warn("the schedules of working copies cannot be read", "error", err)
		}
		timer.Reset(min(next, lookInterval))
	}
}

// Publish publishes what is due by the clock of the database, and returns how long it is until the next one; longer
// than the interval if there is none soon.
func (s *Schedules) Publish(ctx context.Context) (next time.Duration, err error) {
	const none = time.Hour
	now := s.editor.now()
	due, err := s.editor.store.DueWorkingCopies(ctx, now.Add(clock.MaxSkew+lookInterval))
	if err != nil || len(due) == 0 {
		return none, err
	}
	at, err := s.editor.store.Time(ctx)
	if err != nil {
		return none, err
	}
	if at.IsZero() {
		at = now
	}
	for i := range due {
		if wait := due[i].Due.Sub(at); wait > 0 {
			return wait, nil
		}
		s.publish(ctx, &due[i])
	}
	return none, nil
}

// publish publishes a working copy whose time has come.
func (s *Schedules) publish(ctx context.Context, head *models.WorkingCopy) {
	e := s.editor
	last, found, err := e.store.WorkingCopy(ctx, head.DocumentID)
	if err != nil || !found {
		return // the next look is soon
	}
	if last.Save != head.Save {
		e.store.StripWorkingCopy(ctx, head.ID, last)
		return
	}
	by := head.Schedule
	ctx = auth.With(ctx, &auth.Principal{ID: by.By, Name: by.Name, Role: auth.Editor})
	outcome, err := e.publish(ctx, last)
	switch code := models.ErrorCode(err); {
	case ctx.Err() != nil, code == models.CodeUnavailable, code == models.CodeReadOnly:
		return
	case err == nil && len(outcome.Errors) == 0:
		s.published.Add(1)
		s.logger.Info("a working copy was published at its time", "document", head.DocumentID, "save", head.Save)
		return
	}
	reason := reasonOf(outcome, err)
	if err := e.store.FailSchedule(ctx, last, reason); err != nil {
		return
	}
	s.failed.Add(1)
	s.logger.Error("a working copy could not be published at its time",
		"document", head.DocumentID, "save", head.Save, "errors", len(outcome.Errors), "error", err)
}

// reasonOf says why a working copy was not published.
func reasonOf(outcome Outcome, err error) string {
	if err != nil {
		return fmt.Sprintf("it could not be published: %v", err)
	}
	reasons := make([]string, len(outcome.Errors))
	for i, err := range outcome.Errors {
		reasons[i] = err.Located()
	}
	return strings.Join(reasons, "; ")
}
