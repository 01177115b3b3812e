import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { canInstallPackages, installPackage, packageVersion } from './debian.ts';
import { findProgram } from './find-program.ts';
import { runCommand } from './run-command.ts';
import type { Tool } from './tool.ts';

/** The Groovy inside Jenkins LTS 2.568 (jenkinsci/jenkins bom/pom.xml). */
const VERSION = '2.4.21';
const inRepository = `org/codehaus/groovy/groovy-all/${VERSION}/groovy-all-${VERSION}.jar`;

/** groovy-all 2.4.21: `find` returns the jar. */
export const groovyTool: Tool = {
  name: `Groovy ${VERSION}`,
  purpose: 'compiles and runs the emitted Groovy with the version that Jenkins has',
  required: true,
  advice:
    `looked for groovy-all-${VERSION}.jar in $GROOVY_JAR, /usr/share/java, /usr/share/groovy/embeddable and the Maven ` +
    `repository; Debian: apt-get install groovy; elsewhere: mvn dependency:get -Dartifact=org.codehaus.groovy:groovy-all:${VERSION}`,
  find: () => candidates().find((path) => existsSync(path)),
  install,
};

function candidates(): readonly string[] {
  const named = process.env.GROOVY_JAR;
  return [
    ...(named === undefined ? [] : [named]),
    `/usr/share/groovy/embeddable/groovy-all-${VERSION}.jar`,
    `/usr/share/java/groovy-all-${VERSION}.jar`,
    join(homedir(), '.m2/repository', inRepository),
    join(cacheFolder(), 'm2', inRepository),
  ];
}

async function install(): Promise<string | undefined> {
  if (canInstallPackages() && (await packageVersion('groovy'))?.startsWith(VERSION))
    return installPackage('groovy');
  return installWithMaven();
}

async function installWithMaven(): Promise<string | undefined> {
  const maven = findProgram('mvn');
  if (maven === undefined) return `no Debian package groovy ${VERSION}, and no mvn`;
  const result = await runCommand(maven, [
    '-q',
    'dependency:get',
    `-Dartifact=org.codehaus.groovy:groovy-all:${VERSION}`,
    `-Dmaven.repo.local=${join(cacheFolder(), 'm2')}`,
  ]);
  return result.code === 0 ? undefined : `mvn dependency:get: ${result.stdout.trim().slice(-500)}`;
}
