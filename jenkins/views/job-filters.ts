import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Sourced } from '../../compiler/text/sourced.ts';
import type { JobJobFilter } from '../../schema/generated/located.ts';
import { type EntryPrinters, entryElements } from '../shared/entry.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { LeafValue } from '../shared/xml.ts';
import { element, leaf } from '../shared/xml.ts';

const PACKAGE = 'hudson.views';

const filterNeeds = elementsOf('view-job-filters', 'views choose their jobs by filters', '1.27');

const valueTypes = {
  name: 'NAME',
  'folder-name': 'FOLDER_NAME',
  description: 'DESCRIPTION',
  scm: 'SCM',
  email: 'EMAIL',
  maven: 'MAVEN',
  schedule: 'SCHEDULE',
  node: 'NODE',
} as const;

const fallbacks = {
  'add-all-if-none-included': 'ADD_ALL_IF_NONE_INCLUDED',
  'remove-all-if-all-included': 'REMOVE_ALL_IF_ALL_INCLUDED',
} as const;

/*
 * The fields of each class in their order, those of the classes above it first; they were read in 2026-11, in the
 * plugin's source of 2025-10.
 */
const printers: EntryPrinters<JobJobFilter> = {
  all: () => element(`${PACKAGE}.AllJobsFilter`),
  'regex-job': (spec) =>
    matching('RegExJobFilter', spec, {
      valueTypeString: spec.value.map((name) => valueTypes[name]),
      regex: spec.regex,
      matchName: spec.match_name,
      matchFullName: spec.match_full_name,
      matchDisplayName: spec.match_display_name,
      matchFullDisplayName: spec.match_full_display_name,
    }),
  'job-status': (spec) =>
    matching('JobStatusFilter', spec, {
      unstable: spec.unstable,
      failed: spec.failed,
      aborted: spec.aborted,
      disabled: spec.disabled,
      stable: spec.stable,
    }),
  'build-status': (spec) =>
    matching('BuildStatusFilter', spec, {
      neverBuilt: spec.never_built,
      building: spec.building,
      inBuildQueue: spec.in_build_queue,
    }),
  'build-duration': (spec) =>
    matching('BuildDurationFilter', spec, {
      ...builds(spec),
      lessThan: spec.less_than,
      buildDurationMinutes: float(spec.build_duration_minutes),
    }),
  'build-trend': (spec) =>
    matching('BuildTrendFilter', spec, { ...builds(spec), statusTypeString: camelCase(spec.status, true) }),
  'most-recent': ({ max_to_include, check_start_time }) =>
    element(`${PACKAGE}.MostRecentJobsFilter`, [
      leaf('maxToInclude', max_to_include),
      leaf('checkStartTime', check_start_time),
    ]),
  fallback: ({ fallback_type }) => {
    const type = fallback_type.map((name) => fallbacks[name]);
    return element(`${PACKAGE}.AddRemoveFallbackFilter`, [
      leaf('fallbackTypeString', type),
      leaf('fallbackType', type),
    ]);
  },
  'job-type': (spec) => matching('JobTypeFilter', spec, { jobType: spec.job_type }),
  scm: (spec) => matching('ScmTypeFilter', spec, { scmType: spec.scm_type }),
  parameter: (spec) =>
    matching('ParameterFilter', spec, {
      nameRegex: spec.name,
      valueRegex: spec.value,
      descriptionRegex: spec.desc,
      useDefaultValue: spec.use_default_value,
      matchBuildsInProgress: spec.match_builds_in_progress,
      matchAllBuilds: spec.match_all_builds,
      maxBuildsToMatch: spec.max_builds_to_match,
    }),
  'other-views': (spec) => matching('OtherViewsFilter', spec, { otherViewName: spec.view_name }),
  'secured-job': (spec) => matching('SecuredJobsFilter', spec, {}),
  'user-permissions': (spec) =>
    matching('SecurityFilter', spec, {
      configure: spec.configure,
      build: spec.build,
      workspace: spec.workspace,
      permissionCheckType: camelCase(spec.permission_check, true),
    }),
  'user-relevance': (spec) =>
    matching('UserRelevanceFilter', spec, {
      ...builds(spec),
      matchUserId: spec.match_user_id,
      matchUserFullName: spec.match_user_full_name,
      ignoreCase: spec.ignore_case,
      ignoreWhitespace: spec.ignore_whitespace,
      ignoreNonAlphaNumeric: spec.ignore_non_alphanumeric,
      matchBuilder: spec.match_builder,
      matchEmail: spec.match_email,
      matchScmChanges: spec.match_scm_changes,
    }),
  'upstream-downstream': (spec) =>
    element(`${PACKAGE}.UpstreamDownstreamJobsFilter`, [
      leaf('includeDownstream', spec.include_downstream),
      leaf('includeUpstream', spec.include_upstream),
      leaf('recursive', spec.recursive),
      leaf('excludeOriginals', spec.exclude_originals),
    ]),
  unclassified: (spec) => matching('UnclassifiedJobsFilter', spec, {}),
};

/** Returns the elements of the filters of a view, in their order. */
export function jobFilterElements(filters: readonly JobJobFilter[]): readonly XmlElement[] {
  return entryElements(filters, printers);
}

/** Notes the plugin of filters, where there are any. */
export function noteJobFilters(filters: readonly JobJobFilter[], needs: NeedCollector): void {
  const [first] = filters;
  if (first !== undefined) needs.use(filterNeeds, first.$.origin);
}

function matching(
  type: string,
  { match_type }: { readonly match_type: Sourced<string> },
  fields: Readonly<Record<string, LeafValue>>,
): XmlElement {
  return element(`${PACKAGE}.${type}`, [
    leaf('includeExcludeTypeString', camelCase(match_type, false)),
    ...Object.entries(fields).map(([name, value]) => leaf(name, value)),
  ]);
}

interface BuildFields {
  readonly build_count: Sourced<string>;
  readonly amount: Sourced<number>;
  readonly amount_type: Sourced<string>;
}

function builds({ build_count, amount, amount_type }: BuildFields) {
  return {
    buildCountTypeString: camelCase(build_count, true),
    amountTypeString: camelCase(amount_type, true),
    amount: float(amount),
  };
}

/** Java writes a float with a digit behind its point. */
function float(value: Sourced<number>): Sourced<string> {
  return value.map((number) => number.toFixed(1));
}

/** The plugin's words are ours without hyphens. */
function camelCase(word: Sourced<string>, isUpper: boolean): Sourced<string> {
  return word.map((text) =>
    text.replace(isUpper ? /(?:^|-)([a-z])/g : /-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  );
}
