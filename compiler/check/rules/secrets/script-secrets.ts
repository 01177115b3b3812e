import { judgeValue } from './judge-value.ts';
import { secretName } from './secret-name.ts';
import { findShellSecrets } from './shell-secrets.ts';
import type { ValueKind } from './value-kind.ts';

/** A value in a text, and the name that makes it a secret. */
export interface NamedSecret {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** How a text gives a value to a name. A value ends with its quote, or else with a space or a closing quote. */
const QUOTED = `'(?<single>[^']{0,4000})'|"(?<double>(?:[^"\\\\]|\\\\.){0,4000})"`;
const VALUE = `(?:${QUOTED}|(?<bare>[^\\s'"&;|)]{1,4000}))`;
const NAME = '(?<name>[A-Za-z_][\\w.-]{0,100})';

/** A way to give a value to a name, and a sign that every text with it has: looking for that is much cheaper. */
interface Form {
  readonly sign: string;
  readonly pattern: RegExp;
}

/** Each starts where no name can go on to the left, and all its repetitions are bounded. */
const forms: readonly Form[] = [
  // Password=value; of a connection string
  {
    sign: '=',
    pattern: /(?<=^|[;'"\s])(?<name>password|pwd|passwd|token)\s{0,3}=\s{0,3}(?<bare>[^;'"\n]{1,400})(?=;)/gi,
  },
  // NAME=value, also after `export`, `-e`, `?`, `--set`
  { sign: '=', pattern: new RegExp(`(?<![\\w$.{/-])${NAME}=${VALUE}`, 'g') },
  // name = "value" of TOML, Python, HCL
  { sign: '=', pattern: new RegExp(`(?<![\\w$.{/-])${NAME}[ \\t]{0,10}:?=>?[ \\t]{0,10}(?:${QUOTED})`, 'g') },
  // name = value of a properties file, on a line of its own
  {
    sign: '=',
    pattern: new RegExp(
      `^[ \\t]{0,40}${NAME}[ \\t]{1,10}=[ \\t]{1,10}(?<bare>[^\\s'"]{1,4000})[ \\t]{0,40}$`,
      'gm',
    ),
  },
  // --name=value, --name value, -Dname=value
  { sign: '-', pattern: new RegExp(`(?<!\\S)(?:--?|-[DPe])${NAME}(?:=|[ \\t]{1,40}(?!-))${VALUE}`, 'g') },
  // "name": "value" of JSON
  {
    sign: ':',
    pattern:
      /["'](?<name>[\w.-]{1,100})\\?["']\s{0,20}(?::|=>)\s{0,20}\\?["'](?<double>[^"'\\]{1,4000})\\?["']/g,
  },
  // name: value of YAML, on a line of its own
  {
    sign: ':',
    pattern: new RegExp(
      `^[ \\t-]{0,80}["']?${NAME}["']?:[ \\t]{1,10}(?:${QUOTED}|(?<bare>[^\\s'"#{[|>&*](?:[^\\n#]|(?<!\\s)#){0,4000}))`,
      'gm',
    ),
  },
  // name: NAME and value: value below it
  {
    sign: 'value:',
    pattern:
      /\bname:[ \t]{0,10}["']?(?<name>[\w.-]{1,100})["']?[ \t]{0,40}\r?\n?[ \t,]{0,80}value:[ \t]{0,10}["']?(?<bare>[^\s"']{1,4000})/g,
  },
  // a header
  {
    sign: ':',
    pattern:
      /(?<![\w-])(?<name>(?:[xX]-[\w-]{1,100}|[\w-]{1,40}-(?:[kK]ey|KEY|[tT]oken|TOKEN|[sS]ecret)|(?:[pP]roxy-)?[aA]uthorization|AUTHORIZATION|[cC]ookie)):[ \t\\]{0,10}(?:(?:bearer|basic|token|apikey|digest|negotiate)[ \t\\]{1,10})?(?<bare>[^'"\s]{1,4000})/gi,
  },
  // an element or attribute of XML
  { sign: '</', pattern: /<(?<name>[\w.-]{1,100})>(?<bare>[^<>\s]{1,1000})<\//g },
  {
    sign: 'value=',
    pattern: /\b(?:name|key)="(?<name>[\w.-]{1,100})"\s{1,20}value="(?<double>[^"]{1,1000})"/gi,
  },
  // SQL
  {
    sign: "'",
    pattern:
      /\b(?<name>identified\s{1,10}(?:with\s{1,10}[\w']{1,40}\s{1,10})?by|(?:encrypted\s{1,10})?password)\s{1,10}'(?<single>[^'\n]{1,400})'/gi,
  },
  // .netrc
  { sign: 'login', pattern: /\blogin\s{1,10}\S{1,200}\s{1,10}(?<name>password)\s{1,10}(?<bare>\S{1,400})/g },
];

/** A header whose value comes behind the end of a quote. */
const SCHEME = /^(?:bearer|basic|token|apikey|digest|negotiate)$/i;

/** Returns the values in a text that names or commands say to be secrets. What is filled in at run time is none. */
export function findScriptSecrets(text: string): NamedSecret[] {
  const found = new Map<number, NamedSecret>();
  const add = (name: string, start: number, end: number, kind: ValueKind) => {
    const before = found.get(start);
    // Texts are full of placeholders that show how a command is used.
    if (kind === 'literal' && (before === undefined || before.end < end))
      found.set(start, { name, start, end });
  };
  for (const { sign, pattern } of forms) {
    if (!text.includes(sign)) continue;
    for (const match of text.matchAll(pattern)) {
      const { name = '', single, double, bare } = match.groups ?? {};
      const value = single ?? double ?? bare?.trimEnd() ?? '';
      const isSql = /\s|^password$/i.test(name);
      if (value === '' || SCHEME.test(value) || (!isSql && secretName(name) === undefined)) continue;
      const tail = match[0].trimEnd();
      const start = match.index + tail.lastIndexOf(value);
      add(name, start, start + value.length, judgeValue(isSql ? 'password' : name, value));
    }
  }
  if (text.includes(' ')) {
    for (const { name, start, end, text: value } of findShellSecrets(text)) {
      // A word with escapes or quotes inside is longer in the script.
      const isPlain = text.startsWith(value, start);
      add(name, start, isPlain ? start + value.length : end, judgeValue('password', value));
    }
  }
  return [...found.values()];
}
