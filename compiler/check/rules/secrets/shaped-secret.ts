/** A piece of a text that is a secret by its form. */
export interface ShapedSecret {
  /** What it is, with an article. */
  readonly what: string;
  readonly start: number;
  readonly text: string;
}
