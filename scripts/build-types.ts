import { readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

/** Writes the type declarations of the library, and of all that they mention, below `types/` of a folder. */
export function buildTypes(target: string): void {
  const { config } = ts.parseConfigFileTextToJson('tsconfig.json', readFileSync('tsconfig.json', 'utf8'));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, '.');
  const program = ts.createProgram(['compiler/index.ts'], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: '.',
    outDir: `${target}/types`,
  });
  program.emit();
  writeFileSync(`${target}/index.d.ts`, "export * from './types/compiler/index.js';\n");
}
