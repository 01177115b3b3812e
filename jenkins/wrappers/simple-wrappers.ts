import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text } from '../../compiler/text/traced-text.ts';
import type {
  BuildUserVarsWrapper,
  DeliveryPipelineWrapper,
  GolangWrapper,
  OpenstackSingleUseWrapper,
  SonarWrapper,
  XvncWrapper,
} from '../../schema/generated/located.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf, use, WRAPPERS } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** A wrapper without settings. */
export interface SimpleWrapper<Kind extends string> extends ItemNode {
  readonly kind: Kind;
}

/** Shows colours in the output. */
export interface ColorizeOutput extends SimpleWrapper<'colorize-output'> {
  /** What the codes stand for; those of xterm when it is absent. */
  readonly colormap?: Text | undefined;
}

/** Shows colours in the output, by the AnsiColor plugin. */
export const colorizeOutput: Thing<ColorizeOutput> = {
  kind: 'colorize-output',
  needs: use(WRAPPERS, 'colorizeOutput', 'jobs show colours in their output'),
  xml: ({ colormap }) =>
    element('hudson.plugins.ansicolor.AnsiColorBuildWrapper', [leaf('colorMapName', colormap ?? 'xterm')]),
  dsl: ({ colormap }, dsl) => dsl.call('colorizeOutput', colormap),
};

/** Shows the time of each line, by the Timestamper plugin. */
export const timestamps = simple('timestamps', 'timestamps', 'jobs show the time of each line', () =>
  element('hudson.plugins.timestamper.TimestamperBuildWrapper'),
);

/** Sets variables to who started the build (`BuildUser`, read 2026-11). */
export const buildUserVars: Thing<SpecNode<'build-user-vars', BuildUserVarsWrapper>> = {
  kind: 'build-user-vars',
  needs: use(WRAPPERS, 'buildUserVars', 'jobs have who started them as variables'),
  xml: () => element('org.jenkinsci.plugins.builduser.BuildUser'),
  dsl: (_, dsl) => dsl.call('buildUserVars'),
};

/** Makes versions for delivery pipelines (`PipelineVersionContributor`, read 2026-11). */
export const deliveryPipelineVersion: Thing<SpecNode<'delivery-pipeline', DeliveryPipelineWrapper>> = {
  kind: 'delivery-pipeline',
  needs: use(WRAPPERS, 'deliveryPipelineVersion', 'jobs make versions for their delivery pipeline'),
  xml: ({ spec }) =>
    element('se.diabol.jenkins.pipeline.PipelineVersionContributor', [
      leaf('versionTemplate', spec.version_template),
      leaf('updateDisplayName', spec.set_display_name),
    ]),
  dsl: ({ spec }, dsl) => dsl.call('deliveryPipelineVersion', spec.version_template, spec.set_display_name),
};

/** Puts Go on the path (`GolangBuildWrapper`, read 2026-11). */
export const golang: Thing<SpecNode<'golang', GolangWrapper>> = {
  kind: 'golang',
  needs: use(WRAPPERS, 'golang', 'jobs use Go of the settings'),
  xml: ({ spec }) =>
    element('org.jenkinsci.plugins.golang.GolangBuildWrapper', [leaf('goVersion', spec.version)]),
  dsl: ({ spec }, dsl) => dsl.call('golang', spec.version),
};

/** Takes the machine away after the build (`JCloudsOneOffSlave`, read 2026-11). */
export const openstackSingleUse: Thing<SpecNode<'openstack-single-use', OpenstackSingleUseWrapper>> = {
  kind: 'openstack-single-use',
  needs: elementsOf('openstack-cloud', 'jobs use machines of OpenStack once'),
  xml: () => element('jenkins.plugins.openstack.compute.JCloudsOneOffSlave'),
};

/** Tells steps where SonarQube is (`SonarBuildWrapper`, read 2026-11). */
export const sonar: Thing<SpecNode<'sonar', SonarWrapper>> = {
  kind: 'sonar',
  needs: elementsOf('sonar', 'jobs run scanners of SonarQube themselves'),
  xml: ({ spec }) =>
    element('hudson.plugins.sonar.SonarBuildWrapper', [
      ...optional('installationName', spec.install_name),
      ...optional('credentialsId', spec.credentials),
      leaf('envOnly', spec.env_only),
    ]),
};

/** Runs an X server with VNC (`Xvnc`, read 2026-11); what Job DSL prints depends on the version that it finds. */
export const xvnc: Thing<SpecNode<'xvnc', XvncWrapper>> = {
  kind: 'xvnc',
  needs: elementsOf('xvnc', 'jobs have a screen by VNC', '1.16'),
  xml: ({ spec }) =>
    element('hudson.plugins.xvnc.Xvnc', [
      leaf('takeScreenshot', spec.screenshot),
      leaf('useXauthority', spec.xauthority),
    ]),
};

function simple<Kind extends string>(
  kind: Kind,
  method: string,
  reason: string,
  xml: () => XmlElement,
): Thing<SimpleWrapper<Kind>> {
  return { kind, needs: use(WRAPPERS, method, reason), xml, dsl: (_, dsl) => dsl.call(method) };
}
