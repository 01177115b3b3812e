import { byText } from '../../../util/by-text.ts';
import { tokens, type Word } from './shell-tokens.ts';

/** A command of a script. */
export interface ShellCommand {
  /** The name of the program without its folder; letters that the shell fills in are none. */
  readonly name: string;
  /** Where it was written, with its folder. */
  readonly start: number;
  readonly end: number;
  /** Its arguments. */
  readonly words: readonly string[];
}

/**
 * Returns the commands of a script that run in any case, as far as that is plain: none inside of conditions, functions
 * and commands that may fail, nothing behind what could change which programs are found, and no program that the
 * script asks for before it uses it. In doubt a command is left out. A script for another interpreter is one command:
 * that interpreter. Linear in the script.
 */
export const certainCommands = byText((script): readonly ShellCommand[] => {
  const interpreter = /^#![ \t]*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/.exec(script);
  if (interpreter !== null) {
    const [line, path = '', argument = ''] = interpreter;
    const written = baseName(path) === 'env' ? argument : path;
    const start = line.lastIndexOf(written);
    const name = baseName(written);
    if (!/^(ba|da|k)?sh$/.test(name)) return [{ name, start, end: start + written.length, words: [] }];
  }
  const { commands, asked } = new Reader().read(script);
  return commands.filter(({ name }) => !asked.has(name));
});

const closing: Readonly<Record<string, string>> = {
  if: 'fi',
  while: 'done',
  until: 'done',
  for: 'done',
  select: 'done',
  case: 'esac',
  '{': '}',
};

/** Words that may stand before a command. */
const openers: ReadonlySet<string> = new Set(['then', 'do', 'else', 'elif']);

/** Something that is open: a condition, a loop, a group. */
interface Block {
  readonly close: string;
  /** Whether what stands in it always runs. */
  readonly always: boolean;
  /** How many commands there were before it. */
  readonly from: number;
}

class Reader {
  private readonly commands: ShellCommand[] = [];
  /** Programs that the script looks for, and its own functions. */
  private readonly asked = new Set<string>();
  private readonly open: Block[] = [];
  private closed: Block | undefined;
  /** The commands of one list (`a && b | c`), and the words of the last of them. */
  private list: (readonly Word[])[] = [];
  private words: Word[] = [];
  private mayFail = false;
  /** Whether words belong to `for x in ...` or `case x in`. */
  private inHead = false;
  private inFunctionHead = false;
  /** Whether nothing more is certain. */
  private isOver = false;

  read(script: string): { readonly commands: readonly ShellCommand[]; readonly asked: ReadonlySet<string> } {
    for (const token of tokens(script)) {
      if ('operator' in token) this.readOperator(token.operator);
      else this.readWord(token);
    }
    this.endList();
    return { commands: this.commands, asked: this.asked };
  }

  private readOperator(operator: string): void {
    this.inHead = false;
    const { closed, words, list } = this;
    if (operator === '||' && closed !== undefined && words.length === 0 && list.length === 0)
      this.commands.splice(closed.from);
    if (operator === '\n' && this.inFunctionHead) return;
    this.closed = undefined;
    if (operator === '(' && words.length === 1 && list.length === 0) {
      this.asked.add(words[0]?.text ?? '');
      this.words = [];
      this.inFunctionHead = true;
    } else if (operator === '(') {
      this.begin(')');
    } else if (operator === ')' && this.inFunctionHead) {
      // The body follows.
    } else if (operator === '&&' || operator === '||' || operator === '|' || operator === '|&') {
      this.mayFail ||= operator === '||';
      this.endCommand();
    } else {
      this.endList();
      if (operator === ')' && this.open.at(-1)?.close === ')') this.closed = this.open.pop();
    }
  }

