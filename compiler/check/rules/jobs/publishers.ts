import type { EmailExtTrigger, JobPublisher, SlackPublisher } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { at, isWritten, keyOf, type Rule } from '../rule.ts';
import { controllerScript, isDefaultScript } from './controller-scripts.ts';
import { eachItem, type ThingChecks, thingFindings } from './each-item.ts';
import { atLeastOne, needs, noEffect } from './fields-beside.ts';

/** Fields of publishers that need others, or have no effect beside others. */
export const jobPublishersRule: Rule = {
  name: 'job-publishers',
  *check({ jobs }) {
    for (const { item } of eachItem(jobs))
      for (const publisher of item.publishers ?? []) yield* thingFindings(publisher, checks);
  },
};

const checks: ThingChecks<JobPublisher> = {
  xunit: function* ({ types }) {
    for (const tool of types) {
      const isCustom = tool.type.value === 'custom';
      if (isCustom) yield* needs(tool, 'type: custom', 'custom_xsl');
      if (!isCustom) yield* noEffect(tool, ['custom_xsl'], `beside \`type: ${tool.type.value}\``);
    }
  },
  'email-ext': function* (spec) {
    for (const trigger of spec.triggers) yield* occasionFindings(trigger);
    for (const field of ['presend_script', 'postsend_script'] as const)
      if (!isDefaultScript(spec[field].value))
        yield* controllerScript(spec, field, 'take a script of the settings of Jenkins (`$DEFAULT_...`)');
  },
  plot: function* ({ plots }) {
    for (const series of plots.flatMap((chart) => chart.series)) {
      const format = series.format.value;
      if (format === 'xml') yield* needs(series, 'format: xml', 'xpath');
      if (format !== 'xml') yield* noEffect(series, ['xpath'], `beside \`format: ${format}\``);
      if (format !== 'csv') yield* noEffect(series, ['exclude'], `beside \`format: ${format}\``);
      else if (series.inclusion_flag.value === 'off')
        yield* noEffect(series, ['exclude'], 'without `inclusion_flag`');
    }
  },
  'warnings-ng': function* ({ filters }) {
    for (const filter of filters) yield* atLeastOne(filter, 'filters', ['include', 'exclude']);
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
    for (const finder of finders) yield* atLeastOne(finder, 'text-finder', ['files', 'console']);
  },
  slack: function* (spec) {
    if (spec.$.hasUnknown || slackOccasions.some((occasion) => isOnOrRefused(spec, occasion))) return;
    yield diagnose(
      'check/no-effect-beside',
      { field: 'slack', beside: 'when every `notify_...` is false: no message is ever sent' },
      keyOf(spec, 'room'),
      { help: 'say when: write `notify_failure: true`, `notify_back_to_normal: true` or another of them' },
    );
  },
  naginator: function* (spec) {
    const isFixed = isWritten(spec, 'fixed_delay');
    if (isFixed) yield* noEffect(spec, ['progressive_delay_increment'], 'beside `fixed_delay`');
    if (isFixed || !isWritten(spec, 'progressive_delay_increment'))
      yield* noEffect(
        spec,
        ['progressive_delay_maximum'],
        'without `progressive_delay_increment` of its own',
      );
  },
  postbuildscript: function* (spec) {
    yield* atLeastOne(spec, 'postbuildscript', ['builders', 'generic_script', 'groovy_script', 'groovy']);
  },
  git: function* (spec) {
    if (!spec.push_merge.value) yield* atLeastOne(spec, 'git', ['push_merge', 'branches', 'tags', 'notes']);
  },
  ssh: function* ({ servers }) {
    for (const transfer of servers.flatMap((server) => server.transfers))
      yield* atLeastOne(transfer, 'transfers', ['source', 'command']);
  },
};

/** The occasions on which messages are sent: the switches of `SlackNotifier` of the plugin (read 2026-07). */
const slackOccasions = [
  'notify_start',
  'notify_success',
  'notify_aborted',
  'notify_not_built',
  'notify_unstable',
  'notify_regression',
  'notify_failure',
  'notify_every_failure',
  'notify_back_to_normal',
  'notify_repeated_failure',
] as const;

/** A switch whose value was refused is told already, and counts as its default. */
function isOnOrRefused(spec: SlackPublisher, occasion: (typeof slackOccasions)[number]): boolean {
  return spec[occasion].value || (isWritten(spec, occasion) && at(spec[occasion]) === undefined);
}

function* occasionFindings(trigger: EmailExtTrigger): Generator<Diagnostic> {
  const occasion = trigger.on.value;
  const hasScript = occasion === 'script' || occasion === 'pre-build-script';
  if (hasScript) yield* needs(trigger, `on: ${occasion}`, 'script');
  if (!hasScript) yield* noEffect(trigger, ['script'], `beside \`on: ${occasion}\``);
  if (occasion !== 'nth-failure') yield* noEffect(trigger, ['count'], `beside \`on: ${occasion}\``);
}
