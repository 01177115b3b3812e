import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { Sourced } from '../../compiler/text/sourced.ts';
import { plainValue, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { GitSource, JobHeadFilter } from '../../schema/generated/located.ts';
import { type EntryPrinters, entryElements } from '../shared/entry.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { element, from, leaf, optional, typed } from '../shared/xml.ts';
import { patterns } from './source-strategies.ts';

/** Which heads are found, and how they are checked out: the same for all sources. */
export type CommonTraits = Pick<
  GitSource,
  | 'includes'
  | 'excludes'
  | 'head_filter_regex'
  | 'head_pr_filter_behaviors'
  | 'clean'
  | 'clone'
  | 'submodule'
  | 'checkout_timeout'
  | 'sparse_checkout'
  | 'refspecs'
  | 'remote_name'
  | 'git_tool'
  | 'user_identity'
  | 'lfs_pull'
  | 'local_branch'
  | 'prune'
  | 'prune_tags'
  | 'wipe_workspace'
  | 'use_author'
  | 'first_build_changelog'
  | '$'
>;

const GIT = 'jenkins.plugins.git.traits';
const EXTENSIONS = 'hudson.plugins.git.extensions.impl';
const SCM = 'jenkins.scm.impl.trait';
const HEAD_FILTERS = 'net.gleske.scmfilter.impl.trait';

const headFilterNeeds = elementsOf('scm-filter-branch-pr', 'pull requests are filtered by their branches');

const headFilters: EntryPrinters<JobHeadFilter> = {
  'head-pr-destined-regex': (spec) => regexFilter('RegexSCMHeadFilterTrait', spec),
  'head-pr-originated-regex': (spec) => regexFilter('RegexSCMOriginFilterTrait', spec),
  'head-pr-destined-wildcard': (spec) => wildcardFilter('WildcardSCMHeadFilterTrait', spec),
  'head-pr-originated-wildcard': (spec) => wildcardFilter('WildcardSCMOriginFilterTrait', spec),
};

/*
 * The elements are what the plugins save: their classes were read in 2026-11 (git of 2026-08, scm-api of 2026-02,
 * scm-filter-branch-pr of 2026-06). Job DSL has no methods for most of them.
 */

/** Returns the traits that all sources share, the filters first. */
export function commonTraits(spec: CommonTraits): readonly XmlElement[] {
  return [...filterTraits(spec), ...checkoutTraits(spec)];
}

/** Notes the plugins of the traits beside that of the source itself. */
export function noteTraits(
  { head_pr_filter_behaviors: filters, $ }: CommonTraits,
  needs: NeedCollector,
): void {
  if (filters.length > 0) needs.use(headFilterNeeds, $.origin);
}

/** Returns a trait without settings in a list, or an empty list where it is off. */
export function toggled(name: string, on: Valued<boolean>): readonly XmlElement[] {
  if (!plainValue(on)) return [];
  return [on instanceof Sourced ? from(on.origin, element(name)) : element(name)];
}

function filterTraits(spec: CommonTraits): readonly XmlElement[] {
  const { includes, excludes, head_filter_regex: regex } = spec;
  return [
    ...(includes.length === 0 && excludes.length === 0
      ? []
      : [
          element(`${SCM}.WildcardSCMHeadFilterTrait`, [
            leaf('includes', patterns(includes, '*')),
            leaf('excludes', patterns(excludes, '')),
          ]),
        ]),
    ...(regex === undefined ? [] : [element(`${SCM}.RegexSCMHeadFilterTrait`, [leaf('regex', regex)])]),
    ...entryElements(spec.head_pr_filter_behaviors, headFilters),
  ];
}

function checkoutTraits(spec: CommonTraits): readonly XmlElement[] {
  const { clean, clone, submodule, user_identity: identity, refspecs, sparse_checkout: paths } = spec;
  return [
    ...(clean === undefined ? [] : cleanTraits(clean)),
    ...(clone === undefined
      ? []
      : [
          from(
            clone.$.origin,
            extension('CloneOptionTrait', 'CloneOption', [
              leaf('shallow', clone.shallow),
              leaf('noTags', clone.no_tags),
              leaf('reference', clone.reference ?? ''),
              ...optional('timeout', clone.timeout),
              leaf('depth', clone.depth),
              leaf('honorRefspec', clone.honor_refspec),
            ]),
          ),
        ]),
    ...(submodule === undefined
      ? []
      : [
          from(
            submodule.$.origin,
            extension('SubmoduleOptionTrait', 'SubmoduleOption', [
              leaf('disableSubmodules', submodule.disable),
              leaf('recursiveSubmodules', submodule.recursive),
              leaf('trackingSubmodules', submodule.tracking),
              leaf('reference', submodule.reference ?? ''),
              leaf('parentCredentials', submodule.parent_credentials),
              ...optional('timeout', submodule.timeout),
              leaf('shallow', submodule.shallow),
              ...optional('depth', submodule.depth),
              ...optional('threads', submodule.threads),
            ]),
          ),
        ]),
    ...given(spec.checkout_timeout, (timeout) =>
      extension('CheckoutOptionTrait', 'CheckoutOption', [leaf('timeout', timeout)]),
    ),
    ...(paths.length === 0
      ? []
      : [
          extension('SparseCheckoutPathsTrait', 'SparseCheckoutPaths', [
            element(
              'sparseCheckoutPaths',
              paths.map((path) => element(`${EXTENSIONS}.SparseCheckoutPath`, [leaf('path', path)])),
            ),
          ]),
        ]),
    ...(refspecs.length === 0
      ? []
      : [
          element(`${GIT}.RefSpecsSCMSourceTrait`, [
            element(
              'templates',
              refspecs.map((refspec) =>
                element(`${GIT}.RefSpecsSCMSourceTrait_-RefSpecTemplate`, [leaf('value', refspec)]),
              ),
            ),
          ]),
        ]),
    ...given(spec.remote_name, (name) =>
      element(`${GIT}.RemoteNameSCMSourceTrait`, [leaf('remoteName', name)]),
    ),
    ...given(spec.git_tool, (tool) => element(`${GIT}.GitToolSCMSourceTrait`, [leaf('gitTool', tool)])),
    ...(identity === undefined
      ? []
      : [
          from(
            identity.$.origin,
            extension('UserIdentityTrait', 'UserIdentity', [
              leaf('name', identity.name),
              leaf('email', identity.email),
            ]),
          ),
        ]),
    ...extensionIf(spec.lfs_pull, 'GitLFSPullTrait', 'GitLFSPull'),
    ...extensionIf(spec.local_branch, 'LocalBranchTrait', 'LocalBranch', [leaf('localBranch', '**')]),
    ...extensionIf(spec.prune, 'PruneStaleBranchTrait', 'PruneStaleBranch'),
    ...extensionIf(spec.prune_tags, 'PruneStaleTagTrait', 'PruneStaleTag', [leaf('pruneTags', true)]),
    ...extensionIf(spec.wipe_workspace, 'WipeWorkspaceTrait', 'WipeWorkspace'),
    ...extensionIf(spec.use_author, 'AuthorInChangelogTrait', 'AuthorInChangelog'),
    ...extensionIf(spec.first_build_changelog, 'FirstBuildChangelogTrait', 'FirstBuildChangelog', [
      leaf('makeChangelog', true),
    ]),
  ];
}

function cleanTraits({
  before,
  after,
  remove_stale_nested_repos: nested,
}: NonNullable<CommonTraits['clean']>): readonly XmlElement[] {
  const content = [leaf('deleteUntrackedNestedRepositories', nested)];
  return [
    ...extensionIf(before, 'CleanBeforeCheckoutTrait', 'CleanBeforeCheckout', content),
    ...extensionIf(after, 'CleanAfterCheckoutTrait', 'CleanCheckout', content),
  ];
}

/** A trait that stands for an extension of the git plugin. */
function extension(trait: string, type: string, content: readonly XmlElement[] = []): XmlElement {
  return element(`${GIT}.${trait}`, [typed('extension', `${EXTENSIONS}.${type}`, content)]);
}

function extensionIf(
  on: Valued<boolean>,
  trait: string,
  type: string,
  content: readonly XmlElement[] = [],
): readonly XmlElement[] {
  return plainValue(on) ? [extension(trait, type, content)] : [];
}

function given<Value>(value: Value | undefined, print: (value: Value) => XmlElement): readonly XmlElement[] {
  return value === undefined ? [] : [print(value)];
}

function regexFilter(
  type: string,
  { branch_regexp, tag_regexp }: { readonly branch_regexp: Text; readonly tag_regexp: Text },
): XmlElement {
  return element(`${HEAD_FILTERS}.${type}`, [leaf('regex', branch_regexp), leaf('tagRegex', tag_regexp)]);
}

interface WildcardFilter {
  readonly branch_includes: readonly Text[];
  readonly branch_excludes: readonly Text[];
  readonly tag_includes: readonly Text[];
  readonly tag_excludes: readonly Text[];
}

function wildcardFilter(type: string, spec: WildcardFilter): XmlElement {
  return element(`${HEAD_FILTERS}.${type}`, [
    leaf('includes', patterns(spec.branch_includes, '*')),
    leaf('excludes', patterns(spec.branch_excludes, '')),
    leaf('tagIncludes', patterns(spec.tag_includes, '')),
    leaf('tagExcludes', patterns(spec.tag_excludes, spec.tag_includes.length === 0 ? '*' : '')),
  ]);
}
