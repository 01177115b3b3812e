import { basename } from 'node:path';
import type { BuildResult } from 'esbuild';
import ts from 'typescript';

/**
 * Returns the chunks of a build of ES modules by their names, each as the body of a function (`ChunkCode`): V8 keeps nothing of
 * modules.
 */
export function chunksOf({ outputFiles }: BuildResult<{ write: false }>): ReadonlyMap<string, string> {
  const names = new Set(outputFiles.map(({ path }) => chunkName(path)));
  return new Map(
    outputFiles.map(({ path, text }) => [chunkName(path), asciiCode(functionBody(text, names))]),
  );
}

function chunkName(path: string): string {
  return basename(path, '.js');
}

/**
 * Chunks import each other in no circle, and no chunk assigns to what it exports after it has run, so that what is
 * imported can be taken over once.
 */
function functionBody(text: string, names: ReadonlySet<string>): string {
  const source = ts.createSourceFile('chunk.js', text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  let body = '';
  let end = 0;
  const replace = (node: ts.Node, code: string) => {
    body += text.slice(end, node.getStart(source)) + code;
    end = node.end;
  };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) replace(statement, importing(statement, names));
    else if (ts.isExportDeclaration(statement)) replace(statement, exporting(statement));
  }
  const all = body + text.slice(end);
  return all
    .replace(/\bloadNow\(\(\)=>import\("\.\/([^"]+)\.js"\)\)/g, (_, name: string) => loading(name))
    .replace(/\bimport\("\.\/([^"]+)\.js"\)/g, (whole, name: string) =>
      names.has(name) ? `Promise.resolve().then(()=>${loading(name)})` : whole,
    );
}

function importing(
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
  names: ReadonlySet<string>,
): string {
  const { text } = moduleSpecifier as ts.StringLiteral;
  const name = chunkName(text);
  const isChunk = text.startsWith('./') && names.has(name);
  const module = isChunk ? loading(name) : `require(${JSON.stringify(text)})`;
  if (importClause === undefined) return `${module};`;
  const { name: whole, namedBindings } = importClause;
  // A module of Node is its own default.
  const code = [whole === undefined ? '' : `${whole.text}=${module}${isChunk ? '.default' : ''}`];
  if (namedBindings !== undefined)
    code.push(
      ts.isNamespaceImport(namedBindings)
        ? `${namedBindings.name.text}=${module}`
        : `{${namedBindings.elements
            .map(({ propertyName, name }) =>
              propertyName === undefined ? name.text : `${propertyName.text}:${name.text}`,
            )
            .join()}}=${module}`,
    );
  return `var ${code.filter(Boolean).join()};`;
}

function exporting({ exportClause }: ts.ExportDeclaration): string {
  if (exportClause === undefined || !ts.isNamedExports(exportClause))
    throw new Error('an export without names');
  return exportClause.elements
    .map(({ propertyName, name }) => `exports.${name.text}=${(propertyName ?? name).text};`)
    .join('');
}

function loading(name: string): string {
  return `load(${JSON.stringify(name)})`;
}

/**
 * Returns the same code in ASCII, which is read fastest. Regular expressions are the one place where a build leaves other letters
 * as they are. Throws where that cannot be mended.
 */
function asciiCode(code: string): string {
  const escaped = /\\[^\x00-\x7f]/.exec(code);
  if (escaped) throw new Error(`${JSON.stringify(escaped[0])} is an escape of a letter that needs none`);
  return code.replace(
    /[^\x00-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
