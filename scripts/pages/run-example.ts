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

/** Runs a command line on the files of an example, in memory. */
export async function runExample(command: string, files: PageFiles): Promise<ExampleRun> {
  const host = createMemoryHost({ files, columns: 100 });
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
