import { existsSync } from 'node:fs';
import { canInstallPackages, installPackage, packageVersion } from './debian.ts';
import { type Artifact, findJar, installJar } from './maven.ts';
import type { Tool } from './tool.ts';

/** The Groovy inside Jenkins LTS 2.568 (jenkinsci/jenkins bom/pom.xml). */
const VERSION = '2.4.21';
const artifact: Artifact = `org.codehaus.groovy:groovy-all:${VERSION}`;

/** groovy-all 2.4.21: `find` returns the jar. */
export const groovyTool: Tool = {
  name: `Groovy ${VERSION}`,
  purpose: 'compiles and runs the emitted Groovy with the version that Jenkins has',
  required: true,
  advice:
    `looked for groovy-all-${VERSION}.jar in $GROOVY_JAR, /usr/share/java, /usr/share/groovy/embeddable and the Maven ` +
    `repository; Debian: apt-get install groovy; elsewhere: mvn dependency:get -Dartifact=${artifact}`,
  find: () => candidates().find((path) => existsSync(path)) ?? findJar(artifact),
  install,
};

function candidates(): readonly string[] {
  const named = process.env.GROOVY_JAR;
  return [
    ...(named === undefined ? [] : [named]),
    `/usr/share/groovy/embeddable/groovy-all-${VERSION}.jar`,
    `/usr/share/java/groovy-all-${VERSION}.jar`,
  ];
}

async function install(): Promise<string | undefined> {
  if (canInstallPackages() && (await packageVersion('groovy'))?.startsWith(VERSION))
    return installPackage('groovy');
  return installJar(artifact);
}
