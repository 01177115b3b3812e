import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { inject } from 'vitest';

/** Returns the file of the bundled command, which all test files of a run share: nobody may change what is beside it. */
export function bundledCommand(): Promise<string> {
  return told('bundleSocket');
}

/** Returns the texts of the docs by path, as the bundled command writes them. All test files of a run share them. */
export async function docsSite(): Promise<ReadonlyMap<string, string>> {
  const folder = await told('docsSocket');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

/** Returns the path that a socket of the global setup tells. Throws where what it stands for cannot be made. */
async function told(socket: 'bundleSocket' | 'docsSocket'): Promise<string> {
  const { path, error }: { readonly path?: string; readonly error?: string } = JSON.parse(
    await text(connect(inject(socket))),
  );
  if (path === undefined) throw new Error(`the command cannot be bundled: ${error}`);
  return path;
}
