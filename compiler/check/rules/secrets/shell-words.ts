/** A word of a shell line without its quotes. */
export interface ShellWord {
  readonly text: string;
  /** Where its first letter stands, behind an opening quote. */
  readonly start: number;
  /** Where it ends, a closing quote included. */
  readonly end: number;
}

/** Words up to the next `;`, `&`, `|` or end of a line. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** Whether its output goes to the next one. */
  readonly isPiped: boolean;
}

/**
 * Returns the commands of a script, roughly: what is quoted is one word, a quote that nobody closes is a letter, and
 * nothing is filled in. Good enough to see which option a value stands behind. Linear in the script.
 */
export function shellCommands(script: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let words: ShellWord[] = [];
  const open = { "'": true, '"': true };
  const end = (isPiped: boolean) => {
    if (words.length > 0) commands.push({ words, isPiped });
    words = [];
  };
  let at = 0;
  while (at < script.length) {
    const letter = script.charAt(at);
    if (letter === '\n' || letter === ';' || letter === '&' || letter === '|') {
      end(letter === '|' && script.charAt(at + 1) !== '|');
      at++;
    } else if (letter === '\\' && /^\r?\n/.test(script.slice(at + 1, at + 3))) {
      at += script.charAt(at + 1) === '\r' ? 3 : 2;
    } else if (/\s/.test(letter)) {
      at++;
    } else {
      const word = readWord(script, at, open);
      words.push(word);
      at = word.end;
    }
  }
  end(false);
  return commands;
}

/** Whether a quote of this kind may still be closed; false once none was found to the end. */
type Open = { "'": boolean; '"': boolean };

function readWord(script: string, from: number, open: Open): ShellWord {
  let at = from;
  let text = '';
  let start = from;
  while (at < script.length) {
    const letter = script.charAt(at);
    if (/[\s;&|]/.test(letter)) break;
    if (letter === '\\' && at + 1 < script.length) {
      if (script.charAt(at + 1) === '\n') break;
      text += script.charAt(at + 1);
      at += 2;
      continue;
    }
    const close = letter === "'" || letter === '"' ? closing(script, at, letter, open) : -1;
    if (close === -1) {
      text += letter;
      at++;
      continue;
    }
    if (text === '') start = at + 1;
    text += script.slice(at + 1, close);
    at = close + 1;
  }
  return { text, start, end: at };
}

function closing(script: string, at: number, quote: "'" | '"', open: Open): number {
  if (!open[quote]) return -1;
  let close = script.indexOf(quote, at + 1);
  while (quote === '"' && close !== -1 && script.charAt(close - 1) === '\\')
    close = script.indexOf(quote, close + 1);
  if (close === -1) open[quote] = false;
  return close;
}