  private readWord(word: Word): void {
    if (this.inHead) return;
    this.closed = undefined;
    const { text } = word;
    if (this.words.length > 0 || !word.isPlain) this.words.push(word);
    else if (text === this.open.at(-1)?.close) {
      this.endList();
      this.closed = this.open.pop();
    } else if (Object.hasOwn(closing, text)) {
      this.begin(closing[text] ?? '', text === '{' || text === 'for');
      this.inHead = text === 'for' || text === 'select' || text === 'case';
    } else if (text === 'function') this.isOver = true;
    else if (!openers.has(text)) this.words.push(word);
    this.inFunctionHead = false;
  }

  private begin(close: string, always = true): void {
    const isAlone = this.list.length === 0 && !this.inFunctionHead;
    this.endList();
    this.inFunctionHead = false;
    this.open.push({ close, always: always && isAlone, from: this.commands.length });
  }

  private endCommand(): void {
    if (this.words.length > 0) this.list.push(this.words);
    this.words = [];
  }

  private endList(): void {
    this.endCommand();
    let always = !this.mayFail && this.open.every((block) => block.always);
    for (const words of this.list) {
      const isNegated = words[0]?.isPlain === true && words[0].text === '!';
      for (const program of words.flatMap(askedInside)) this.asked.add(program);
      const command = this.readCommand(isNegated ? words.slice(1) : words);
      if (command === undefined) continue;
      const { name } = command;
      for (const program of askedBy(command)) this.asked.add(program);
      always &&= !isNegated;
      if (always && !this.isOver) this.commands.push(command);
      else if (isQuestion(command)) this.asked.add(name);
      always &&= !mayRefuse.has(name);
      this.isOver ||= changesPrograms(command);
    }
    this.list = [];
    this.mayFail = false;
  }

  /** Assignments stand before a command. */
  private readCommand(words: readonly Word[]): ShellCommand | undefined {
    const at = words.findIndex(({ text }) => !/^[A-Za-z_]\w*\+?=/.test(text));
    const assigned = at === -1 ? words : words.slice(0, at);
    this.isOver ||= assigned.some(({ text }) => setsPath(text));
    const [first, ...rest] = at === -1 ? [] : words.slice(at);
    if (first === undefined || !first.isPlain) return undefined;
    const { start, end, text } = first;
    return { name: programName(text), start, end, words: rest.map((word) => word.text) };
  }
}

/** Commands behind which `&&` is a condition. */
const mayRefuse: ReadonlySet<string> = new Set(
  'command which type hash [ [[ test grep egrep false diff cmp'.split(' '),
);

/** Returns the programs that a command looks for. */
function askedBy({ name, words }: ShellCommand): readonly string[] {
  if (name === 'alias') return words.map((word) => word.split('=')[0] ?? '');
  if (/^(command|which|type|hash)$/.test(name)) return words;
  return /^(\[|\[\[|test)$/.test(name) ? words.map(baseName) : [];
}

/** Returns the programs that a word looks for, as `"$(command -v make)"` does. */
function askedInside({ text, isPlain }: Word): readonly string[] {
  if (isPlain) return [];
  return [...text.matchAll(/(?:\$\(|`)\s*(?:command -v|which|type -[pP]|hash) +([\w.+-]+)/g)].flatMap(
    ([, program]) => program ?? [],
  );
}

/** Whether a command only shows whether its program is there, as the condition `npm --version` does. */
function isQuestion({ words }: ShellCommand): boolean {
  return words.length === 1 && /^(-v|-V|--version|version|-h|--help|help)$/.test(words[0] ?? '');
}

function setsPath(word: string): boolean {
  return /^PATH\+?=/.test(word);
}

/** A program in a folder of its own is another one than that of the system. */
function programName(text: string): string {
  return /^\/(usr\/)?(local\/)?s?bin\/[^/]+$/.test(text) ? baseName(text) : text;
}

/** Behind these it is open which programs there are, and whether one that is missing ends the script. */
function changesPrograms({ name, words }: ShellCommand): boolean {
  if (name === 'set') return words.some((word) => /^\+[a-z]*e/.test(word) || word === '+o');
  if (name === 'export' || name === 'declare') return words.some(setsPath);
  return name === '.' || name === 'source' || name === 'eval' || name === 'exit' || name === 'trap';
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
