package models_test

import (
	"errors"
	"fmt"
	"testing"

	"findcare/models"
)

func TestErrorCode(t *testing.T) {
	bad := models.BadInput("first must be at most %d", 100)
	if got := bad.Error(); got != "first must be at most 100" {
		t.Errorf("message: %s", got)
	}
	tests := []struct {
		err  error
		want models.Code
	}{
		{bad, models.CodeBadUserInput},
		{fmt.Errorf("page: %w", bad), models.CodeBadUserInput},
		{errors.Join(errors.New("other"), &models.Error{Code: models.CodeNotFound}), models.CodeNotFound},
		{errors.New("disk full"), models.CodeInternal},
		{nil, models.CodeInternal},
	}
	for _, test := range tests {
		if got := models.ErrorCode(test.err); got != test.want {
			t.Errorf("%v: got %s, want %s", test.err, got, test.want)
		}
	}
}
