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

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it has neither quotes nor anything that the shell fills in. */
  readonly isPlain: boolean;
}

type Token = Word | { readonly operator: string };

/**
 * Returns the commands of a script that run in any case, as far as that is plain: none inside of conditions, functions
 * and commands that may fail, nothing behind what could change which programs are found, and no program that the
 * script asks for before it uses it. In doubt a command is left out. A script for another interpreter is one command:
 * that interpreter. Linear in the script.
 */
export function certainCommands(script: string): readonly ShellCommand[] {
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
}

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

/** Returns words and operators of a script, without comments and texts that follow `<<`; what is left open ends it. */
function* tokens(script: string): Generator<Token> {
  let at = 0;
  const waiting: { readonly end: string; readonly tabs: boolean }[] = [];
  while (at < script.length) {
    const letter = script.charAt(at);
    if (letter === '\n') {
      yield { operator: '\n' };
      at++;
      for (const { end, tabs } of waiting.splice(0)) {
        const after = behindText(script, at, end, tabs);
        if (after === undefined) return;
        at = after;
      }
    } else if (/\s/.test(letter)) at++;
    else if (letter === '\\' && /^\r?\n/.test(script.slice(at + 1, at + 3)))
      at += script.charAt(at + 1) === '\r' ? 3 : 2;
    else if (letter === '#') {
      const end = script.indexOf('\n', at);
      at = end === -1 ? script.length : end;
    } else if (/^[0-9&]?[<>]/.test(script.slice(at, at + 2))) {
      const [redirection = letter] =
        /^[0-9&]?(<<<|<<-?|<>|>>|>\||[<>]&?)/.exec(script.slice(at, at + 5)) ?? [];
      at += redirection.length;
      if (script.charAt(at) === '(') return;
      while (script.charAt(at) === ' ' || script.charAt(at) === '\t') at++;
      const target = readWord(script, at);
      if (target === undefined) return;
      at = target.end;
      if (/<<-?$/.test(redirection)) waiting.push({ end: target.text, tabs: redirection.endsWith('-') });
    } else if (/[;&|()]/.test(letter)) {
      const [operator = letter] = /^(?:;;|&&|\|\||\|&|[;&|()])/.exec(script.slice(at, at + 2)) ?? [];
      yield { operator };
      at += operator.length;
    } else {
      const word = readWord(script, at);
      if (word === undefined) return;
      yield word;
      at = word.end;
    }
  }
}

function behindText(script: string, from: number, end: string, tabs: boolean): number | undefined {
  for (let at = from; at < script.length; ) {
    const next = script.indexOf('\n', at);
    const line = script.slice(at, next === -1 ? script.length : next).replace(/\r$/, '');
    at = next === -1 ? script.length : next + 1;
    if ((tabs ? line.replace(/^\t+/, '') : line) === end) return at;
  }
  return undefined;
}

/** What stands in a word for itself. */
const LETTERS = /[^\s;&|()<>\\'"`$]+/y;

/** Returns a word; undefined when a quote or a bracket of it is never closed. */
function readWord(script: string, from: number): Word | undefined {
  let at = from;
  let text = '';
  let isPlain = true;
  while (at < script.length) {
    const letter = script.charAt(at);
    if (/[\s;&|()<>]/.test(letter)) break;
    if (letter === '\\') {
      isPlain = false;
      text += script.charAt(at + 1);
      at += 2;
      continue;
    }
    if (letter !== "'" && letter !== '"' && letter !== '`' && letter !== '$') {
      LETTERS.lastIndex = at;
      const run = LETTERS.exec(script)?.[0] ?? letter;
      text += run;
      at += run.length;
      continue;
    }
    isPlain = false;
    const end = behind(script, at, 0);
    if (end === undefined) return undefined;
    text += letter === "'" || letter === '"' ? script.slice(at + 1, end - 1) : script.slice(at, end);
    at = end;
  }
  return {
    text,
    start: from,
    end: at,
    isPlain: isPlain && (text.length === 1 || text === '[[' || !/[*?[\]~{}]/.test(text)),
  };
}

/** Deeper ones are not read: nobody writes them, and reading takes the stack. */
const MOST_DEPTH = 50;

/** Returns where a quoted text, `$(...)`, `${...}` or a name behind `$` ends that begins here; undefined when nowhere. */
function behind(script: string, from: number, depth: number): number | undefined {
  if (depth > MOST_DEPTH) return undefined;
  const first = script.charAt(from);
  if (first === "'" || first === '`') {
    const end = script.indexOf(first, from + 1);
    return end === -1 ? undefined : end + 1;
  }
  const second = script.charAt(from + 1);
  const close = first === '"' ? '"' : second === '(' ? ')' : second === '{' ? '}' : undefined;
  if (close === undefined) return from + 1;
  let open = 1;
  let at = from + (first === '"' ? 1 : 2);
  while (at < script.length) {
    const letter = script.charAt(at);
    if (letter === close) {
      open--;
      at++;
      if (open === 0) return at;
    } else if (letter === '\\') at += 2;
    else if (close === ')' && letter === '(') {
      open++;
      at++;
    } else if (letter === '$' || letter === '`' || (close !== '"' && (letter === '"' || letter === "'"))) {
      const end = behind(script, at, depth + 1);
      if (end === undefined) return undefined;
      at = end;
    } else at++;
  }
  return undefined;
}
