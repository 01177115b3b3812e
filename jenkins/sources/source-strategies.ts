import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, plainValue, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type {
  GitSource,
  JobBranchProperty,
  JobBuildStrategy,
  JobNameFilter,
} from '../../schema/generated/located.ts';
import { type EntryPrinters, entryElements } from '../shared/entry.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { element, from, leaf, typed } from '../shared/xml.ts';

/** When heads are built, and what their jobs have. */
export type StrategyFields = Pick<GitSource, 'build_strategies' | 'property_strategies' | '$'>;

const BASIC = 'jenkins.branch.buildstrategies.basic';
const NAMED = 'jenkins.branch.NamedExceptionsBranchPropertyStrategy';
const MILLISECONDS_OF_DAY = 24 * 60 * 60 * 1000;

const buildStrategyNeeds = elementsOf(
  'basic-branch-build-strategies',
  'multibranch pipelines choose which branches they build',
);
const propertyNeeds = elementsOf('branch-api', 'branches have properties');
const durabilityNeeds = elementsOf('workflow-multibranch', 'branches have a durability of their own');

const nameFilters: EntryPrinters<JobNameFilter> = {
  'exact-name': ({ name, case_sensitive }) =>
    element(`${BASIC}.NamedBranchBuildStrategyImpl_-ExactNameFilter`, [
      leaf('name', name),
      leaf('caseSensitive', case_sensitive),
    ]),
  'regex-name': ({ regex, case_sensitive }) =>
    element(`${BASIC}.NamedBranchBuildStrategyImpl_-RegexNameFilter`, [
      leaf('regex', regex),
      leaf('caseSensitive', case_sensitive),
    ]),
  'wildcards-name': ({ includes, excludes, case_sensitive }) =>
    element(`${BASIC}.NamedBranchBuildStrategyImpl_-WildcardsNameFilter`, [
      leaf('includes', patterns(includes, '*')),
      leaf('excludes', patterns(excludes, '')),
      leaf('caseSensitive', case_sensitive),
    ]),
};

const buildStrategies: EntryPrinters<JobBuildStrategy> = {
  'regular-branches': () => element(`${BASIC}.BranchBuildStrategyImpl`),
  'change-request': ({ ignore_target_only_changes, ignore_untrusted_changes }) =>
    element(`${BASIC}.ChangeRequestBuildStrategyImpl`, [
      leaf('ignoreTargetOnlyChanges', ignore_target_only_changes),
      leaf('ignoreUntrustedChanges', ignore_untrusted_changes),
    ]),
  tags: ({ ignore_tags_newer_than, ignore_tags_older_than }) =>
    element(`${BASIC}.TagBuildStrategyImpl`, [
      leaf('atLeastMillis', days(ignore_tags_newer_than)),
      leaf('atMostMillis', days(ignore_tags_older_than)),
    ]),
  'named-branches': ({ filters }) =>
    element(`${BASIC}.NamedBranchBuildStrategyImpl`, [
      element('filters', entryElements(filters, nameFilters)),
    ]),
  'skip-initial-build': () => element(`${BASIC}.SkipInitialBuildOnFirstBranchIndexing`),
  'all-strategies-match': (spec) => severalStrategies('All', spec),
  'any-strategies-match': (spec) => severalStrategies('Any', spec),
  'none-strategies-match': (spec) => severalStrategies('None', spec),
};

const suppressed = { nothing: 'NONE', 'branch-indexing': 'INDEXING', webhooks: 'EVENTS' } as const;

const hints = {
  'performance-optimized': 'PERFORMANCE_OPTIMIZED',
  'survivable-nonatomic': 'SURVIVABLE_NONATOMIC',
  'max-survivability': 'MAX_SURVIVABILITY',
} as const;

const branchProperties: EntryPrinters<JobBranchProperty> = {
  'suppress-scm-triggering': ({ branch_regex, suppress_strategy }) =>
    element('jenkins.branch.NoTriggerBranchProperty', [
      leaf('triggeredBranchesRegex', branch_regex),
      leaf(
        'strategy',
        suppress_strategy.map((name) => suppressed[name]),
      ),
    ]),
  'durability-hint': ({ hint }) =>
    element('org.jenkinsci.plugins.workflow.multibranch.DurabilityHintBranchProperty', [
      leaf(
        'hint',
        hint.map((name) => hints[name]),
      ),
    ]),
  'rate-limit': ({ count, duration, user_boost }) =>
    element('jenkins.branch.RateLimitBranchProperty', [
      leaf('durationName', duration),
      leaf('count', count),
      leaf('userBoost', user_boost),
    ]),
};

/** Returns the elements that say when heads are built: none where nothing is said. */
export function buildStrategyElements({ build_strategies }: StrategyFields): readonly XmlElement[] {
  return build_strategies.length === 0
    ? []
    : [element('buildStrategies', entryElements(build_strategies, buildStrategies))];
}

/** Returns the strategy that gives properties to the jobs of branches. */
export function propertyStrategy({ property_strategies }: StrategyFields): XmlElement {
  const all = property_strategies?.all_branches ?? [];
  const named = property_strategies?.named_branches ?? [];
  if (named.length === 0)
    return typed('strategy', 'jenkins.branch.DefaultBranchPropertyStrategy', [properties('properties', all)]);
  const exceptions = named.map(({ name, properties: own, $ }) =>
    from(
      $.origin,
      element('jenkins.branch.NamedExceptionsBranchPropertyStrategy_-Named', [
        properties('props', own),
        leaf('name', name),
      ]),
    ),
  );
  return typed('strategy', NAMED, [
    properties('defaultProperties', all),
    arrayList('namedExceptions', `${NAMED}$Named-array`, exceptions),
  ]);
}

/** Notes the plugins of strategies. */
export function noteStrategies(spec: StrategyFields, needs: NeedCollector): void {
  const { build_strategies, property_strategies, $ } = spec;
  if (build_strategies.length > 0) needs.use(buildStrategyNeeds, $.origin);
  if (property_strategies === undefined) return;
  const { all_branches, named_branches } = property_strategies;
  needs.use(propertyNeeds, property_strategies.$.origin);
  const all = [...all_branches, ...named_branches.flatMap((each) => each.properties)];
  const hint = all.find((each) => each['durability-hint'] !== undefined);
  if (hint !== undefined) needs.use(durabilityNeeds, hint.$.origin);
}

/** Returns patterns as the plugins keep them: in one text, with blanks between. */
export function patterns(texts: readonly Text[], without: string): Text {
  return texts.length === 0 ? without : joinTexts(texts, ' ');
}

function severalStrategies(
  match: 'All' | 'Any' | 'None',
  { strategies }: { readonly strategies: readonly JobBuildStrategy[] },
): XmlElement {
  return element(`${BASIC}.${match}BranchBuildStrategyImpl`, [
    element('strategies', entryElements(strategies, buildStrategies)),
  ]);
}

/** Days in milliseconds; the plugin takes what is below zero for no limit. */
function days(count: Valued<number> | undefined): string {
  return count === undefined ? '-1' : String(plainValue(count) * MILLISECONDS_OF_DAY);
}

function properties(name: string, entries: readonly JobBranchProperty[]): XmlElement {
  return entries.length === 0
    ? typed(name, 'empty-list')
    : arrayList(name, 'jenkins.branch.BranchProperty-array', entryElements(entries, branchProperties));
}

/** A list that Java makes of an array has its own form in XML. */
function arrayList(name: string, type: string, content: readonly XmlElement[]): XmlElement {
  return typed(name, 'java.util.Arrays$ArrayList', [typed('a', type, content)]);
}
