import type { OpenstackWrapper } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

const PACKAGE = 'jenkins.plugins.openstack.compute';

/** Starts machines for the build, by the OpenStack Cloud plugin (`InstancesToRun`, read 2026-11). */
export const openstack: Thing<SpecNode<'openstack', OpenstackWrapper>> = {
  kind: 'openstack',
  needs: elementsOf('openstack-cloud', 'jobs start machines of OpenStack'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.JCloudsBuildWrapper`, [
      element(
        'instancesToRun',
        spec.instances.map((instance) =>
          element(`${PACKAGE}.InstancesToRun`, [
            leaf('cloudName', instance.cloud_name),
            ...optional('templateName', instance.template_name),
            ...optional('manualTemplateName', instance.manual_template_name),
            leaf('count', instance.count),
          ]),
        ),
      ),
    ]),
};
