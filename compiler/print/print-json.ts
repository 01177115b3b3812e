import { escapeCommands, escapeControls } from '../util/log-text.ts';

/**
 * Returns a value as JSON. Characters that would steer a terminal or a runner of CI that logs it are written as `\u` and four
 * digits: whoever parses it gets the exact value.
 */
export function printJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${escapeCommands(escapeControls(text, unicode), { '#': unicode('#'), ':': ':' })}\n`;
}

function unicode(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
