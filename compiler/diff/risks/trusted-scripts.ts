import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import type { SeenChange } from './risk-rule.ts';

/** Jobs whose scripts leave the sandbox or run inside Jenkins, and those that a token starts. */
export function trustedScripts({ before, after, fields }: SeenChange): readonly Risk[] {
  if (before?.kind !== 'job' || after?.kind !== 'job') return [];
  const leaves = fields.some(
    ({ path, before: old, after: now }) =>
      /(^|\.)sandbox$/.test(path) && old?.value === 'true' && now?.value === 'false',
  );
  const token = fields.find(({ path, after: now }) => path === 'authenticationToken' && now !== undefined);
  return [
    ...(leaves
      ? [widened('its script leaves the sandbox: once it is approved, it may do everything in Jenkins')]
      : []),
    ...(insideJenkins(after) > insideJenkins(before)
      ? [widened('a script of it runs inside Jenkins, with all rights')]
      : []),
    ...(token !== undefined && token.before === undefined
      ? [widened('whoever knows its token may start it, without logging in')]
      : []),
  ];
}

function insideJenkins({ fields }: Entity): number {
  return [...fields].filter(([path, { value }]) => path.endsWith('.kind') && value === 'system-groovy')
    .length;
}

function widened(text: string): Risk {
  return { kind: 'permission-widened', text };
}
