import type { XmlElement } from '../../compiler/print/xml-element.ts';
import {
  type LineMark,
  originsOf,
  plainText,
  type Text,
  TracedText,
} from '../../compiler/text/traced-text.ts';
import type { DslWriter } from './dsl-writer.ts';
import type { ItemNode } from './node.ts';
import { leaf } from './xml.ts';

/** One environment variable. The EnvInject plugin reads `name=value` lines as a properties file. */
export interface EnvironmentVariable extends ItemNode {
  readonly name: Text;
  readonly value: Text;
}

/** Half a sentence for plugins.txt. */
export const environmentReason = 'jobs set environment variables';

/** Returns the properties that EnvInject reads, or nothing when there is no variable. */
export function propertiesContent(variables: readonly EnvironmentVariable[]): XmlElement[] {
  return variables.length === 0 ? [] : [leaf('propertiesContent', lines(variables))];
}

/** Writes a call for each variable. */
export function variableCalls(variables: readonly EnvironmentVariable[], dsl: DslWriter): void {
  dsl.each(variables, ({ name, value }) => dsl.call('env', name, value));
}

/** Returns `name=value` lines that know where each variable comes from. */
function lines(variables: readonly EnvironmentVariable[]): TracedText {
  const printed: string[] = [];
  const marks: LineMark[] = [];
  for (const { name, value, origin } of variables) {
    const first = printed.length;
    printed.push(...`${plainText(name)}=${plainText(value)}`.split('\n'));
    const lines = { first, last: printed.length - 1 };
    marks.push({ ...lines, origin });
    for (const found of [...originsOf(name), ...originsOf(value)]) marks.push({ ...lines, origin: found });
  }
  return new TracedText(printed.join('\n'), marks);
}
