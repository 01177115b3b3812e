import type { Builder } from '../../../../jenkins/builders/all-builders.ts';
import type { JobBuilder } from '../../../../schema/generated/located.ts';
import { scriptOf } from './job-sources.ts';
import { asWritten, type NodeTable, nodesOf } from './nodes-of.ts';
import { withCommand, withGroovy } from './script-steps.ts';
import { xmlNode } from './xml-node.ts';

/** How the things of the spec become nodes of the job. */
export const builderNodes: NodeTable<JobBuilder, Builder> = {
  shell: (spec, origin, scope) => {
    const script = scriptOf(scope, spec.command, spec.file);
    return script && { kind: 'shell', script, unstableReturn: spec.unstable_return, origin };
  },
  batch: withCommand('batch'),
  powershell: withCommand('powershell'),
  python: withCommand('python'),
  'shining-panda': withCommand('shining-panda'),
  tox: asWritten('tox'),
  nodejs: (spec, origin, scope) => {
    const script = scriptOf(scope, spec.script, spec.file);
    return script && { kind: 'nodejs', spec: { ...spec, script }, origin };
  },
  groovy: withGroovy('groovy'),
  'system-groovy': withGroovy('system-groovy'),
  'managed-script': asWritten('managed-script'),
  gradle: asWritten('gradle'),
  maven: asWritten('maven'),
  ant: asWritten('ant'),
  msbuild: asWritten('msbuild'),
  sonar: asWritten('sonar'),
  trigger: asWritten('trigger'),
  multijob: asWritten('multijob'),
  'copy-artifacts': asWritten('copy-artifacts'),
  'conditional-step': (spec, origin, scope) => ({
    kind: 'conditional-step',
    spec,
    steps: nodesOf(spec.steps, builderNodes, scope),
    origin,
  }),
  inject: asWritten('inject'),
  'config-file': asWritten('config-file'),
  'docker-build-publish': asWritten('docker-build-publish'),
  'http-request': asWritten('http-request'),
  'description-setter': asWritten('description-setter'),
  'build-name-setter': asWritten('build-name-setter'),
  'critical-block-start': asWritten('critical-block-start'),
  'critical-block-end': asWritten('critical-block-end'),
  ssh: withCommand('ssh'),
  xml: xmlNode,
};
