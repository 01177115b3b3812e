import type { ItemNode } from './node.ts';
import type { Text, Valued } from './text.ts';

/** What a person or another job gives to a build. Names are not empty and unique in their job. */
export type Parameter =
  | StringParameter
  | TextParameter
  | BooleanParameter
  | ChoiceParameter
  | NonStoredPasswordParameter
  | CredentialsParameter;

/** Common to all parameters. An empty description is printed, an absent one is not. */
interface NamedParameter extends ItemNode {
  readonly name: Text;
  readonly description?: Text | undefined;
}

/** A text of one line. */
export interface StringParameter extends NamedParameter {
  readonly kind: 'string';
  readonly defaultValue: Text;
}

/** A text of several lines. */
export interface TextParameter extends NamedParameter {
  readonly kind: 'text';
  readonly defaultValue: Text;
}

/** A check box. */
export interface BooleanParameter extends NamedParameter {
  readonly kind: 'boolean';
  readonly defaultValue: Valued<boolean>;
}

/** One of at least one choice; the first is the default. */
export interface ChoiceParameter extends NamedParameter {
  readonly kind: 'choice';
  readonly choices: readonly Text[];
}

/** A password that is not kept with the build. */
export interface NonStoredPasswordParameter extends NamedParameter {
  readonly kind: 'non-stored-password';
}

/** One of the credentials of a type. */
export interface CredentialsParameter extends NamedParameter {
  readonly kind: 'credentials';
  /** Java interface of the credentials; not empty. */
  readonly type: Text;
  readonly required?: Valued<boolean> | undefined;
  readonly defaultValue?: Text | undefined;
}
