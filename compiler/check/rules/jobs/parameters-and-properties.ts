import type { JobParameter, JobProperty } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { LocatedObject } from '../../../source/node.ts';
import type { Sourced } from '../../../text/sourced.ts';
import { at, type Rule } from '../rule.ts';
import { eachItem, type ThingChecks, thingFindings } from './each-item.ts';
import { atLeastOne, exactlyOne } from './fields-beside.ts';

/** Parameters and properties of a job are there once, do something in a job of its kind, and say enough. */
export const jobParametersAndPropertiesRule: Rule = {
  name: 'job-parameters-and-properties',
  *check({ jobs }) {
    for (const { kind, item } of eachItem(jobs)) {
      const { parameters = [], properties = [] } = item;
      yield* repeatedParameters(parameters);
      yield* repeatedProperties(properties);
      for (const property of properties) {
        yield* wrongKind(property, kind);
        yield* thingFindings(property, propertyChecks);
      }
      for (const parameter of parameters) yield* thingFindings(parameter, parameterChecks);
    }
  },
};

function* repeatedParameters(parameters: readonly JobParameter[]): Iterable<Diagnostic> {
  const names = parameters.flatMap((entry): readonly Sourced<string>[] => {
    const thing = Object.entries(entry).find(([key]) => key !== '$')?.[1];
    return thing?.name === undefined ? [] : [thing.name];
  });
  const seen = new Map<string, Sourced<string>>();
  for (const again of names) {
    // Agents on Windows do not tell variables of the environment apart by case.
    const key = again.value.toLowerCase();
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, again);
      continue;
    }
    const span = at(first);
    yield diagnose('job/duplicate-parameter', { name: again.value }, at(again), {
      labels: span === undefined ? [] : [{ span, text: 'the first one' }],
      help: 'remove one of the two, or give it another name',
    });
  }
}

function* repeatedProperties(properties: readonly JobProperty[]): Iterable<Diagnostic> {
  const seen = new Map<string, JobProperty>();
  for (const entry of properties) {
    const name = nameOf(entry);
    if (name === undefined || name === 'xml') continue;
    const first = seen.get(name);
    if (first === undefined) seen.set(name, entry);
    else
      yield diagnose('job/duplicate-property', { name }, entry.$.span, {
        labels: first.$.span === undefined ? [] : [{ span: first.$.span, text: 'the first one' }],
        help: 'write what both say in one of them',
      });
  }
}

/** Properties that only pipelines have, or only jobs of steps. */
const kinds: Readonly<Record<string, 'pipeline' | 'steps'>> = {
  'disable-concurrent': 'pipeline',
  'disable-resume': 'pipeline',
  'durability-hint': 'pipeline',
  'heavy-job': 'steps',
  'delivery-pipeline': 'steps',
};

function* wrongKind(property: JobProperty, kind: string): Iterable<Diagnostic> {
  const name = nameOf(property) ?? '';
  const isPipeline = kind === 'pipeline';
  const wanted = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (wanted === undefined || (wanted === 'pipeline') === isPipeline) return;
  const help =
    name === 'disable-concurrent'
      ? 'remove it: one build runs at a time unless the job says `concurrent: true`'
      : `remove it: only ${isPipeline ? 'jobs of build steps' : 'pipelines'} have it`;
  yield diagnose('job/wrong-kind', { what: 'property', name, kind }, property.$.span, { help });
}

const propertyChecks: ThingChecks<JobProperty> = {
  'lockable-resources': (spec) =>
    atLeastOne(spec, 'lockable-resources', ['resources', 'label', 'match_script']),
};

const parameterChecks: ThingChecks<JobParameter> = {
  /** A list to choose from needs something to list, and a script has to be somewhere. */
  'extended-choice': function* (spec) {
    const { type, groovy, default_groovy, description_groovy } = spec;
    if (!['textbox', 'hidden', 'json'].includes(type.value))
      yield* atLeastOne(spec, 'extended-choice', ['values', 'property_file', 'groovy']);
    for (const [name, script] of Object.entries({ groovy, default_groovy, description_groovy }))
      if (script !== undefined) yield* exactlyOne(script, name, ['script', 'script_path']);
  },
};

function nameOf(entry: LocatedObject): string | undefined {
  return Object.keys(entry).find((name) => name !== '$');
}
