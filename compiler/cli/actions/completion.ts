import type { Command } from 'commander';
import type { Host } from '../../host/host.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';

/** The shells that completion is written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** A command of the command line with what can follow it. */
interface CompletionEntry {
  readonly name: string;
  readonly description: string;
  readonly words: readonly string[];
}

/** Runs `bitesize completion`: a script for a shell, made from the command line itself. */
export function runCompletion(host: Host, program: Command, shell: (typeof shells)[number]): ExitCode {
  const entries = program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    words: [
      ...command.commands.map((inner) => inner.name()),
      ...command.options
        .flatMap(({ long, short }) => [long, short])
        .filter((flag) => typeof flag === 'string'),
    ],
  }));
  host.stdout.write(printers[shell](entries));
  return exitCodes.fine;
}

const printers: Readonly<Record<(typeof shells)[number], (entries: readonly CompletionEntry[]) => string>> = {
  bash: printBash,
  zsh: printZsh,
  fish: printFish,
};

function printBash(entries: readonly CompletionEntry[]): string {
  return `# bash completion for bitesize: bitesize completion bash > /etc/bash_completion.d/bitesize
_bitesize() {
  local word=\${COMP_WORDS[COMP_CWORD]} words=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${entries.map(({ name }) => name).join(' ')} --help --version'
  else
    case \${COMP_WORDS[1]} in
${entries.map(({ name, words }) => `      ${name}) words='${words.join(' ')} --help' ;;`).join('\n')}
    esac
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word"; compgen -f -- "$word")
}
complete -o filenames -F _bitesize bitesize
`;
}

function printZsh(entries: readonly CompletionEntry[]): string {
  return `#compdef bitesize
# zsh completion for bitesize: bitesize completion zsh > "\${fpath[1]}/_bitesize"
_bitesize() {
  local -a commands words
  commands=(
${entries.map(({ name, description }) => `    '${name}:${plainWords(description)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  case $words[2] in
${entries.map(({ name, words }) => `    ${name}) compadd -- ${words.join(' ')} --help ;;`).join('\n')}
  esac
  _files
}
_bitesize "$@"
`.replace('local -a commands words', 'local -a commands');
}

function printFish(entries: readonly CompletionEntry[]): string {
  const lines = entries.flatMap(({ name, description, words }) => [
    `complete -c bitesize -n __fish_use_subcommand -f -a ${name} -d '${plainWords(description)}'`,
    ...words.map((word) => {
      const kind = word.startsWith('--')
        ? `-l ${word.slice(2)}`
        : word.startsWith('-')
          ? `-s ${word.slice(1)}`
          : `-a ${word}`;
      return `complete -c bitesize -n '__fish_seen_subcommand_from ${name}' ${kind}`;
    }),
  ]);
  return `# fish completion for bitesize: bitesize completion fish > ~/.config/fish/completions/bitesize.fish\n${lines.join('\n')}\n`;
}

/** A description in single quotes; a colon would end it in zsh, and no quote gets through. */
function plainWords(text: string): string {
  return text.replaceAll("'", '').replaceAll(':', '\\:').replaceAll('`', '');
}
