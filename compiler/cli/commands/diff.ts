import type { Compilation } from '../../compilation.ts';
import { compileFully } from '../../compile-fully.ts';
import type { Change } from '../../diff/change.ts';
import { changesBetween } from '../../diff/changes.ts';
import { massRemoval } from '../../diff/mass-removal.ts';
import { printChangesJson } from '../../diff/print-changes-json.ts';
import { printChangesMarkdown } from '../../diff/print-changes-markdown.ts';
import { printChangesText } from '../../diff/print-changes-text.ts';
import { printUnified } from '../../diff/print-unified.ts';
import type { Host } from '../../host/host.ts';
import { createPaint } from '../../report/paint.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { openProject } from '../read/open-project.ts';
import { readAtRef } from '../read/read-at-ref.ts';
import { type ColourChoice, useColour } from '../use-colour.ts';

/** The options of `bitesize diff`. */
export interface DiffOptions {
  readonly base?: string;
  readonly format: 'text' | 'json' | 'markdown';
  readonly unified?: true;
  readonly exitCode?: true;
  readonly maxRemovals: number;
  readonly color: ColourChoice;
}

/** Runs `bitesize diff`: what changes in Jenkins and in the cluster from a git ref, or from another folder. */
export async function runDiff(
  host: Host,
  folders: readonly string[],
  options: DiffOptions,
): Promise<ExitCode> {
  const sides = await bothSides(host, folders, options);
  if (typeof sides === 'string') return failed(host, sides, exitCodes.usage);
  const { before, after } = sides;
  const errors = after.diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0)
    return failed(host, `the specs have ${errors} errors: \`bitesize check\` shows them`, exitCodes.errors);
  const baseErrors = before.diagnostics.filter(({ severity }) => severity === 'error').length;
  if (baseErrors > 0 && before.sources.length > 0) {
    host.stderr.write(
      `note: the base has ${baseErrors} errors and gives no output: everything counts as added\n`,
    );
  }
  const changes = changesBetween(before.ir, after.ir);
  host.stdout.write(printed(changes, sides, options, host));
  const tooMany = massRemoval(changes, options.maxRemovals);
  if (tooMany !== undefined) return failed(host, tooMany, exitCodes.errors);
  return options.exitCode === true && changes.length > 0 ? exitCodes.differs : exitCodes.fine;
}

interface Sides {
  readonly before: Compilation;
  readonly after: Compilation;
}

async function bothSides(
  host: Host,
  folders: readonly string[],
  options: DiffOptions,
): Promise<Sides | string> {
  const [first = '', second] = folders;
  if (folders.length > 2) return '`diff` takes one folder with `--base`, or two folders';
  if ((second === undefined) === (options.base === undefined)) {
    return second === undefined
      ? 'name the base: `--base <git ref>`, or a second folder'
      : '`--base` takes one folder';
  }
  const after = await openProject(host, second ?? first);
  if (options.base === undefined)
    return { before: await compiled(await openProject(host, first)), after: await compiled(after) };
  const base = readAtRef(host, first, options.base, after.files.keys());
  return base.ok ? { before: await compiled(base), after: await compiled(after) } : base.problem;
}

/** A base may have findings of any kind; what counts is whether it gives an output. */
function compiled({
  sources,
  files,
}: Pick<Compilation, 'sources'> & { files: ReadonlyMap<string, string> }): Promise<Compilation> {
  return compileFully(sources, { unknownFields: 'warn', allowPlainSecrets: true, files });
}

function printed(
  changes: readonly Change[],
  { before, after }: Sides,
  options: DiffOptions,
  host: Host,
): string {
  if (options.format === 'json') return printChangesJson(changes);
  if (options.format === 'markdown') return printChangesMarkdown(changes);
  const colours = createPaint(useColour(options.color, host.env, host.stdout));
  const paint = { ...colours, changed: colours.warning, faint: colours.frame, alarm: colours.error };
  const text = printChangesText(changes, paint);
  return options.unified === true ? `${printUnified(before.artifacts, after.artifacts)}${text}` : text;
}

function failed(host: Host, problem: string, code: ExitCode): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return code;
}
