import type { EnvVariable } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';
import { containersOf, eachOwnService } from './support/each-service.ts';

/**
 * A variable refers only to those above it. Follows `makeEnvironmentVariables` of the kubelet, which goes through the
 * list once, and `Expand`, which leaves what it does not know as it is.
 */
export const variableOrderRule: Rule = {
  name: 'variable-order',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) {
      for (const { env } of containersOf(service)) yield* checkOrder(env.map(entryOf), true);
    }
    for (const agent of settingsOf(specs).agents) {
      for (const { env } of [agent, ...agent.containers]) yield* checkOrder(env, false);
    }
  },
};

/** A variable with its text, if it has one: keys of Secrets and fields of pods are put in as they are. */
interface Entry {
  readonly name?: Sourced<string> | undefined;
  readonly value?: Sourced<string> | undefined;
  readonly secret?: Sourced<string> | undefined;
}

function entryOf({ name, value, secret, pod_field: field }: EnvVariable): Entry {
  return secret !== undefined ? { name: secret } : field !== undefined ? { name } : { name, value };
}

/** Of a name that stands twice the last one is written where `isMerged`, and the agent's pod has both. */
function* checkOrder(entries: readonly Entry[], isMerged: boolean): Generator<Diagnostic> {
  if (!entries.some(({ value }) => value?.value.includes('$('))) return;
  const places = new Map<string, number[]>();
  for (const [index, { name }] of entries.entries()) {
    if (name !== undefined) places.set(name.value, [...(places.get(name.value) ?? []), index]);
  }
  for (const [index, { name, value, secret }] of entries.entries()) {
    if (name === undefined || value === undefined || secret !== undefined) continue;
    const isWritten = !isMerged || places.get(name.value)?.at(-1) === index;
    if (!isWritten) continue;
    for (const reference of new Set(references(value.value))) {
      const all = places.get(reference) ?? [];
      const isAbove = (place: number) => place < index;
      const counting = isMerged ? all.slice(-1) : all;
      if (all.length === 0 || counting.some(isAbove)) continue;
      const isLost = all.some(isAbove);
      const target = entries[all.at(-1) ?? index]?.name;
      const label = target === undefined ? undefined : at(target);
      const isItself = !isLost && reference === name.value;
      const problem = isLost
        ? `\`${reference}\` is set again, and only its last value is written`
        : isItself
          ? 'the variable has no value before this one'
          : `\`${reference}\` is set below`;
      yield diagnose('check/variable-order', { name: name.value, reference, problem }, at(value), {
        labels: label === undefined || isItself ? [] : [{ span: label, text: 'written here' }],
        help: isLost
          ? `give the first \`${reference}\` a name of its own, and refer to that`
          : isItself
            ? `write the value itself: what an image sets is not known here; \`$$(${reference})\` is the text`
            : `move \`${reference}\` above it, or write \`$$(${reference})\` if the text itself is meant`,
      });
    }
  }
}

/** Returns the names that a text refers to; `$$` stands for one dollar sign. */
function references(text: string): readonly string[] {
  return [...text.matchAll(/\$(?:\$|\(([^)]*)\))/g)].flatMap(([, name]) => name ?? []);
}
