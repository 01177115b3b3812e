import type { Command } from 'commander';
import { createProgram } from '../../../compiler/cli/program.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';

/** Returns the name of every option and argument of every command, such as `check --cache-dir` and `why [folder]`. */
export function commandPlaces(): readonly string[] {
  const program = createProgram(createMemoryHost(), () => undefined);
  return [...optionsOf(program, ''), ...program.commands.flatMap((command) => placesOf(command, ''))];
}

function placesOf(command: Command, above: string): readonly string[] {
  const name = `${above}${command.name()}`;
  return [
    ...command.registeredArguments.map((argument) => `${name} [${argument.name()}]`),
    ...optionsOf(command, `${name} `),
    ...command.commands.flatMap((inner) => placesOf(inner, `${name} `)),
  ];
}

function optionsOf(command: Command, start: string): readonly string[] {
  return command.options.map(({ long }) => `${start}${long}`);
}
