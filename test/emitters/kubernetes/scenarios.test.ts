import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../compiler/diagnostics/diagnostic.ts';
import { lowerEnvironments } from '../../../compiler/lower/kubernetes/lower-environments.ts';
import { analyse } from '../../../compiler/pipeline.ts';
import { specKindOf } from '../../../compiler/source/spec-kind.ts';
import { positionAt } from '../../../compiler/text/position.ts';
import { compareText } from '../../../compiler/util/compare-text.ts';
import { emitEnvironment } from '../../../emitters/kubernetes/index.ts';

/*
 * Each folder of scenarios/ has the specs (and other files) of a project in input/, and what becomes of its
 * environments in output/ and diagnostics.txt. `vitest -u` writes them anew; they are read in review.
 */
const scenarios = join(import.meta.dirname, 'scenarios');

describe.each(readdirSync(scenarios).sort())('the scenario %s', (scenario) => {
  const folder = join(scenarios, scenario);
  const inputs = filesBelow(join(folder, 'input')).map((name) => ({
    name,
    text: readFileSync(join(folder, 'input', name), 'utf8'),
  }));
  const { project, diagnostics } = analyse(inputs.filter(({ name }) => specKindOf(name) !== undefined));
  const lowered = lowerEnvironments(project, new Map(inputs.map(({ name, text }) => [name, text])));
  const all = [...diagnostics, ...lowered.diagnostics];
  const artifacts = all.some(({ severity }) => severity === 'error')
    ? []
    : lowered.value.flatMap(emitEnvironment);

  it('has these diagnostics', async () => {
    const text = all
      .map((diagnostic) => `${describeDiagnostic(diagnostic)}\n`)
      .sort(compareText)
      .join('');
    await expect(text).toMatchFileSnapshot(join(folder, 'diagnostics.txt'));
  });

  it('has this output', async () => {
    for (const { path, content } of artifacts) {
      await expect(content.text).toMatchFileSnapshot(join(folder, 'output', path));
    }
    expect(filesBelow(join(folder, 'output'))).toEqual(artifacts.map(({ path }) => path).sort(compareText));
  });

  it('knows where every line comes from', () => {
    for (const { path, content } of artifacts) {
      const lines = content.text.split('\n').length - 1;
      const covered = new Set(
        content.marks.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        ),
      );
      expect(Math.max(...covered), path).toBeLessThan(lines);
      expect(covered.size, path).toBe(lines);
    }
  });
});

function describeDiagnostic({ severity, code, message, span }: Diagnostic): string {
  const position = span === undefined ? undefined : positionAt(span.file, span.start);
  const place = position === undefined ? '' : `${span?.file.name}:${position.line}:${position.column}: `;
  return `${place}${severity}[${code}]: ${message}`;
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => relative('.', name).replaceAll('\\', '/'))
    .sort(compareText);
}
