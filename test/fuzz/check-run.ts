import { expect } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import type { Diagnostic } from '../../compiler/diagnostics/diagnostic.ts';
import { analyse } from '../../compiler/pipeline.ts';
import { renderText } from '../../compiler/report/text.ts';
import type { SourceFile } from '../../compiler/text/span.ts';

/** What a run may take; one that takes longer is tried again, since the machine may have been busy. */
const MOST_MILLISECONDS = 1000;

/**
 * Compiles sources and checks what must hold for every text in the world: no exception, no hang, every place inside
 * its file, and a report that can be drawn.
 */
export function checkRun(sources: readonly SourceFile[]): void {
  const started = performance.now();
  const { diagnostics } = analyse(sources);
  if (performance.now() - started > MOST_MILLISECONDS) expectFast(sources);
  checkDiagnostics(diagnostics, sources);
  if (diagnostics.some(({ severity }) => severity === 'error')) return;
  const compilation = compile(sources);
  checkDiagnostics(compilation.diagnostics, sources);
  const paths = compilation.artifacts.map(({ path }) => path);
  for (const path of paths) expect(path).not.toMatch(/(^|\/)\.\.?(\/|$)|^\/|\\/);
  // Some file systems do not tell upper from lower case.
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
}

function expectFast(sources: readonly SourceFile[]): void {
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    analyse(sources);
    return performance.now() - started;
  });
  expect(Math.min(...times)).toBeLessThan(MOST_MILLISECONDS);
}

function checkDiagnostics(diagnostics: readonly Diagnostic[], sources: readonly SourceFile[]): void {
  for (const { span, labels, fixes, message } of diagnostics) {
    expect(message).not.toBe('');
    const edits = fixes.flatMap((fix) => fix.edits);
    for (const place of [span, ...labels.map((label) => label.span), ...edits.map((edit) => edit.span)]) {
      if (place === undefined) continue;
      expect(sources).toContain(place.file);
      expect(place.start).toBeGreaterThanOrEqual(0);
      expect(place.end).toBeGreaterThanOrEqual(place.start);
      expect(place.end).toBeLessThanOrEqual(place.file.text.length);
    }
  }
  const findings = diagnostics.map((diagnostic) => ({ diagnostic, folder: '' }));
  const context = {
    version: '0',
    projects: [],
    fleets: [],
    milliseconds: 0,
    maximum: 0,
    width: 80,
    colour: false,
  };
  expect(renderText(findings, context)).not.toBe('');
}
