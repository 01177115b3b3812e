/** A value of a spec in TypeScript, ready to be printed. */
export type TsValue =
  | TextValue
  | CodeValue
  | TemplateValue
  | ListValue
  | ObjectValue
  | CallValue
  | MappedValue
  | ConditionalValue;

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

/** A text with pieces of code in it: `` `${variable}.deb` ``. */
export interface TemplateValue {
  readonly kind: 'template';
  readonly parts: readonly (string | CodeValue)[];
}

/** A list with the comments above its items. */
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly ListItem[];
}

/** An item of a list; a spread one is a list whose items stand in its place. */
export interface ListItem {
  readonly value: TsValue;
  readonly comments: readonly string[];
  readonly spread?: true;
}

/** An object. */
export interface ObjectValue {
  readonly kind: 'object';
  readonly members: readonly Member[];
  /** It is a row of a table: on one line, however many members it has. */
  readonly isRow?: true;
}

/** The call of a function. */
export interface CallValue {
  readonly kind: 'call';
  readonly function: string;
  readonly arguments: readonly TsValue[];
}

/** A value that holds when a condition does, and another one that holds otherwise. */
export interface ConditionalValue {
  readonly kind: 'conditional';
  readonly condition: string;
  readonly value: TsValue;
  readonly otherwise: string;
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
  readonly rows: ListValue | CodeValue;
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
  /** What it is, for readers. */
  readonly comment?: string;
  /** Other modules import it. */
  readonly isExported?: true;
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
