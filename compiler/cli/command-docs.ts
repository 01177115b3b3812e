import type { Argument, Command, Option } from 'commander';
import type { CommandDoc, CommandWord } from '../docs/commands-page.ts';

/** Returns what the command line says of each command, those inside of others after them; what all have comes first. */
export function commandDocs(program: Command): readonly CommandDoc[] {
  return [
    { ...commandDoc(program, ''), description: 'what every command has, written before its name' },
    ...program.commands.flatMap((command) => withInner(command, '')),
  ];
}

function withInner(command: Command, outer: string): readonly CommandDoc[] {
  const name = `${outer}${command.name()}`;
  return [commandDoc(command, name), ...command.commands.flatMap((inner) => withInner(inner, `${name} `))];
}

function commandDoc(command: Command, name: string): CommandDoc {
  return {
    name,
    description: command.description(),
    usage: command.usage(),
    arguments: command.registeredArguments.map((argument) => ({
      ...wordDoc(argument),
      word: argument.name(),
    })),
    options: command.options
      .filter(({ hidden }) => !hidden)
      .map((option) => ({ ...wordDoc(option), word: option.flags })),
  };
}

function wordDoc({
  description,
  argChoices,
  defaultValue,
  defaultValueDescription,
}: Argument | Option): Omit<CommandWord, 'word'> {
  const fallback: unknown = defaultValueDescription ?? defaultValue;
  return {
    description,
    choices: argChoices ?? [],
    fallback:
      fallback === undefined ||
      typeof fallback === 'boolean' ||
      (Array.isArray(fallback) && fallback.length === 0)
        ? ''
        : String(fallback),
  };
}
