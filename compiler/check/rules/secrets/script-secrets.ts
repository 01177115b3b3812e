import { secretName } from './secret-name.ts';
import { looksRandom } from './value-kind.ts';

/** A value in a script, and the name that makes it a secret. */
export interface ScriptSecret {
  readonly name: string;
  readonly start: number;
  readonly text: string;
}

/** How a script gives a value to a name. A value ends with its quote, or else with a space or a closing quote. */
const VALUE = `(?:'(?<single>[^']*)'|"(?<double>(?:[^"\\\\]|\\\\.)*)"|(?<bare>[^\\s'"&;|)]+))`;

/** A way to give a value to a name, and a sign that every text with it has: looking for that is much cheaper. */
interface Form {
  readonly sign: string;
  readonly pattern: RegExp;
}

const forms: readonly Form[] = [
  // NAME=value, also after `export` and `-e`
  {
    sign: '=',
    pattern: new RegExp(`(?<![\\w$.{/?&-])(?<name>[A-Za-z_][A-Za-z0-9_.]*)=${VALUE}`, 'g'),
  },
  // --name=value, --name value, -Dname=value
  { sign: '-', pattern: new RegExp(`(?<!\\S)(?:--|-D)(?<name>[A-Za-z][\\w.-]*)(?:=|[ \\t]+)${VALUE}`, 'g') },
  // ?name=value of a URL
  { sign: '=', pattern: /[?&](?<name>[\w.-]+)=(?<bare>[^\s&'"]+)/g },
  // "name": "value" of JSON, name: value of YAML
  { sign: ':', pattern: /"(?<name>[\w.-]+)"\s*:\s*"(?<double>[^"]*)"/g },
  // a header, in quotes
  {
    sign: ':',
    pattern: /['"](?<name>[\w-]+):[ \t]*(?:(?:Bearer|Basic|Token|token)[ \t]+)?(?<bare>[^'"\s]+)['"]/g,
  },
  // logins of curl, wget, docker and sshpass
  { sign: '-u', pattern: /(?<!\S)(?<name>-u|--user)[ =]['"]?[^\s:'"]+:(?<bare>[^\s'"]+)/g },
  {
    sign: '-p',
    pattern: /\b(?:docker login|sshpass|mysql)\b[^\n|;&]*?[ \t](?<name>-p)[ \t]*['"]?(?<bare>[^\s'"]+)/g,
  },
];

/** Options that are followed by a login or a password whatever they are called. */
const LOGINS = new Set(['-u', '--user', '-p']);

/** Returns the values in a script whose names say that they are secrets. What is filled in at run time is none. */
export function findScriptSecrets(script: string): ScriptSecret[] {
  const found = new Map<number, ScriptSecret>();
  for (const { sign, pattern } of forms) {
    if (!script.includes(sign)) continue;
    for (const match of script.matchAll(pattern)) {
      const { name = '', single, double, bare } = match.groups ?? {};
      const text = single ?? double ?? bare ?? '';
      const sureness = LOGINS.has(name) ? 'sure' : secretName(name);
      if (sureness === undefined || (sureness === 'maybe' && !looksRandom(text))) continue;
      const start = match.index + match[0].lastIndexOf(text);
      if (!found.has(start)) found.set(start, { name, start, text });
    }
  }
  return [...found.values()];
}
