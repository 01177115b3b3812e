/** What is wrong with a fragment of XML, and where: offsets in UTF-16 code units, `end` exclusive. */
export interface XmlFragmentProblem {
  /** In the style of a diagnostic: lower case start, no full stop. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
}
