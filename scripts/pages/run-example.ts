import { main } from '../../compiler/cli/main.ts';
import { createMemoryHost } from '../../compiler/host/memory-host.ts';
import type { PageFiles } from './page.ts';

/** What a command printed about the files of an example. */
export interface ExampleRun {
  /** Without the summary, whose numbers say nothing on a page. */
  readonly output: string;
  /** The codes that it reported, each once, in the order of the report. */
  readonly codes: readonly string[];
}

/** The codes whose examples have what all other examples have, too. */
const ofExamples: ReadonlySet<string> = new Set(['check/placeholder', 'check/mirrored-base']);

/** Runs a command line on the files of the example of a code, in memory. */
export async function runExample(code: string, command: string, files: PageFiles): Promise<ExampleRun> {
  const env: Record<string, string> = ofExamples.has(code) ? {} : { BITESIZE_ALLOW_PLACEHOLDERS: '1' };
  const host = createMemoryHost({ files, columns: 100, env });
  const words = command.split(' ').slice(1);
  await main([...words, '--report', 'text', '--report', 'json=report.json'], host);
  const report = host.files.read('report.json');
  const text = report.ok ? new TextDecoder().decode(report.value) : '{}';
  return { output: withoutSummary(`${host.errors()}${host.output()}`), codes: codesIn(text) };
}

function withoutSummary(output: string): string {
  const blocks = output.trimEnd().split('\n\n');
  const last = blocks.at(-1) ?? '';
  return `${(/^\d+ (file|project)/m.test(last) ? blocks.slice(0, -1) : blocks).join('\n\n')}\n`;
}

function codesIn(report: string): readonly string[] {
  return [...new Set([...report.matchAll(/"code": "([^"]+)"/g)].map(([, code = '']) => code))];
}
