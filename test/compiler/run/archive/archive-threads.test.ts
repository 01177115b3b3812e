import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../../../compiler/host/node-files.ts';
import { bundledCommand } from '../../../bundle/bundled-command.ts';
import { called, inFolder } from '../../cli/run.ts';
import { readTree } from '../../plan/output-folder.ts';
import { treeOf } from './archive.ts';

const names = Array.from({ length: 16 }, (_, index) => `project-${index}`);

let folder: string;
let cli: string;

beforeAll(async () => {
  cli = await bundledCommand();
  folder = mkdtempSync(join(tmpdir(), 'bitesize-archive-'));
  for (const name of names) put(inFolder(`p/${name}`, called(name)));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function compile(...options: readonly string[]): Promise<string> {
  const env = {
    PATH: process.env.PATH,
    BITESIZE_CACHE: join(folder, 'cache'),
    BITESIZE_ALLOW_PLACEHOLDERS: '1',
  };
  const argv = [cli, 'compile', 'p/*', ...options];
  return (await promisify(execFile)(process.execPath, argv, { cwd: folder, env })).stdout;
}

function digest(path: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, path)))
    .digest('hex');
}

describe('the command with an archive', () => {
  it('writes the same bytes with one thread and with several, and those of the output folder', async () => {
    await compile('--out', 'one.tar', '-j', '1', '--no-cache');
    await compile('--out', 'two.tar', '-j', '2', '--no-cache');
    await compile('--out', 'out', '-j', '2', '--no-cache');
    expect(digest('one.tar')).toBe(digest('two.tar'));
    expect(treeOf(nodeFiles, join(folder, 'two.tar'))).toEqual(readTree(nodeFiles, join(folder, 'out')));
    expect(readdirSync(folder).sort()).toEqual(['one.tar', 'out', 'p', 'two.tar']);
  });

  it('compiles only what changed, and what is compiled again is what is compiled afresh', async () => {
    expect(await compile('--out', 'again.tar')).toContain('project-3: ');
    for (const name of ['project-3', 'project-12'])
      put({
        [`p/${name}/build.bitesize`]: `${called(name)['build.bitesize']}`.replace('build.sh', 'make.sh'),
      });
    const output = await compile('--out', 'again.tar', '-j', '2');
    expect(output.match(/^.*[1-9]\d* changed.*$/gm)?.map((line) => line.split(':')[0])).toEqual([
      'again.tar/project-12',
      'again.tar/project-3',
    ]);
    await compile('--out', 'afresh.tar', '-j', '2', '--no-cache');
    expect(digest('again.tar')).toBe(digest('afresh.tar'));
  });
});
