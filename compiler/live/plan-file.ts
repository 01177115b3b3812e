import { printJson } from '../print/print-json.ts';
import { parseJson } from '../util/parse-json.ts';
import { type LivePlan, PLAN_FORMAT, type PlanStep } from './live-plan.ts';

/** Returns a plan as the text of a file. */
export function printPlan(plan: LivePlan): string {
  return printJson(plan);
}

/** A plan, or what is wrong with the text of a file that should hold one. */
export type ReadPlan =
  | { readonly kind: 'plan'; readonly plan: LivePlan }
  | { readonly kind: 'problem'; readonly problem: string };

/**
 * Returns the plan in the text of a file. Whatever is in it is looked at: a plan says what is sent where, and the file may
 * come from another machine.
 */
export function parsePlan(text: string): ReadPlan {
  const data = parseJson(text);
  const problem = (what: string): ReadPlan => ({ kind: 'problem', problem: what });
  if (!isRecord(data)) return problem('it is no JSON object');
  const { format, url, user, version, steps, ...others } = data;
  if (format !== PLAN_FORMAT)
    return problem(`its format is \`${String(format)}\`, and this version reads \`${PLAN_FORMAT}\``);
  if (typeof url !== 'string' || typeof version !== 'string')
    return problem('it names no server or no version');
  if (user !== undefined && typeof user !== 'string') return problem('its `user` is no text');
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) return problem(`it has an unknown field \`${unknown}\``);
  if (!Array.isArray(steps)) return problem('its `steps` are no list');
  const wrong = steps.findIndex((step) => !isStep(step));
  if (wrong !== -1) return problem(`step ${wrong + 1} is none`);
  return { kind: 'plan', plan: { format, url, user, version, steps: steps.filter(isStep) } };
}

/** The fields of each kind of step, beside those that all have. */
const FIELDS: Readonly<Record<PlanStep['action'], readonly string[]>> = {
  create: ['after'],
  update: ['before', 'after'],
  replace: ['before', 'after'],
  move: ['from', 'before'],
  disable: ['before'],
  delete: ['before'],
};

const COMMON = ['action', 'kind', 'name', 'project'];

function isStep(value: unknown): value is PlanStep {
  if (!isRecord(value)) return false;
  const { action, kind, name, project, from, before, after } = value;
  if (typeof action !== 'string' || !Object.hasOwn(FIELDS, action)) return false;
  const fields = [...COMMON, ...FIELDS[action as PlanStep['action']]];
  if (Object.keys(value).sort().join() !== [...fields].sort().join()) return false;
  return (
    (kind === 'job' || kind === 'folder' || kind === 'view') &&
    isItemName(name) &&
    isProjectName(project) &&
    (!fields.includes('from') || isItemName(from)) &&
    (!fields.includes('before') ||
      (isRecord(before) && hasDigest(before) && Object.keys(before).length === 1)) &&
    (!fields.includes('after') ||
      (isRecord(after) &&
        hasDigest(after) &&
        typeof after.xml === 'string' &&
        Object.keys(after).length === 2))
  );
}

function hasDigest({ digest }: Readonly<Record<string, unknown>>): boolean {
  return typeof digest === 'string' && /^[0-9a-f]{64}$/.test(digest);
}

/** Returns whether a value is the name of a project, as a marker has it. */
export function isProjectName(name: unknown): name is string {
  return typeof name === 'string' && /^[a-z0-9][a-z0-9-]{0,62}$/.test(name);
}

/**
 * Returns whether a value is the full name of an item. It goes into paths of requests: `checkGoodName` of Jenkins refuses what is
 * refused here.
 */
export function isItemName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.length <= 10_000 &&
    name
      .split('/')
      .every((part) => part !== '' && part.length <= 255 && !/^\.{1,2}$|[\u0000-\u001f\u007f\\]/.test(part))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
