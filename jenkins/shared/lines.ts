import { joinTexts, plainText, type Text } from '../../compiler/text/traced-text.ts';

/** Returns texts as the lines of one; an empty text when there are none. */
export function lines(texts: readonly Text[]): Text {
  return joinTexts(texts, '\n');
}

/** Returns a text unless it is empty: for most settings, Jenkins saves no element then. */
export function given(text: Text | undefined): Text | undefined {
  return text === undefined || plainText(text) === '' ? undefined : text;
}
