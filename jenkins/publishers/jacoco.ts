import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { JacocoPublisher, JacocoTarget } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** What is measured, in the order in which the plugin saves it. */
const metrics = ['instruction', 'branch', 'complexity', 'line', 'method', 'class'] as const;

/** Publishes what JaCoCo measured (`JacocoPublisher` 3.3, read 2026-08). */
export const jacoco: Thing<SpecNode<'jacoco', JacocoPublisher>> = {
  kind: 'jacoco',
  needs: elementsOf('jacoco', 'jobs publish coverage of JaCoCo', '3.0.5'),
  xml: ({ spec }) =>
    element('hudson.plugins.jacoco.JacocoPublisher', [
      leaf('execPattern', spec.exec_pattern),
      leaf('classPattern', spec.class_pattern),
      leaf('sourcePattern', spec.source_pattern),
      leaf('sourceInclusionPattern', spec.source_inclusion_pattern),
      leaf('sourceExclusionPattern', spec.source_exclusion_pattern),
      leaf('inclusionPattern', spec.inclusion_pattern),
      leaf('exclusionPattern', spec.exclusion_pattern),
      leaf('skipCopyOfSrcFiles', spec.skip_copy_of_src_files),
      ...targetLeaves('minimum', 'unhealthy', spec),
      ...targetLeaves('maximum', 'healthy', spec),
      leaf('changeBuildStatus', spec.update_build_status),
      leaf('runAlways', spec.run_always),
      ...targetLeaves('delta', 'delta', spec),
      leaf('buildOverBuild', spec.build_over_build),
    ]),
};

function targetLeaves(
  prefix: string,
  level: 'healthy' | 'unhealthy' | 'delta',
  { targets }: JacocoPublisher,
): XmlElement[] {
  return metrics.map((metric) => {
    const target: JacocoTarget | undefined = targets[metric];
    const name = `${metric.slice(0, 1).toUpperCase()}${metric.slice(1)}`;
    return leaf(`${prefix}${name}Coverage`, target?.[level] ?? 0);
  });
}
