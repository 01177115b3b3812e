import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { repeats, type Sourced } from '../../text/sourced.ts';
import { type Specs, settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';
import { containersOf, eachOwnService } from './support/each-service.ts';

/** Names of variables are names, and stand once in each list. */
export const variableNamesRule: Rule = {
  name: 'variable-names',
  *check(specs) {
    for (const names of listsOf(specs)) {
      if (names.length === 0) continue;
      yield* checkNames(names);
      yield* checkRepeated(names);
    }
  },
};

type Names = readonly Sourced<string>[];

function* listsOf(specs: Specs): Generator<Names> {
  for (const { env } of specs.build?.components ?? []) yield env.map(({ name }) => name);
  for (const { service } of eachOwnService(specs)) {
    for (const { env } of containersOf(service)) {
      yield env.flatMap(({ name, secret }) => secret ?? name ?? []);
    }
  }
  const { env, agents } = settingsOf(specs);
  yield env.map(({ name }) => name);
  for (const agent of agents) {
    yield agent.env.map(({ name }) => name);
    for (const container of agent.containers) yield container.env.map(({ name }) => name);
  }
}

/** What Kubernetes takes for the name of an environment variable: no `.`, and nothing that begins with `..`. */
const NAME = /^(?!\.$|\.\.)[-._a-zA-Z][-._a-zA-Z0-9]*$/;

function* checkNames(names: Names): Generator<Diagnostic> {
  for (const name of names) {
    if (NAME.test(name.value)) continue;
    yield diagnose('check/variable-name', { name: name.value }, at(name), {
      help: 'write letters, digits and `_`, not starting with a digit',
    });
  }
}

function* checkRepeated(names: Names): Generator<Diagnostic> {
  for (const { again, first } of repeats(names)) {
    const label = at(first);
    yield diagnose('check/repeated-variable', { name: again.value }, at(again), {
      labels: label === undefined ? [] : [{ span: label, text: 'set here first' }],
      help: 'remove one of the two, or correct its name',
    });
  }
}
