import type { Risk } from '../change.ts';
import { fieldOf, quoted, type SeenChange } from './risk-rule.ts';

const SCRIPT = 'definition.script';
const ANYONE = 'anyone who may start builds';

/** An approval that nobody is asked for any more, or that more people may give, and tests that hold nothing back. */
export function openedGate({ before, after }: SeenChange): readonly Risk[] {
  const [old, now] = [fieldOf(before, SCRIPT), fieldOf(after, SCRIPT)];
  if (before?.kind !== 'job' || old === undefined || now === undefined || old === now) return [];
  return [...approvals(old, now), ...tests(old, now), ...removedTests(old, now)];
}

function approvals(old: string, now: string): readonly Risk[] {
  const after = approvalsIn(now);
  return [...approvalsIn(old)].flatMap(([environment, approvers]): readonly Risk[] => {
    const others = after.get(environment);
    if (others === undefined) {
      const text = `${quoted(environment)} is deployed without anybody being asked`;
      return now.includes(`build(job: '${environment}-deploy'`) ? [{ kind: 'gate-opened', text }] : [];
    }
    if (approvers.includes(ANYONE)) return [];
    return others
      .filter((name) => !approvers.includes(name))
      .map((name) => ({
        kind: 'permission-widened',
        text: `${name === ANYONE ? ANYONE : quoted(name)} may approve ${quoted(environment)}`,
      }));
  });
}

/** Returns who may approve each manual environment. */
function approvalsIn(script: string): ReadonlyMap<string, readonly string[]> {
  const asked = script.matchAll(/input\(message: 'Deploy to (.*?)\?'.*?(?:, submitter: '(.*?)')?\)$/gm);
  return new Map(
    [...asked].map(([, environment = '', names]) => [environment, names?.split(',') ?? [ANYONE]]),
  );
}

/** Builds of a test that the pipeline no longer waits for. */
function tests(old: string, now: string): readonly Risk[] {
  const waits = (script: string, job: string) => script.includes(`build(job: '${job}')`);
  return [...now.matchAll(/build\(job: '([^']*)', wait: false\)/g)]
    .filter(([, job = '']) => waits(old, job))
    .map(([, job]) => ({ kind: 'gate-opened', text: `${quoted(job)} no longer holds anything back` }));
}

/** Tests that an environment waited for and that are gone; one that another takes the place of only has another name. */
function removedTests(old: string, now: string): readonly Risk[] {
  return [...now.matchAll(/build\(job: '([^']*)-deploy'/g)].flatMap(([, environment = '']) => {
    const [had, has] = [waitsOf(old, environment), waitsOf(now, environment)];
    const gone = has.length < had.length ? had.filter((job) => !now.includes(`build(job: '${job}'`)) : [];
    return gone.map(
      (job): Risk => ({
        kind: 'gate-opened',
        text: `${quoted(job)} is gone: it held back what comes after ${quoted(environment)}`,
      }),
    );
  });
}

function waitsOf(script: string, environment: string): readonly string[] {
  return [...script.matchAll(/build\(job: '([^']*)'\)/g)]
    .map(([, job = '']) => job)
    .filter((job) => job.startsWith(`${environment}-`) && job !== `${environment}-deploy`);
}
