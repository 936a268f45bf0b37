declare const scalar: unique symbol;

/** A calendar date, such as 2024-06-24. It is the same day everywhere: it has no time zone. */
export type CalendarDate = string & { readonly [scalar]: "Date" };

/** An instant in RFC 3339, such as 2024-06-24T09:30:00Z. */
export type Instant = string & { readonly [scalar]: "DateTime" };

/** Takes a text for a calendar date. Throws a RangeError where there is no such day. */
export function calendarDate(text: string): CalendarDate {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) throw new RangeError(`${text} is not a date`);
  return text as CalendarDate;
}

/** The calendar date on which an instant is where the program runs: by default, today. */
export function localDate(now: Date = new Date()): CalendarDate {
  const two = (number: number) => String(number).padStart(2, "0");
  return calendarDate(`${String(now.getFullYear()).padStart(4, "0")}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
}

/** Writes a calendar date for people. It is never moved to the day before by a time zone. */
export function formatDate(date: CalendarDate, locale?: string, options: Intl.DateTimeFormatOptions = { dateStyle: "long" }): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

/** The instant as a Date of JavaScript. */
export const toDate = (instant: Instant): Date => new Date(instant);
