import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { LocatedObject } from '../../../source/node.ts';
import { Sourced } from '../../../text/sourced.ts';
import { isWritten, keyOf, type Rule } from '../rule.ts';
import { eachItem } from './each-item.ts';

/**
 * No script of a job leaves the sandbox unless the spec says `allow: controller` beside it. Scripts that have no
 * sandbox are looked at with the other fields of their things, and those in XML where it is read.
 */
export const jobControllerScriptsRule: Rule = {
  name: 'job-controller-scripts',
  *check({ jobs: spec }) {
    for (const { kind, item } of eachItem(spec)) {
      const defaults: unknown = spec?.defaults[kind as keyof typeof spec.defaults];
      const isAllowed = isObject(defaults) && isWritten(defaults, 'allow');
      if (!isAllowed) yield* leftSandbox(item);
      for (const [field, value] of Object.entries(item)) yield* scriptsIn(value, field);
    }
  },
};

function* scriptsIn(value: unknown, name: string): Generator<Diagnostic> {
  if (Array.isArray(value)) for (const entry of value) yield* scriptsIn(entry, name);
  else if (isObject(value)) {
    // A system script from a file is always in the sandbox.
    if (name !== 'system-groovy' || isWritten(value, 'command')) yield* leftSandbox(value);
    for (const field of value.$.fields.keys()) yield* scriptsIn(value[field], field);
  }
}

/** A `sandbox` that is no yes or no, or that has another name, was reported. */
function* leftSandbox(script: LocatedObject): Generator<Diagnostic> {
  const sandbox: unknown = 'sandbox' in script ? script.sandbox : undefined;
  if (!(sandbox instanceof Sourced) || sandbox.value !== false || script.$.hasUnknown) return;
  const isSaid = isWritten(script, 'sandbox');
  if (isSaid && sandbox.origin.kind === 'default') return;
  yield* controllerScript(script, 'sandbox', isSaid ? 'remove `sandbox: false`' : 'write `sandbox: true`');
}

/** Reports a field whose script runs inside Jenkins, unless the word stands beside it; `help` is what to do without. */
export function* controllerScript(script: LocatedObject, field: string, help: string): Generator<Diagnostic> {
  if (isWritten(script, 'allow')) return;
  yield diagnose('check/controller-script', {}, keyOf(script, field), {
    help: `${help}; a script that needs more says \`allow: controller\`, and an administrator has to approve it`,
  });
}

/** Whether a script of email-ext is one of the settings of Jenkins, or none. */
export function isDefaultScript(script: string): boolean {
  return script === '' || /^\$\{?DEFAULT_[A-Z_]+\}?$/.test(script);
}

/**
 * Whether a text that the plugin Multijob evaluates as Groovy can only count: numbers, `index`, yes and no, and what
 * stands between them.
 */
export function isPlainExpression(groovy: string): boolean {
  return /^[\d\s+\-*/%()]*$/.test(groovy.replace(/\b(?:index|true|false)\b/g, '1'));
}

type Thing = LocatedObject & Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && '$' in value;
}
