import type { Diagnostic } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { main } from '../../../compiler/cli/main.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';

/** A finding in short: where, what, how bad, in which words. */
export type ShortFinding = string;

/** Returns published findings in short, in order. */
export function shortFindings(published: readonly Diagnostic[]): readonly ShortFinding[] {
  return published
    .map(({ range: { start, end }, code, severity, message }) =>
      short(
        [start.line, start.character, end.line, end.character],
        String(code),
        severity === 1,
        String(message),
      ),
    )
    .sort();
}

/**
 * Returns what `bitesize check --report json` says of the files of a project, by the file that it is shown in. What has no
 * place is shown at the start of the first file.
 */
export async function checkFindings(
  files: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, readonly ShortFinding[]>> {
  const host = createMemoryHost({ files, env: { BITESIZE_ALLOW_PLACEHOLDERS: '1' } });
  await main(['check', '--no-cache', '--report', 'json'], host);
  const report: Report = JSON.parse(host.output());
  const first = report.projects[0]?.files[0] ?? '';
  const found = new Map<string, Set<ShortFinding>>();
  for (const { code, severity, message, help, location } of report.diagnostics) {
    const name = location?.path ?? first;
    const words = [message, ...help.map((line) => `help: ${line}`)].join('\n');
    const place = location === undefined ? [0, 0, 0, 0] : placeOf(files[name] ?? '', location);
    const all = found.get(name) ?? new Set();
    found.set(name, all.add(short(place, code, severity === 'error', words)));
  }
  return new Map([...found].map(([name, all]) => [name, [...all].sort()]));
}

interface Report {
  readonly projects: readonly { readonly files: readonly string[] }[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
    readonly help: readonly string[];
    readonly location?: Place & { readonly path: string };
  }[];
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Reports count lines by LF alone, the protocol also by a lone CR. A byte order mark is a character of an editor's text,
 * and none of what `check` shows.
 */
function placeOf(text: string, { line, column, endLine, endColumn }: Place): readonly number[] {
  const document = TextDocument.create('', '', 0, text);
  const lines = text.split('\n');
  const offset = (at: number, letter: number) =>
    lines.slice(0, at - 1).reduce((sum, each) => sum + each.length + 1, 0) +
    (at === 1 && text.startsWith('\uFEFF') ? letter : letter - 1);
  const [start, end] = [
    document.positionAt(offset(line, column)),
    document.positionAt(offset(endLine, endColumn)),
  ];
  return [start.line, start.character, end.line, end.character];
}

function short(place: readonly number[], code: string, isError: boolean, message: string): ShortFinding {
  return `${place.join(':')} ${isError ? 'error' : 'warning'}[${code}] ${message}`;
}
