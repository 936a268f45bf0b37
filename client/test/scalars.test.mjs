import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarDate, formatDate, localDate } from "../dist/index.js";

test("a date is the same day in every time zone", () => {
  const before = process.env.TZ;
  for (const zone of ["America/Los_Angeles", "UTC", "Pacific/Kiritimati"]) {
    process.env.TZ = zone;
    assert.equal(formatDate(calendarDate("2024-06-24"), "en-US"), "June 24, 2024");
    assert.equal(localDate(new Date(2024, 5, 24, 23, 59)), "2024-06-24");
    assert.equal(localDate(new Date(2024, 5, 24)), "2024-06-24");
  }
  if (before === undefined) delete process.env.TZ;
  else process.env.TZ = before;
});

test("what is no date is refused", () => {
  for (const text of ["2024-02-30", "2023-02-29", "24-06-2024", "2024-6-24", "2024-06-24T00:00:00Z", ""]) {
    assert.throws(() => calendarDate(text), RangeError);
  }
  assert.equal(calendarDate("2024-02-29"), "2024-02-29");
});
