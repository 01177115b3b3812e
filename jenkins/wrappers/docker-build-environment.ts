import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { DockerWrapper } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';

const PACKAGE = 'com.cloudbees.jenkins.plugins.docker_build_env';

/** `_` of the package, as XStream writes it in the name of an element. */
const ELEMENT_PACKAGE = 'com.cloudbees.jenkins.plugins.docker__build__env';

/**
 * Runs the steps in a container, by the Docker Custom Build Environment plugin, under the name of its class of today
 * (`DockerBuildWrapper`, read 2026-11).
 */
export const dockerBuildEnvironment: Thing<SpecNode<'docker', DockerWrapper>> = {
  kind: 'docker',
  needs: elementsOf('docker-custom-build-environment', 'jobs run their steps in containers', '1.7.3'),
  xml: ({ spec }) =>
    element(`${ELEMENT_PACKAGE}.DockerBuildWrapper`, [
      selector(spec),
      ...optional('dockerInstallation', spec.docker_tool),
      element('dockerHost', [...optional('uri', spec.host), ...optional('credentialsId', spec.credentials)]),
      leaf('dockerRegistryCredentials', spec.registry_credentials ?? ''),
      leaf('verbose', spec.verbose),
      volumes(spec),
      leaf('privileged', spec.privileged),
      leaf('group', spec.group ?? ''),
      leaf('command', spec.command),
      leaf('forcePull', spec.force_pull),
      leaf('net', spec.net),
      leaf('memory', spec.memory_limit ?? ''),
      leaf('cpu', spec.cpu_shares ?? ''),
    ]),
};

function selector({ image, context_path: context, dockerfile }: DockerWrapper): XmlElement {
  return image === undefined
    ? typed('selector', `${PACKAGE}.DockerfileImageSelector`, [
        leaf('contextPath', context),
        leaf('dockerfile', dockerfile ?? 'Dockerfile'),
      ])
    : typed('selector', `${PACKAGE}.PullDockerImageSelector`, [leaf('image', image)]);
}

function volumes({ volumes: all }: DockerWrapper): XmlElement {
  if (all.length === 0) return typed('volumes', 'empty-list');
  return element(
    'volumes',
    all.map(({ host_path: hostPath, path }) =>
      element(`${ELEMENT_PACKAGE}.Volume`, [leaf('hostPath', hostPath), leaf('path', path)]),
    ),
  );
}
