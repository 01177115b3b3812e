import type { EmailExtTrigger, JobPublisher, JobsSpec } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LocatedObject } from '../../source/node.ts';
import { isWritten, keyOf, type Rule } from './rule.ts';

type Things = Omit<JobPublisher, '$'>;

/** What a schema cannot say of a publisher, by its name. */
type Checks = {
  readonly [Name in keyof Things]: (spec: NonNullable<Things[Name]>) => Iterable<Diagnostic>;
};

/** Fields of publishers that need others, or have no effect beside others. */
export const jobPublishersRule: Rule = {
  name: 'job-publishers',
  *check({ jobs }) {
    for (const publisher of publishersOf(jobs)) {
      for (const name of Object.keys(checks) as (keyof Things)[]) yield* findingsOf(name, publisher);
    }
  },
};

function findingsOf<Name extends keyof Things>(name: Name, publisher: Things): Iterable<Diagnostic> {
  const spec = publisher[name];
  const check = checks[name];
  return spec === undefined || spec === null || check === undefined ? [] : check(spec);
}

/** Returns the publishers of all jobs, and those that are defaults of a kind. */
function publishersOf(spec: JobsSpec | undefined): readonly JobPublisher[] {
  if (spec === undefined) return [];
  return [...spec.jobs, spec.defaults].flatMap((entry) =>
    Object.values(entry).flatMap((item: object) =>
      'publishers' in item ? (item.publishers as JobPublisher[]) : [],
    ),
  );
}

const checks: Checks = {
  xunit: function* ({ types }) {
    for (const tool of types) {
      const isCustom = tool.type.value === 'custom';
      if (isCustom && !isWritten(tool, 'custom_xsl'))
        yield missing(tool, 'type', 'custom_xsl', '`type: custom`');
      if (!isCustom) yield* idle(tool, 'custom_xsl', `beside \`type: ${tool.type.value}\``);
    }
  },
  'email-ext': function* ({ triggers }) {
    for (const trigger of triggers) yield* occasionFindings(trigger);
  },
  plot: function* ({ plots }) {
    for (const series of plots.flatMap((chart) => chart.series)) {
      const format = series.format.value;
      if (format === 'xml' && !isWritten(series, 'xpath'))
        yield missing(series, 'format', 'xpath', '`format: xml`');
      if (format !== 'xml') yield* idle(series, 'xpath', `beside \`format: ${format}\``);
      if (format !== 'csv') yield* idle(series, 'exclude', `beside \`format: ${format}\``);
      else if (series.inclusion_flag.value === 'off')
        yield* idle(series, 'exclude', 'without `inclusion_flag`');
    }
  },
  'warnings-ng': function* ({ filters }) {
    for (const filter of filters) {
      if (isWritten(filter, 'include') || isWritten(filter, 'exclude')) continue;
      yield missing(filter, 'pattern', 'exclude', 'a filter without `include`');
    }
  },
  'workspace-cleanup': function* (spec) {
    const { success, unstable, failure, not_built: notBuilt, aborted } = spec.clean_if;
    if ([success, unstable, failure, notBuilt, aborted].some(({ value }) => value)) return;
    yield diagnose(
      'check/no-effect-beside',
      { field: 'clean_if', beside: 'when all of it is false: the plugin takes that for all results' },
      keyOf(spec, 'clean_if'),
      { help: 'leave the publisher out, if the workspace has to stay' },
    );
  },
  'text-finder': function* ({ finders }) {
    for (const finder of finders) {
      if (finder.console.value || finder.files.length > 0) continue;
      yield missing(finder, 'regexp', 'files', 'a finder that does not look through the `console`');
    }
  },
  naginator: function* (spec) {
    const isFixed = isWritten(spec, 'fixed_delay');
    if (isFixed) yield* idle(spec, 'progressive_delay_increment', 'beside `fixed_delay`');
    if (isFixed || !isWritten(spec, 'progressive_delay_increment'))
      yield* idle(spec, 'progressive_delay_maximum', 'without `progressive_delay_increment` of its own');
  },
  postbuildscript: function* (spec) {
    const parts = ['builders', 'generic_script', 'groovy_script', 'groovy'] as const;
    if (parts.some((part) => isWritten(spec, part))) return;
    yield missing(spec, 'mark_unstable_if_failed', 'builders', '`postbuildscript` without scripts');
  },
  git: function* (spec) {
    if (spec.push_merge.value || ['tags', 'branches', 'notes'].some((part) => isWritten(spec, part))) return;
    yield missing(spec, 'force_push', 'branches', '`git` that pushes neither tags, nor notes, nor the merge');
  },
  ssh: function* ({ servers }) {
    for (const transfer of servers.flatMap((server) => server.transfers)) {
      if (transfer.source.value !== '' || transfer.command.value !== '') continue;
      yield missing(transfer, 'target', 'source', 'a transfer without `command`');
    }
  },
};

function* occasionFindings(trigger: EmailExtTrigger): Generator<Diagnostic> {
  const occasion = trigger.on.value;
  const hasScript = occasion === 'script' || occasion === 'pre-build-script';
  if (hasScript && !isWritten(trigger, 'script'))
    yield missing(trigger, 'on', 'script', `\`on: ${occasion}\``);
  if (!hasScript) yield* idle(trigger, 'script', `beside \`on: ${occasion}\``);
  if (occasion !== 'nth-failure') yield* idle(trigger, 'count', `beside \`on: ${occasion}\``);
}

/** The finding is at the field that asks for the other one, or at the object. */
function missing(owner: LocatedObject, asking: string, field: string, what: string): Diagnostic {
  return diagnose('schema/missing-field', { field, in: what }, keyOf(owner, asking), {
    help: `add \`${field}: ...\``,
  });
}

function* idle(owner: LocatedObject, field: string, beside: string): Generator<Diagnostic> {
  if (isWritten(owner, field))
    yield diagnose('check/no-effect-beside', { field, beside }, keyOf(owner, field), {
      help: `remove \`${field}\``,
    });
}
