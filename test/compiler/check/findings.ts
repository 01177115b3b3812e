import { applyEdits, type Diagnostic } from '../../../compiler/diagnostics/diagnostic.ts';
import { analyse, type CompileOptions } from '../../../compiler/pipeline.ts';
import { positionAt } from '../../../compiler/text/position.ts';
import type { SourceFile } from '../../../compiler/text/span.ts';

/** Specs of a test, by kind: `environments` stands for `environments.bitesize`. */
export type SpecTexts = Readonly<Record<string, string>>;

/** Returns the sources that the texts of a test stand for. */
export function sourcesOf(texts: SpecTexts): readonly SourceFile[] {
  return Object.entries(texts).map(([kind, text]) => ({ name: `${kind}.bitesize`, text }));
}

/** Returns everything that the front end reports about the specs of a test. */
export function diagnosticsOf(texts: SpecTexts, options?: CompileOptions): readonly Diagnostic[] {
  return analyse(sourcesOf(texts), options).diagnostics;
}

/** Returns findings as `code marked text`, the text being what stands under the `^^^`. */
export function findingsOf(texts: SpecTexts, options?: CompileOptions): readonly string[] {
  return diagnosticsOf(texts, options).map(({ code, span }) => `${code} ${span ? markedText(span) : ''}`);
}

/** Returns a diagnostic as `code line:column`. */
export function placeOf({ code, span }: Diagnostic): string {
  const { line, column } = span ? positionAt(span.file, span.start) : { line: 0, column: 0 };
  return `${code} ${line}:${column}`;
}

function markedText({ file, start, end }: NonNullable<Diagnostic['span']>): string {
  return file.text.slice(start, end).split('\n')[0] ?? '';
}

/** Returns the text of a spec after every fix of its findings was applied, safe or not. */
export function fixed(kind: string, text: string): string {
  const edits = diagnosticsOf({ [kind]: text }).flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  return applyEdits(text, edits);
}

/** Returns an environments spec with one service, whose fields are the given lines. */
export function service(lines: string): string {
  const indented = lines
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `        ${line}`));
  return [
    'project: shop',
    'environments:',
    '  - name: dev',
    '    namespace: shop-dev',
    '    services:',
    '      - name: web',
    ...indented,
    '',
  ].join('\n');
}
