import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { generatedHeader } from './generated-header.ts';

/**
 * Returns the module that holds, as one text, what specs in TypeScript see of the package `bitesize`: the interfaces
 * of `types.ts` and the functions of `schema/authoring/authoring.ts`. The compiler checks specs against this text, so
 * that neither the place nor the version of an installed package matters.
 */
export function printAuthoring(types: string): string {
  const source = readFileSync(join(import.meta.dirname, '..', 'authoring', 'authoring.ts'), 'utf8');
  const functions = ts.transpileDeclaration(source, {
    fileName: 'authoring.ts',
    compilerOptions: {
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.ESNext,
      newLine: ts.NewLineKind.LineFeed,
    },
    reportDiagnostics: true,
  });
  const [problem] = functions.diagnostics ?? [];
  if (problem !== undefined) throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n'));
  const interfaces = types.slice(types.indexOf('\n\n') + 2);
  const declarations = functions.outputText.replace(/^import type [^;]*;\n/, '');
  const text = JSON.stringify(`${interfaces}\n${declarations}`);
  return [
    generatedHeader,
    '',
    '/** The declarations of the module `bitesize`, as specs in TypeScript see it. */',
    `export const authoringDeclarations: string =\n  ${text};`,
    '',
  ].join('\n');
}
