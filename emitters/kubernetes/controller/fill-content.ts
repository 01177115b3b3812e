import {
  imageTagPlaceholder,
  scriptsChecksumPlaceholder,
} from '../../../compiler/model/controller/content-placeholders.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';
import type { ControllerContent } from './controller-content.ts';

/** Returns a printed manifest with what follows from the content in it; no line moves. */
export function fillContent({ text, marks }: TracedText, content: ControllerContent): TracedText {
  const filled = text
    .replaceAll(imageTagPlaceholder, content.imageTag)
    .replaceAll(scriptsChecksumPlaceholder, content.scriptsChecksum);
  return new TracedText(filled, marks);
}
