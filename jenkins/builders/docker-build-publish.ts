import type { DockerBuildPublishBuilder } from '../../schema/generated/located.ts';
import { given } from '../shared/lines.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** Builds an image and pushes it (com.cloudbees.dockerpublish.DockerBuilder). */
export const dockerBuildPublishBuilder: Thing<SpecNode<'docker-build-publish', DockerBuildPublishBuilder>> = {
  kind: 'docker-build-publish',
  needs: elementsOf('docker-build-publish', 'jobs build images with Docker', '1.3'),
  xml: ({ spec }) =>
    element('com.cloudbees.dockerpublish.DockerBuilder', [
      element('server', [
        ...optional('uri', given(spec.server?.uri)),
        ...optional('credentialsId', given(spec.server?.credentials)),
      ]),
      element('registry', [
        ...optional('url', given(spec.registry?.url)),
        ...optional('credentialsId', given(spec.registry?.credentials)),
      ]),
      leaf('repoName', spec.repo_name),
      leaf('noCache', spec.no_cache),
      leaf('forcePull', spec.force_pull),
      ...optional('buildContext', given(spec.build_context)),
      ...optional('dockerfilePath', given(spec.file_path)),
      leaf('skipBuild', spec.skip_build),
      leaf('skipDecorate', spec.skip_decorate),
      leaf('repoTag', spec.repo_tag ?? ''),
      leaf('skipPush', spec.skip_push),
      leaf('createFingerprint', spec.create_fingerprint),
      leaf('skipTagLatest', spec.skip_tag_latest),
      leaf('buildAdditionalArgs', spec.build_args ?? ''),
      leaf('forceTag', spec.force_tag),
      ...optional('dockerToolName', given(spec.docker_tool)),
    ]),
};
