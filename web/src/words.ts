import type { SessionFormat } from "./generated/operations";

/** Words of the pages, as the server's templates have them. */
export const number = (n: number) => n.toLocaleString("en-US");
export const providers = (n: number) => (n === 1 ? "1 provider" : `${number(n)} providers`);
export const distance = (miles: number) => `${miles.toFixed(1)} miles away`;

const formatLabels: Record<SessionFormat, string> = { IN_PERSON: "In person", VIDEO: "By video", PHONE: "By phone" };

/** How a provider meets people, as one text. */
export const formats = (all: SessionFormat[]) =>
  all.map((format, at) => (at === 0 ? formatLabels[format] : formatLabels[format].toLowerCase())).join(", ");

/** The fee of one session. */
export function feeRange({ currency, minimum, maximum }: { currency: string; minimum: number; maximum: number }): string {
  const sign = currency === "USD" ? "$" : `${currency} `;
  return minimum === maximum ? sign + number(minimum) : `${sign}${number(minimum)} to ${sign}${number(maximum)}`;
}
