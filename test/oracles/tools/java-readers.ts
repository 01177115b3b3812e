import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.ts';
import { findProgram } from './find-program.ts';
import { runCommand } from './run-command.ts';
import type { Tool } from './tool.ts';

const pom = join(dirname(fileURLToPath(import.meta.url)), '..', 'readers', 'java', 'pom.xml');

/** The libraries of `readers/java/pom.xml`: `find` returns the folder of their jars. */
export const javaReadersTool: Tool = {
  name: "Java's readers of YAML",
  purpose: "read texts as Jenkins' Kubernetes plugin does",
  required: true,
  advice:
    'looked in the cache; needs Maven (Debian: apt-get install maven) to fetch what test/oracles/readers/java/pom.xml names',
  find: () => (existsSync(folder()) ? folder() : undefined),
  install: async () => {
    const maven = findProgram('mvn');
    if (maven === undefined) return 'no mvn';
    const work = `${folder()}.${process.pid}`;
    const result = await runCommand(maven, [
      '-q',
      '-B',
      '-f',
      pom,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${work}`,
      `-Dmaven.repo.local=${join(cacheFolder(), 'm2')}`,
    ]);
    if (result.code !== 0) return `mvn dependency:copy-dependencies: ${result.stdout.trim().slice(-500)}`;
    renameSync(work, folder());
    return undefined;
  },
};

/** Its name holds what it was made from. */
function folder(): string {
  const digest = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 16);
  return join(cacheFolder(), `yaml-jars-${digest}`);
}
