import type { Origin } from '../text/origin.ts';
import type { Sourced } from '../text/sourced.ts';
import type { TracedText } from '../text/traced-text.ts';

/** An element of an XML document: either elements or one text inside, never both. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  /** Elements, or a text that is kept exactly; an empty text or list makes an empty element. */
  readonly content: readonly XmlElement[] | string | Sourced<string> | TracedText;
  readonly origin?: Origin | undefined;
  /** Nothing to the printer; what it means says jenkins/shared/saved.ts. */
  readonly saved?: SavedMark | undefined;
}

/** How what Jenkins saves differs from what Job DSL prints. */
export type SavedMark =
  | {
      readonly kind: 'added';
      readonly insteadOf: readonly string[];
      readonly isFirst?: true;
      /** Where it stands among its siblings, should it not be behind all of them. */
      readonly at?: number;
    }
  | { readonly kind: 'without-class' }
  | { readonly kind: 'by-itself' };
