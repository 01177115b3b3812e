import type { XvfbWrapper } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** Runs an X server without a screen, by the Xvfb plugin, under the name of its class of today (`Xvfb`, read 2026-11). */
export const xvfb: Thing<SpecNode<'xvfb', XvfbWrapper>> = {
  kind: 'xvfb',
  needs: elementsOf('xvfb', 'jobs have an X server without a screen', '1.1.0'),
  xml: ({ spec }) =>
    element('org.jenkinsci.plugins.xvfb.Xvfb', [
      leaf('installationName', spec.installation_name),
      ...optional('displayName', spec.display_name),
      leaf('screen', spec.screen),
      leaf('debug', spec.debug),
      leaf('timeout', spec.timeout),
      leaf('displayNameOffset', spec.display_name_offset),
      ...optional('additionalOptions', spec.additional_options),
      leaf('shutdownWithBuild', spec.shutdown_with_build),
      leaf('autoDisplayName', spec.auto_display_name),
      ...optional('assignedLabels', spec.assigned_labels),
      leaf('parallelBuild', spec.parallel_build),
    ]),
};
