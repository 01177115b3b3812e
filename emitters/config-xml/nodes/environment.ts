import type { EnvironmentVariable } from '../../../compiler/ir/items/environment.ts';
import { plainText } from '../../../compiler/ir/items/text.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type LineMark, TracedText } from '../../../compiler/text/traced-text.ts';
import { leaf } from '../element.ts';

/** Returns the properties that EnvInject reads, or nothing when there is no variable. */
export function propertiesContent(variables: readonly EnvironmentVariable[]): XmlElement[] {
  return variables.length === 0 ? [] : [leaf('propertiesContent', lines(variables))];
}

/** Returns `name=value` lines that know where each variable comes from. */
function lines(variables: readonly EnvironmentVariable[]): TracedText {
  const printed: string[] = [];
  const marks: LineMark[] = [];
  for (const { name, value, origin } of variables) {
    const first = printed.length;
    printed.push(...`${plainText(name)}=${plainText(value)}`.split('\n'));
    marks.push({ first, last: printed.length - 1, origin });
  }
  return new TracedText(printed.join('\n'), marks);
}
