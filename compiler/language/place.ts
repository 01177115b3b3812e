/** A piece of a file of a project: offsets in UTF-16 code units, `end` exclusive. */
export interface Place {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A piece of the text that is asked about. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
