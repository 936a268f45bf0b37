package editing_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"findcare/models"
)

// Of two editors and more nobody's saved copy is lost: each save is there, or was refused to its sender. No save
// changes what the public sees.
func TestNoSavedCopyIsLost(t *testing.T) {
	t.Run("one server", func(t *testing.T) { checkNoLostSave(t, newTestEditor(t)) })
	t.Run("two servers", func(t *testing.T) {
		socket := openEngine(t)
		_, first := openLossy(t, socket, "copies")
		_, second := openLossy(t, socket, "copies")
		checkNoLostSave(t, newTestEditorOn(t, first), newTestEditorOn(t, second))
	})
}

func checkNoLostSave(t *testing.T, servers ...*testEditor) {
	const editors, saves = 8, 6
	id := servers[0].provider("Wren Examplar", nil)
	version := servers[0].directory.Current().Directory().Edition
	var saved sync.Map // marks of the saves that were acknowledged
	var running sync.WaitGroup
	for editor := range editors {
		running.Go(func() {
			d := servers[editor%len(servers)].as(fmt.Sprint("usr_", editor))
			for i := range saves {
				mark := fmt.Sprintf("%d-%d", editor, i)
				if err := d.addMark(id, mark); err != nil {
					t.Error(err)
					return
				}
				saved.Store(mark, true)
			}
		})
	}
	running.Wait()
	d := servers[0]
	c, err := d.WorkingCopyOf(d.ctx, d.directory.Current(), id)
	if err != nil {
		t.Fatal(err)
	}
	names := c.Provider().OtherNames
	saved.Range(func(mark, _ any) bool {
		if !slices.Contains(names, mark.(string)) {
			t.Errorf("the save %s was acknowledged, and is lost", mark)
		}
		return true
	})
	if len(names) != editors*saves || c.Save() != editors*saves {
		t.Errorf("%d names after save %d, want %d", len(names), c.Save(), editors*saves)
	}
	if now := d.directory.Current().Directory().Edition; now != version {
		t.Errorf("saving made %+v of %+v", now, version)
	}
}

// addMark adds a name to what is saved, on top of what others have saved.
func (d *testEditor) addMark(id, mark string) error {
	expected, names := 0, []any{}
	for {
		payload, err := d.SaveWorkingCopy(d.ctx, saveOf(models.KindProvider, id, expected, fields{
			"otherNames": append(slices.Clone(names), mark),
		}))
		switch {
		case models.ErrorCode(err) == models.CodeUnavailable: // on a busy machine
			continue
		case err != nil:
			return err
		case len(payload.UserErrors) == 0:
			return nil
		case payload.UserErrors[0].Code != models.UserErrorConflict:
			return fmt.Errorf("%+v", payload.UserErrors)
		}
		expected, names = int(payload.WorkingCopy.Save()), nil
		for _, name := range payload.WorkingCopy.Provider().OtherNames {
			names = append(names, name)
		}
	}
}

// The network fails before or after the database has done a step. Whoever asks again gets what was done, which is done
// once.
func TestWorkingCopyWithLostResponse(t *testing.T) {
	socket := openEngine(t)
	t.Run("cases", func(t *testing.T) { // which end before the engine does
		for i, part := range []string{theRequest, theAnswer} {
			t.Run("save/"+part, func(t *testing.T) {
				t.Parallel()
				l, db := openLossy(t, socket, fmt.Sprint("lostsave", i))
				d := newTestEditorOn(t, db)
				id := d.provider("Wren Examplar", nil)
				l.lose(part, "insert workingCopies")
				s := saveOf(models.KindProvider, id, 0, fields{"name": "Robin"})
				if _, err := d.SaveWorkingCopy(d.ctx, s); models.ErrorCode(err) != models.CodeUnavailable {
					t.Fatal(err)
				}
				if c := d.save(s, "").WorkingCopy; c.Save() != 1 || c.Provider().Name != "Robin" {
					t.Errorf("save %d is of %q", c.Save(), c.Provider().Name)
				}
			})
			for j, command := range []string{"insert changes", "update providers", "insert workingCopies"} {
				t.Run("publish/"+part+" of "+command, func(t *testing.T) {
					t.Parallel()
					l, db := openLossy(t, socket, fmt.Sprintf("lostpublish%d%d", i, j))
					checkLostPublication(t, newTestEditorOn(t, db), l, part, command)
				})
			}
		}
	})
}

func checkLostPublication(t *testing.T, d *testEditor, l *lossyNetwork, part, command string) {
	id := d.provider("Wren Examplar", nil)
	d.save(saveOf(models.KindProvider, id, 0, fields{"name": "Robin"}), "")
	l.lose(part, command)
	if _, err := d.PublishWorkingCopy(d.ctx, id, 1, nil); models.ErrorCode(err) != models.CodeUnavailable {
		t.Fatal(err)
	}
	d.as("usr_other").publishCopy(id, 1, "")
	if revision := d.revisionOf(id); revision != 2 {
		t.Errorf("revision %d: it was published %d times", revision, revision-1)
	}
	if c, err := d.WorkingCopyOf(d.ctx, d.directory.Current(), id); err != nil || c != nil {
		t.Errorf("%+v is open, %v", c, err)
	}
}

// Whatever is saved, discarded and published, by whomever, the public sees nothing before the publication, which is of
// the text that was saved last.
func TestPublicAnswersChangeByPublicationOnly(t *testing.T) {
	d := newTestEditor(t)
	id := d.article().ID
	d.publish(id)
	random := rand.New(rand.NewPCG(3, 4))
	save, lead := 0, ""
	for range 80 {
		before := d.directory.Current().Directory().Edition
		public := d.directory.Current().Document(id).(*models.Article).Fingerprint()
		switch random.IntN(5) {
		case 0:
			if save == 0 {
				continue
			}
			d.publishCopy(id, int64(save), "")
			if got := d.directory.Current().Document(id).(*models.Article).Lead; got != lead {
				t.Fatalf("published %q, want %q", got, lead)
			}
			save = 0
			continue
		case 1:
			if save > 0 {
				d.discardCopy(id, int64(save), "")
			}
			save = 0
		default:
			lead = fmt.Sprint("Grief is ", random.IntN(1000), ".")
			payload := d.save(saveOf(models.KindArticle, id, save, fields{"lead": lead}), "")
			save = int(payload.WorkingCopy.Save())
		}
		now := d.directory.Current()
		if now.Directory().Edition != before || now.Document(id).(*models.Article).Fingerprint() != public {
			t.Fatal("the public sees something else")
		}
	}
}
