import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import type { SeenChange } from './risk-rule.ts';

/** Jobs, new or changed, whose scripts leave the sandbox or run inside Jenkins, and those that a token starts. */
export function trustedScripts({ before, after }: SeenChange): readonly Risk[] {
  if (after?.kind !== 'job') return [];
  const isMore = (count: (entity: Entity) => number) =>
    count(after) > (before === undefined ? 0 : count(before));
  return [
    ...(isMore(outsideSandbox)
      ? [widened('its script leaves the sandbox: once it is approved, it may do everything in Jenkins')]
      : []),
    ...(isMore(insideJenkins) ? [widened('a script of it runs inside Jenkins, with all rights')] : []),
    ...(isMore(startTokens) ? [widened('whoever knows its token may start it, without logging in')] : []),
  ];
}

function outsideSandbox({ fields }: Entity): number {
  return [...fields].filter(([path, { value }]) => /(^|\.)sandbox$/.test(path) && value === 'false').length;
}

/** What a spec calls a script in the controller, and such elements of XML; of the plugins Groovy and Groovy Postbuild. */
const insideNames: ReadonlySet<string> = new Set([
  'system-groovy',
  'hudson.plugins.groovy.SystemGroovy',
  'org.jvnet.hudson.plugins.groovypostbuild.GroovyPostbuildRecorder',
]);

function insideJenkins({ fields }: Entity): number {
  return [...fields].filter(([path, { value }]) => /\.(kind|name)$/.test(path) && insideNames.has(value))
    .length;
}

function startTokens({ fields }: Entity): number {
  return fields.has('authenticationToken') ? 1 : 0;
}

function widened(text: string): Risk {
  return { kind: 'permission-widened', text };
}
