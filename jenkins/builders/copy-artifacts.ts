import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, mapValue, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { CopyArtifactsBuilder as CopyArtifactsSpec } from '../../schema/generated/located.ts';
import { given } from '../shared/lines.ts';
import type { NeedCollector } from '../shared/need-collector.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import { elementsOf, STEPS, use } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, ifTrue, leaf, optional, typed } from '../shared/xml.ts';

/** Copies artifacts of another job into the workspace. */
export interface CopyArtifactsBuilder extends ItemNode {
  readonly kind: 'copy-artifacts';
  readonly job: Text;
  readonly include: readonly Text[];
  readonly from: BuildSelector;
}

/** Which build of the other job. */
export type BuildSelector =
  | { readonly kind: 'workspace' }
  | { readonly kind: 'latest-successful'; readonly stable?: Valued<boolean> | undefined };

const reason = 'jobs copy artifacts of other jobs';

const made: Thing<CopyArtifactsBuilder> = {
  kind: 'copy-artifacts',
  needs: use(STEPS, 'copyArtifacts', reason),
  xml: ({ job, include, from }) =>
    element('hudson.plugins.copyartifact.CopyArtifact', [
      leaf('project', job),
      leaf('filter', joinTexts(include, ', ')),
      leaf('target', ''),
      leaf('doNotFingerprintArtifacts', false),
      selector(from),
    ]),
  dsl: ({ job, include, from }, dsl) =>
    dsl.block(
      'copyArtifacts',
      () => {
        dsl.call('includePatterns', ...include);
        dsl.block('buildSelector', () => {
          if (from.kind === 'workspace') dsl.call('workspace');
          else dsl.call('latestSuccessful', from.stable);
        });
      },
      job,
    ),
};

const numberInPath = elementsOf('copyartifact', reason, '684.vde867d759462');
const multijob = elementsOf('jenkins-multijob-plugin', 'jobs copy artifacts of jobs of a multijob');

/** Copies artifacts of a build of another job (hudson.plugins.copyartifact.CopyArtifact). */
export const copyArtifactsBuilder = orSpec<
  CopyArtifactsBuilder,
  SpecNode<'copy-artifacts', CopyArtifactsSpec>
>(made, {
  xml: ({ spec }) =>
    element('hudson.plugins.copyartifact.CopyArtifact', [
      leaf('project', spec.project),
      ...optional('parameters', given(joinTexts(spec.parameter_filters, ','))),
      leaf('filter', joinTexts(spec.filter, ',')),
      leaf('target', spec.target ?? ''),
      leaf('includeBuildNumberInTargetPath', spec.include_build_number),
      leaf('excludes', joinTexts(spec.exclude, ',')),
      writtenSelector(spec),
      ...ifTrue('flatten', spec.flatten),
      ...ifTrue('optional', spec.optional),
      leaf(
        'doNotFingerprintArtifacts',
        mapValue(spec.fingerprint, (fingerprint) => !fingerprint),
      ),
      ...optional('resultVariableSuffix', given(spec.result_var_suffix)),
    ]),
  inside: ({ spec, origin }, needs: NeedCollector) => {
    needs.use(numberInPath, origin);
    if (spec.which_build.value === 'multijob-build') needs.use(multijob, origin);
  },
});

const permalinks = {
  last: 'lastBuild',
  'last-stable': 'lastStableBuild',
  'last-successful': 'lastSuccessfulBuild',
  'last-failed': 'lastFailedBuild',
  'last-unstable': 'lastUnstableBuild',
  'last-unsuccessful': 'lastUnsuccessfulBuild',
} as const;

const upstreamFilters = {
  global: 'UseGlobalSetting',
  oldest: 'UseOldest',
  newest: 'UseNewest',
} as const;

function writtenSelector(spec: CopyArtifactsSpec): XmlElement {
  const of = (name: string, content: readonly XmlElement[] = []) =>
    typed('selector', `hudson.plugins.copyartifact.${name}`, content);
  switch (spec.which_build.value) {
    case 'last-successful':
      return of('StatusBuildSelector', ifTrue('stable', spec.stable));
    case 'last-completed':
      return of('LastCompletedBuildSelector');
    case 'last-with-artifacts':
      return of('LastBuildWithArtifactSelector');
    case 'last-saved':
      return of('SavedBuildSelector');
    case 'specific-build':
      return of('SpecificBuildSelector', [leaf('buildNumber', spec.build_number ?? '')]);
    case 'permalink':
      return of('PermalinkBuildSelector', [
        leaf(
          'id',
          mapValue(spec.permalink, (link) => permalinks[link]),
        ),
      ]);
    case 'upstream-build':
      return of('TriggeredBuildSelector', [
        ...ifTrue('fallbackToLastSuccessful', spec.fallback_to_last_successful),
        leaf(
          'upstreamFilterStrategy',
          mapValue(spec.upstream_filter, (filter) => upstreamFilters[filter]),
        ),
        leaf('allowUpstreamDependencies', spec.allow_upstream_dependencies),
      ]);
    case 'downstream-build':
      return of('DownstreamBuildSelector', [
        leaf('upstreamProjectName', spec.upstream_project_name ?? ''),
        leaf('upstreamBuildNumber', spec.upstream_build_number ?? ''),
      ]);
    case 'workspace-latest':
      return of('WorkspaceSelector');
    case 'build-param':
      return of('ParameterizedBuildSelector', [leaf('parameterName', spec.param ?? '')]);
    case 'multijob-build':
      return typed('selector', 'com.tikal.jenkins.plugins.multijob.MultiJobBuildSelector');
  }
}

function selector(from: BuildSelector): XmlElement {
  const type = 'hudson.plugins.copyartifact';
  return from.kind === 'workspace'
    ? // The engine prints the word `null` here; XStream does not mind.
      typed('selector', `${type}.WorkspaceSelector`, 'null')
    : typed('selector', `${type}.StatusBuildSelector`, ifTrue('stable', from.stable));
}
