import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledCommand } from '../../bundle/bundled-command.ts';

/** A home of an editor, a project whose field `brnach` is unknown, and a `bitesize` on the path. */
export interface EditorProject {
  readonly folder: string;
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  readonly remove: () => void;
}

/** The editor writes what the server said of the spec to this file of the project. */
export const ANSWER = 'answer.txt';

/** Makes them in a new folder. */
export async function editorProject(): Promise<EditorProject> {
  const cli = await bundledCommand();
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'bitesize-editor-')));
  const [folder, home, bin] = ['shop', 'home', 'bin'].map((name) => {
    mkdirSync(join(top, name));
    return join(top, name);
  }) as [string, string, string];
  const command = join(bin, 'bitesize');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`);
  chmodSync(command, 0o755);
  writeFileSync(
    join(folder, 'build.bitesize'),
    'project: shop\ncomponents:\n  - name: web\n    repository:\n      git: git@github.com:shop/web.git\n      brnach: main\n',
  );
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    PATH: `${bin}:${process.env.PATH}`,
  };
  return { folder, home, env, remove: () => rmSync(top, { recursive: true, force: true }) };
}
