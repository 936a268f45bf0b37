declare module "*.md?help" {
  export const html: string;
  export const contents: { id: string; text: string }[];
}
