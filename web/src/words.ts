/** Words of the pages, as the server's templates have them. */
export const number = (n: number) => n.toLocaleString("en-US");
export const providers = (n: number) => (n === 1 ? "1 provider" : `${number(n)} providers`);
export const distance = (miles: number) => `${miles.toFixed(1)} miles away`;
