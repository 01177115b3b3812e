import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LinkedApplication } from '../../link/project.ts';
import type { Instruction } from '../../model/images/dockerfile.ts';
import { spanOf } from '../../text/span-of.ts';
import { splitCommand } from './split-command.ts';

/**
 * Returns the ENTRYPOINT of an application in exec form, or nothing without a command: the base image's then counts.
 * A command that only a shell understands runs in `/bin/sh -c`.
 */
export function entrypoint(
  { spec }: LinkedApplication,
  report: (diagnostic: Diagnostic) => void,
): readonly Instruction[] {
  const { command } = spec;
  if (command === undefined || command.value.trim() === '') return [];
  const split = splitCommand(command.value);
  switch (split.kind) {
    case 'unclosed-quote':
      report(
        diagnose('image/unclosed-quote', { quote: split.quote }, spanOf(command.origin), {
          help: 'close the quote, or put a backslash before it',
        }),
      );
      return [];
    case 'words':
      return [instruction(split.words, [], command)];
    case 'shell':
      return [
        instruction(
          ['/bin/sh', '-c', split.script],
          [`The command has ${split.because}, so a shell runs it.`],
          command,
        ),
      ];
  }
}

function instruction(
  words: readonly string[],
  comments: readonly string[],
  { origin }: NonNullable<LinkedApplication['spec']['command']>,
): Instruction {
  return { comments, lines: [{ text: `ENTRYPOINT ${JSON.stringify(words)}` }], origin };
}
