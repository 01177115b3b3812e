import { findScriptSecrets } from './script-secrets.ts';
import { secretName } from './secret-name.ts';
import { findShapes, findUrlPasswords } from './secret-shapes.ts';
import { valueKind } from './value-kind.ts';

/** Returns whether a piece of a spec has a secret in plain text, so that it must not be shown as it is. */
export function holdsSecret(yaml: string): boolean {
  if (findShapes(yaml).length > 0) return true;
  // The words of a command may be the entries of a list.
  const words = yaml.replace(/(?:['",[\]]|\n *- | )+/g, ' ');
  const scripts = [yaml, words].flatMap(findScriptSecrets);
  const found = [...findUrlPasswords(yaml), ...scripts, ...fieldsNamedSo(yaml)];
  return found.some(({ text }) => valueKind(text) === 'literal');
}

/** `password: text` on a line of its own. */
function fieldsNamedSo(yaml: string): { readonly text: string }[] {
  return [...yaml.matchAll(/^[ -]*([\w.-]+):[ \t]+['"]?([^\s'"]+)/gm)]
    .filter(([, name = '']) => secretName(name) === 'sure')
    .map(([, , text = '']) => ({ text }));
}
