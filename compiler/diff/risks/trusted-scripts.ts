import { type ControllerScript, controllerScripts } from '../../../jenkins/shared/controller-scripts.ts';
import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import type { SeenChange } from './risk-rule.ts';

/** Jobs, new or changed, whose scripts leave the sandbox or run inside Jenkins, and those that a token starts. */
export function trustedScripts({ before, after }: SeenChange): readonly Risk[] {
  if (after === undefined) return [];
  const [old, now] = [scriptsOf(before), scriptsOf(after)];
  const isMore = (runs: ControllerScript['runs']) =>
    now.filter((script) => script.runs === runs).length > old.filter((script) => script.runs === runs).length;
  return [
    ...(isMore('outside')
      ? [widened('its script leaves the sandbox: once it is approved, it may do everything in Jenkins')]
      : []),
    ...(isMore('inside') ? [widened('a script of it runs inside Jenkins, with all rights')] : []),
    ...(startTokens(after) > startTokens(before)
      ? [widened('whoever knows its token may start it, without logging in')]
      : []),
  ];
}

function scriptsOf(entity: Entity | undefined): readonly ControllerScript[] {
  return entity?.element === undefined ? [] : controllerScripts([entity.element()]);
}

function startTokens(entity: Entity | undefined): number {
  return entity?.kind === 'job' && entity.fields.has('authenticationToken') ? 1 : 0;
}

function widened(text: string): Risk {
  return { kind: 'permission-widened', text };
}
