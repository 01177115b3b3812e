import { join } from 'node:path';
import { installPackage } from './debian.ts';
import { findProgram } from './find-program.ts';
import type { Tool } from './tool.ts';

/** A JDK: `find` returns its `javac`; `javaBeside` gives the `java` of the same JDK. Any version from 11 serves. */
export const javaTool: Tool = {
  name: 'JDK',
  purpose: 'runs Groovy, compiles the Jenkins stubs',
  required: true,
  advice: 'looked for javac in $JAVA_HOME/bin and PATH; Debian: apt-get install default-jdk-headless',
  find: () => findProgram('javac', homeFolders()),
  install: () => installPackage('default-jdk-headless'),
};

/** Returns the path of `java`. */
export function findJava(): string | undefined {
  return findProgram('java', homeFolders());
}

function homeFolders(): readonly string[] {
  const home = process.env.JAVA_HOME;
  return home === undefined || home === '' ? [] : [join(home, 'bin')];
}
