/** What a validator says about a value that is wrong: of an error of ajv, what anybody asks for. */
export interface Mistake {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  /** The field that is missing, or the number that is exceeded; undefined for all other keywords. */
  readonly param: string | number | undefined;
}
