const day = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeStyle: "short" });

/** A date without a time, as people write it. */
export function Day({ on }: { on: string | null | undefined }) {
  return on ? <time dateTime={on}>{day.format(new Date(`${on}T00:00:00Z`))}</time> : <>–</>;
}

/** A moment, in the time zone of the browser. */
export function Moment({ at }: { at: string | null | undefined }) {
  return at ? <time dateTime={at}>{moment.format(new Date(at))}</time> : <>–</>;
}

export const number = (n: number) => n.toLocaleString("en-US");

/** A number of things: counted(1, "provider") is "1 provider". */
export const counted = (n: number, one: string, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;

/** A value of an enum as words: "IN_REVIEW" is "in review". */
export const lower = (value: string) => value.toLowerCase().replaceAll("_", " ");

/** The same with a capital. */
export const words = (value: string) => value.slice(0, 1) + lower(value).slice(1);

/** A number as people dial it in the United States. */
export function phone(number: string, extension?: string | null): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return (area ? `(${area}) ${exchange}-${line}` : number) + (extension ? ` ext. ${extension}` : "");
}
