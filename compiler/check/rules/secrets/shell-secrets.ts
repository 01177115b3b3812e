import { secretName } from './secret-name.ts';
import {
  type CommandLogin,
  commandLogins,
  readsPassword,
  settingCommands,
  settingVerbs,
} from './shell-logins.ts';
import { type ShellCommand, type ShellWord, shellCommands } from './shell-words.ts';

/** A word of a command, or a piece of it, that is a secret for what the command does with it. */
export interface ShellSecret {
  /** The option or the command that it is given to. */
  readonly name: string;
  readonly start: number;
  /** Where the word ends that it stands in. */
  readonly end: number;
  readonly text: string;
}

const known = new Set([
  ...commandLogins.flatMap(({ commands }) => commands),
  ...settingCommands,
  ...['echo', 'printf', 'sudo'],
]);

/** Commands whose names are words of other commands, too. */
const usualWords = new Set('http https ab hey mc oc cf az git npm pip jf net echo printf sudo'.split(' '));

/** Any of the commands: nearly all texts have none. Names of commands are words of letters, digits, `_` and `-`. */
let anyCommand: RegExp | undefined;

/** Returns the secrets that the commands of a script are given as words. */
export function findShellSecrets(script: string): readonly ShellSecret[] {
  anyCommand ??= new RegExp(`(?<![\\w-])(?:${[...known].sort().reverse().join('|')}|<<<)(?![\\w-])`);
  if (!anyCommand.test(script)) return [];
  const commands = shellCommands(script);
  return commands.flatMap((command, index) => secretsOfCommand(command, readerOf(commands, index)));
}

/** What changes letters on the way to who reads them. */
const filters = new Set(['base64', 'tr', 'cat', 'tee', 'sed', 'head', 'xargs']);

function readerOf(commands: readonly ShellCommand[], index: number): ShellCommand | undefined {
  let at = index + 1;
  while (at < index + 4 && commands[at]?.isPiped === true && filters.has(commands[at]?.words[0]?.text ?? ''))
    at++;
  return commands[at];
}

/** Returns the secrets in the words of one command; the next one is what its output goes to. */
export function secretsOfCommand(command: ShellCommand, next?: ShellCommand): readonly ShellSecret[] {
  const { words } = command;
  const found: (readonly ShellSecret[])[] = [];
  const seen = new Set<string>();
  for (const [index, word] of words.entries()) {
    const name = commandName(word.text);
    // A name is looked at once, however often it stands there.
    if (!known.has(name) || seen.has(name) || (usualWords.has(name) && !isFirst(words, index))) continue;
    seen.add(name);
    const rest = words.slice(index + 1);
    for (const login of loginsOf.get(name) ?? []) found.push(loginSecrets(name, login, rest));
    if (settingCommands.has(name)) found.push(settings(rest));
    if ((name === 'echo' || name === 'printf') && command.isPiped && next !== undefined)
      found.push(echoed(name, rest, next));
  }
  found.push(hereStrings(words));
  return found.flat();
}

const loginsOf = new Map<string, CommandLogin[]>();
for (const login of commandLogins) {
  for (const name of login.commands) loginsOf.set(name, [...(loginsOf.get(name) ?? []), login]);
}

