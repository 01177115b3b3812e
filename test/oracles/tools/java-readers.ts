import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.ts';
import { findProgram } from './find-program.ts';
import { runCommand } from './run-command.ts';
import type { Tool } from './tool.ts';

/** Libraries of Java, which a pom.xml below `test/oracles` names: `find` returns the folder of their jars. */
function jarsTool(of: Pick<Tool, 'name' | 'purpose' | 'required'>, place: string, prefix: string): Tool {
  const pom = join(dirname(fileURLToPath(import.meta.url)), '..', place, 'pom.xml');
  /** Its name holds what it was made from. */
  const folder = () => {
    const digest = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 16);
    return join(cacheFolder(), `${prefix}-${digest}`);
  };
  return {
    ...of,
    advice: `looked in the cache; needs Maven (Debian: apt-get install maven) to fetch what test/oracles/${place}/pom.xml names`,
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
}

/** Libraries that read YAML in Java. */
export const javaReadersTool = jarsTool(
  {
    name: "Java's readers of YAML",
    purpose: "read texts as Jenkins' Kubernetes plugin does",
    required: true,
  },
  'readers/java',
  'yaml-jars',
);

/** The client of Kubernetes that Jenkins has. */
export const podReaderTool = jarsTool(
  {
    name: "fabric8's client of Kubernetes",
    purpose: "reads pods as Jenkins' Kubernetes plugin does",
    required: true,
  },
  'readers/pods',
  'pod-jars',
);

/** What runs pipelines without Jenkins; the newest that Maven Central names. */
export const pipelineUnitTool = jarsTool(
  { name: 'JenkinsPipelineUnit 1.1', purpose: 'runs pipelines as its users test theirs', required: true },
  'pipeline-unit',
  'pipeline-unit-jars',
);
