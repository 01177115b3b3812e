/** A value of a spec in TypeScript, ready to be printed. */
export type TsValue = TextValue | CodeValue | TemplateValue | ListValue | ObjectValue | MappedValue;

/** A text. */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
}

/** A piece of code that is printed as it is: a number, `true`, a name. */
export interface CodeValue {
  readonly kind: 'code';
  readonly code: string;
}

/** A text around a variable: `` `${variable}.deb` ``. */
export interface TemplateValue {
  readonly kind: 'template';
  readonly before: string;
  readonly variable: string;
  readonly after: string;
}

/** A list with the comments above its items. */
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly { readonly value: TsValue; readonly comments: readonly string[] }[];
}

/** An object, or the call of a function of `bitesize` with a name and an object. */
export interface ObjectValue {
  readonly kind: 'object';
  readonly members: readonly Member[];
  readonly call?: { readonly function: string; readonly name: TsValue };
}

/** One property of an object, or an object that is spread into it. */
export type Member =
  | {
      readonly kind: 'field';
      readonly key: string;
      readonly value: TsValue;
      readonly comments: readonly string[];
    }
  | { readonly kind: 'spread'; readonly name: string; readonly comments: readonly string[] };

/** A list that is made by a function of rows: `[...].map((name) => ...)`. */
export interface MappedValue {
  readonly kind: 'mapped';
  readonly rows: ListValue;
  /** The variables of the function; several are properties of the rows. */
  readonly variables: readonly string[];
  readonly body: TsValue;
}

/** A constant before the spec. */
export interface Constant {
  readonly name: string;
  /** Its type, where it cannot be seen from its value. */
  readonly type?: string;
  readonly value: TsValue;
}

/** A whole spec in TypeScript. */
export interface TsSpec {
  readonly header: readonly string[];
  /** Names that are imported, types with `type` before them. */
  readonly imports: readonly string[];
  readonly constants: readonly Constant[];
  readonly function: string;
  readonly root: TsValue;
  readonly footer: readonly string[];
}
