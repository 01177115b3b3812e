import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { requireTool } from '../../oracles/tools/require-tool.ts';
import { type CommandResult, runCommand } from '../../oracles/tools/run-command.ts';
import { scratchFolder } from '../project/write-project.ts';
import { type Connection, kubeconfig } from '../server/connection.ts';
import { kubectlTool } from '../server/programs.ts';

/** Runs shell commands as an administrator, in an output folder. */
export function follow(connection: Connection, folder: string, commands: string): Promise<CommandResult> {
  return runCommand('sh', ['-eu', '-c', commands], {
    cwd: folder,
    env: {
      ...process.env,
      PATH: `${dirname(requireTool(kubectlTool))}:${process.env.PATH}`,
      KUBECONFIG: kubeconfig(connection),
    },
  });
}

/**
 * Returns the commands below a heading of a README that a cluster is meant for, by block; those of the first time where
 * there are none, since that is what "apply again" means. A folder with the values that it asks for takes the place of
 * `FOLDER`.
 */
export function commandsOf(readme: string, heading: string): readonly string[] {
  const [, section = ''] = readme.split(`${heading}\n`);
  const own = blocksOf(section.split('\n## ')[0] ?? '');
  const blocks = own.length > 0 ? own : blocksOf(readme);
  const secrets = secretsFor(readme);
  return blocks.map((block) => block.replaceAll('FOLDER', secrets));
}

function blocksOf(text: string): readonly string[] {
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
    .map(([, block = '']) => block)
    .filter((block) => /^\s*kubectl (apply|delete)/m.test(block));
}

/** Returns a new folder with a value for each file that a README asks for. */
function secretsFor(readme: string): string {
  const folder = scratchFolder();
  for (const [, file = ''] of readme.matchAll(/^ *\| `([^`]+\/[^`]+)` \|/gm)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), 'a value\n');
  }
  return folder;
}
