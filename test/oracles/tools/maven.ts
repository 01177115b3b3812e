import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { canInstallPackages, installPackage } from './debian.ts';
import { findProgram } from './find-program.ts';
import { runCommand } from './run-command.ts';

/** A jar of Maven Central, as `group:name:version`. */
export type Artifact = `${string}:${string}:${string}`;

/** Returns the path of a jar in the Maven repository of the user or of the oracles, or undefined when it is in none. */
export function findJar(artifact: Artifact): string | undefined {
  const [group = '', name = '', version = ''] = artifact.split(':');
  const path = join(...group.split('.'), name, version, `${name}-${version}.jar`);
  return [join(homedir(), '.m2', 'repository'), ownRepository()]
    .map((repository) => join(repository, path))
    .find((file) => existsSync(file));
}

/** Brings a jar, without what it depends on, into the repository of the oracles; returns why it could not. */
export async function installJar(artifact: Artifact): Promise<string | undefined> {
  if (findJar(artifact) !== undefined) return undefined;
  if (findProgram('mvn') === undefined && canInstallPackages()) await installPackage('maven');
  const maven = findProgram('mvn');
  if (maven === undefined) return 'mvn is missing';
  const result = await runCommand(maven, [
    '-q',
    'dependency:get',
    '-Dtransitive=false',
    `-Dartifact=${artifact}`,
    `-Dmaven.repo.local=${ownRepository()}`,
  ]);
  return result.code === 0 ? undefined : `mvn dependency:get: ${result.stdout.trim().slice(-500)}`;
}

function ownRepository(): string {
  return join(cacheFolder(), 'm2');
}
