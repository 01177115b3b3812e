/*
 * How runners of CI find commands in a log, after actions/runner `ActionCommand.cs` (`TryParseV2`, `TryParse`) and the same
 * form of Azure Pipelines and TeamCity. All names count, whether a runner knows them or not.
 */

/** Characters that a comparison of .NET by culture passes over. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{M}]/gu;

/** Returns the first command that a runner would see in a log, or undefined. */
export function runnerCommand(log: string): string | undefined {
  return log.split(/\r\n|\r|\n/).find(isCommand);
}

function isCommand(line: string): boolean {
  const seen = line.replace(UNSEEN, '').trimStart();
  const end = seen.startsWith('::') ? seen.indexOf('::', 2) : -1;
  const name = end < 0 ? '' : seen.slice(2, end);
  return (/^[^:\s]/.test(name) && name !== '') || /##[a-z]*\[/i.test(seen);
}
