import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';
import { shellcheckTool } from '../tools/shellcheck.ts';

/** One finding of shellcheck. */
export interface ShellFinding {
  readonly line: number;
  readonly code: number;
  readonly level: 'error' | 'warning' | 'info' | 'style';
  readonly message: string;
}

/** Returns what `bash -n` says about a script; empty when it can be parsed. */
export async function bashSyntaxErrors(text: string): Promise<string> {
  const { code, stderr } = await runCommand('bash', ['-n'], { input: text });
  return code === 0 ? '' : stderr || `bash -n ended with ${code}`;
}

/**
 * Returns the findings of shellcheck. A script without a `#!` line is judged as POSIX sh, which is what Jenkins runs
 * it with.
 */
export async function shellcheck(text: string): Promise<readonly ShellFinding[]> {
  const dialect = text.startsWith('#!') ? [] : ['--shell=sh'];
  const program = requireTool(shellcheckTool);
  const { code, stdout, stderr } = await runCommand(program, ['--norc', '--format=json', ...dialect, '-'], {
    input: text,
  });
  if (code !== 0 && code !== 1) throw new Error(`shellcheck failed: ${stderr}`);
  return (JSON.parse(stdout) as ShellFinding[]).map(({ line, code: number, level, message }) => ({
    line,
    code: number,
    level,
    message,
  }));
}
