import { type Artifact, findJar, installJar } from './maven.ts';
import type { Tool } from './tool.ts';

/** The newest of Maven Central: later transformers are part of the plugin workflow-cps, and have the same limits. */
const artifacts: readonly Artifact[] = [
  'com.cloudbees:groovy-cps:1.31',
  'org.kohsuke:groovy-sandbox:1.19',
  'com.google.guava:guava:11.0.1',
];

/** Returns the jars of the CPS transformer and of what it needs, or undefined when one is missing. */
export function groovyCpsJars(): readonly string[] | undefined {
  const jars = artifacts.flatMap((artifact) => findJar(artifact) ?? []);
  return jars.length === artifacts.length ? jars : undefined;
}

/** The CPS transformer, which workflow-cps gives every pipeline to: `find` returns its jar. */
export const groovyCpsTool: Tool = {
  name: 'groovy-cps 1.31',
  purpose: 'compiles pipelines as Jenkins does',
  required: true,
  advice: `looked for ${artifacts.join(', ')} in the Maven repository; mvn dependency:get -Dtransitive=false -Dartifact=... brings each`,
  find: () => groovyCpsJars()?.[0],
  install: async () => {
    for (const artifact of artifacts) {
      const reason = await installJar(artifact);
      if (reason !== undefined) return reason;
    }
    return undefined;
  },
};
