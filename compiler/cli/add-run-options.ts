import { type Command, InvalidArgumentError, Option } from 'commander';
import { reportFormats } from '../report/reports.ts';
import type { ReportRequest } from '../run/run-options.ts';
import { parseShard, type Shard } from '../run/shards/shard-result.ts';
import { suggestion } from '../util/suggestion.ts';
import { colourOption, wholeNumber } from './cli-command.ts';
import { outputFile, outputFolder } from './output-option.ts';

/** Adds the options of `check` and `compile`: what is an error, threads, caches, shards, and the reports. */
export function addRunOptions(command: Command): Command {
  return addReportOptions(command)
    .addOption(
      new Option('--unknown-fields <severity>', 'what a field that no engine knows is')
        .choices(['error', 'warn'])
        .default('error'),
    )
    .option('--allow-plain-secrets', 'a secret in plain text is a warning, not an error')
    .option('--allow-placeholders', 'say nothing about values that only an example can have')
    .addOption(
      new Option('-j, --jobs <number>', 'threads at most (default: one for each core)').argParser(jobs),
    )
    .option('--no-cache', 'look at every project afresh, and keep no results')
    .option(
      '--cache-dir <folder>',
      'keep results there, for this and other machines; with `BITESIZE_CACHE_KEY` the output, too',
      outputFolder,
    )
    .addOption(new Option('--shard <i/n>', 'only the i-th of n parts of the projects').argParser(shard))
    .option('--results <folder>', 'where a shard leaves its result for `bitesize merge`', outputFolder)
    .option('--watch', 'stay, and run again what changed when specs are saved')
    .option('--stdin-name <path>', 'the path that the spec on standard input (`-`) stands for');
}

/** Adds the options for reports and what counts in them, which `merge` has, too. */
export function addReportOptions(command: Command): Command {
  const formats = reportFormats.map(({ name }) => name).join(', ');
  return command
    .addOption(
      new Option('--report <format[=file]>', `write a report: ${formats}; may be repeated`)
        .argParser(addReport)
        .default([], 'text'),
    )
    .addOption(
      new Option(
        '--max-diagnostics <number>',
        'show at most so many findings to people; from 1000 on, keep so many errors and warnings of a project; 0: all',
      )
        .argParser(wholeNumber)
        .default(100),
    )
    .addOption(colourOption())
    .option('--warnings-as-errors', 'exit with 1 when there is a warning')
    .option('--baseline <file>', 'leave out the findings that this file lists', outputFile)
    .option('--update-baseline', 'write the findings of this run to the baseline file')
    .option('-q, --quiet', 'no warnings and no summary, only errors');
}

function addReport(value: string, before: readonly ReportRequest[]): readonly ReportRequest[] {
  const equals = value.indexOf('=');
  const format = equals === -1 ? value : value.slice(0, equals);
  const target = equals === -1 ? '-' : value.slice(equals + 1);
  // As everywhere, `-` is the standard stream.
  const file = target === '-' ? undefined : target;
  if (!reportFormats.some(({ name }) => name === format)) {
    const meant = suggestion(
      format,
      reportFormats.map(({ name }) => name),
    );
    throw new InvalidArgumentError(
      `There is no report format '${format}'.${meant === undefined ? '' : `\n(Did you mean ${meant}?)`}`,
    );
  }
  if (file === '') throw new InvalidArgumentError('A file name must follow the `=`.');
  if (file === undefined && before.some((request) => request.file === undefined)) {
    throw new InvalidArgumentError(
      'Only one report can go to standard output; write `format=file` for the others.',
    );
  }
  return [...before, file === undefined ? { format } : { format, file: outputFile(file) }];
}

function jobs(value: string): number {
  const number = wholeNumber(value);
  if (number === 0) throw new InvalidArgumentError('At least one thread is needed.');
  return number;
}

function shard(value: string): Shard {
  const parsed = parseShard(value);
  if (parsed === undefined) throw new InvalidArgumentError('It must be such as 1/4: the first of four.');
  return parsed;
}
