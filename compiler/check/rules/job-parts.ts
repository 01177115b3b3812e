import type {
  ExtendedChoiceParameter,
  JobParameter,
  JobProperty,
  JobsSpec,
} from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LocatedObject } from '../../source/node.ts';
import { repeats, type Sourced } from '../../text/sourced.ts';
import { at, isWritten, type Rule } from './rule.ts';

/** Parameters and properties of a job are there once, do something in a job of its kind, and say enough. */
export const jobPartsRule: Rule = {
  name: 'job-parts',
  *check({ jobs }) {
    for (const { kind, parameters = [], properties = [] } of partsOf(jobs)) {
      yield* repeatedParameters(parameters);
      yield* repeatedProperties(properties);
      for (const property of properties) yield* wrongKind(property, kind);
      for (const { 'lockable-resources': resources } of properties)
        yield* oneOf('lockable-resources', resources, ['resources', 'label', 'match_script']);
      for (const { 'extended-choice': parameter } of parameters) yield* extendedChoice(parameter);
    }
  },
};

/** The lists of a job that this rule looks at. */
interface JobParts {
  readonly parameters?: readonly JobParameter[];
  readonly properties?: readonly JobProperty[];
}

/** Returns those of each job, and of the defaults of each kind. */
function* partsOf(jobs: JobsSpec | undefined): Iterable<JobParts & { readonly kind: string }> {
  for (const entry of jobs === undefined ? [] : [...jobs.jobs, jobs.defaults]) {
    for (const [kind, written] of Object.entries(entry)) {
      // Each field but `$` is an item, or what is said of all items of its kind.
      const parts: JobParts = written;
      if (kind !== '$') yield { ...parts, kind };
    }
  }
}

function* repeatedParameters(parameters: readonly JobParameter[]): Iterable<Diagnostic> {
  const names = parameters.flatMap((entry): readonly Sourced<string>[] => {
    const thing = Object.entries(entry).find(([key]) => key !== '$')?.[1];
    return thing?.name === undefined ? [] : [thing.name];
  });
  for (const { again, first } of repeats(names)) {
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
  yield diagnose('job/property-kind', { name, kind }, property.$.span, { help });
}

/** A list to choose from needs something to list, and a script has to be somewhere. */
function* extendedChoice(parameter: ExtendedChoiceParameter | undefined): Iterable<Diagnostic> {
  if (parameter === undefined) return;
  const { type, groovy, default_groovy, description_groovy } = parameter;
  if (!['textbox', 'hidden', 'json'].includes(type.value))
    yield* oneOf('extended-choice', parameter, ['values', 'property_file', 'groovy']);
  for (const [name, script] of Object.entries({ groovy, default_groovy, description_groovy }))
    yield* oneOf(name, script, ['script', 'script_path']);
}

function* oneOf(
  thing: string,
  spec: LocatedObject | undefined,
  fields: readonly string[],
): Iterable<Diagnostic> {
  if (spec === undefined || fields.some((field) => isWritten(spec, field))) return;
  const names = fields.map((field) => `\`${field}\``).join(', ');
  yield diagnose('job/one-of', { thing, fields: names }, spec.$.span, { help: `write one of ${names}` });
}

function nameOf(entry: LocatedObject): string | undefined {
  return Object.keys(entry).find((name) => name !== '$');
}