/** A command in brackets or with its folder. */
function commandName(word: string): string {
  return word.length > 200 ? '' : word.replace(/^[$({`!]{1,4}/, '').replace(/^.*\//, '');
}

const BEFORE_COMMAND =
  /^(?:sudo|exec|time|then|do|else|if|while|until|nohup|env|xargs|[!{(]|--|-\w+|\w+=.*)$/s;

function isFirst(words: readonly ShellWord[], index: number): boolean {
  const before = words[index - 1];
  return (
    before === undefined || BEFORE_COMMAND.test(before.text) || /^(?:\$\(|`)/.test(words[index]?.text ?? '')
  );
}

function loginSecrets(name: string, login: CommandLogin, all: readonly ShellWord[]): readonly ShellSecret[] {
  const from = login.verb === undefined ? 0 : all.findIndex(({ text }) => text === login.verb) + 1;
  if (login.verb !== undefined && from === 0) return [];
  if (login.flag !== undefined && !all.some(({ text }) => login.flag?.test(text))) return [];
  const words = all.slice(from);
  const found: (ShellSecret | undefined)[] = [];
  words.forEach((word, index) => {
    const next = words[index + 1];
    if (next !== undefined && login.options?.includes(word.text)) found.push({ ...next, name: word.text });
    if (next !== undefined && login.unsure?.includes(word.text) && looksTyped(next.text))
      found.push({ ...next, name: word.text });
    if (next !== undefined && login.pairs?.options.some((option) => isPairOption(option, word.text)))
      found.push(behind(next, login.pairs.between, word.text));
    const pair = login.pairs?.options.find((option) => isGluedPair(option, word.text));
    if (pair !== undefined) found.push(behind(word, login.pairs?.between ?? ':', pair));
    const glued = login.glued?.find(
      (option) => word.text.startsWith(option) && word.text.length > option.length,
    );
    if (glued !== undefined) found.push(pieceOf(word, glued.length, glued));
    const marked = login.mark?.exec(word.text)?.groups?.secret;
    if (marked !== undefined) found.push(pieceOf(word, word.text.indexOf(marked, 1), name, marked));
  });
  if (login.word !== undefined) {
    const plain = words.filter(({ text }) => !/^[-<>]|=/.test(text));
    const word = plain.at(login.word);
    if (word !== undefined && (login.word >= 0 || plain.length > 1)) found.push({ ...word, name });
  }
  return found.flatMap((secret) => secret ?? []);
}

/** Options of one letter may be written together: `-su`. */
function isPairOption(option: string, word: string): boolean {
  return (
    option === word ||
    (option.length === 2 && /^-[A-Za-z]{2,10}$/.test(word) && word.endsWith(option.charAt(1)))
  );
}

/** The name of a database has no digits behind letters and no signs. */
function looksTyped(text: string): boolean {
  return /[A-Za-z]\d|\d[A-Za-z]|[^\w./-]/.test(text) && !/^[$<>]/.test(text);
}

/** `-uadmin:pass` and `--user=admin:pass`. */
function isGluedPair(option: string, word: string): boolean {
  if (option.startsWith('--')) return word.startsWith(`${option}=`);
  return word.length > 2 && word.startsWith(option) && !word.startsWith('--');
}

function behind(word: ShellWord, between: string, name: string): ShellSecret | undefined {
  const at = word.text.indexOf(between);
  // A header, a URL or a list has more than a login.
  if (at < 0 || /\s|:\/\//.test(word.text)) return undefined;
  return pieceOf(word, at + 1, name);
}

function pieceOf(
  word: ShellWord,
  at: number,
  name: string,
  text = word.text.slice(at),
): ShellSecret | undefined {
  return text === '' ? undefined : { name, start: word.start + at, end: word.end, text };
}

/** `aws configure set <name> <value>`: the name of the setting says whether its value is a secret. */
function settings(words: readonly ShellWord[]): readonly ShellSecret[] {
  const from = words.findIndex(({ text }) => settingVerbs.has(text));
  if (from === -1) return [];
  return words.slice(from + 1).flatMap(({ text: name }, index) => {
    const value = words[from + 2 + index];
    if (value === undefined || name.startsWith('-') || /[=\s]/.test(name)) return [];
    const isLogin = /^(?:http-basic|pypi-token|bearer)\.|(?:^|:)_auth$/.test(name);
    return isLogin || secretName(name.replace(/^.*[:/]/s, '')) === 'sure'
      ? [{ ...(isLogin ? (words.at(-1) ?? value) : value), name }]
      : [];
  });
}

/** `echo <secret> | docker login --password-stdin`. */
function echoed(
  name: string,
  words: readonly ShellWord[],
  { words: reader }: ShellCommand,
): readonly ShellSecret[] {
  const isSudo =
    reader.some(({ text }) => text === 'sudo') && reader.some(({ text }) => /^-\w*S\w*$/.test(text));
  if (!isSudo && !reader.some(({ text }) => readsPassword.test(text))) return [];
  const secret = words.filter(({ text }) => !/^-[neE]+$/.test(text)).at(-1);
  if (secret === undefined) return [];
  const isPair = reader.some(({ text }) => text === 'chpasswd') && secret.text.includes(':');
  const piece = isPair ? behind(secret, ':', name) : { ...secret, name };
  return piece === undefined ? [] : [piece];
}

/** `docker login --password-stdin <<< <secret>`. */
function hereStrings(words: readonly ShellWord[]): readonly ShellSecret[] {
  const at = words.findIndex(({ text }) => text.startsWith('<<<'));
  const mark = words[at];
  if (mark === undefined || !words.some(({ text }) => readsPassword.test(text))) return [];
  const secret =
    mark.text === '<<<' ? words[at + 1] : { ...mark, text: mark.text.slice(3), start: mark.start + 3 };
  return secret === undefined || secret.text === '' ? [] : [{ ...secret, name: '<<<' }];
}
