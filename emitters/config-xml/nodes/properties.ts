import { joinTexts } from '../../../compiler/ir/items/join-texts.ts';
import type { NotificationEndpoint, Permission, Property } from '../../../compiler/ir/items/properties.ts';
import { plainText } from '../../../compiler/ir/items/text.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type ByKind, byKind } from '../../../compiler/util/by-kind.ts';
import { element, from, ifTrue, leaf } from '../element.ts';
import { propertiesContent } from './environment.ts';
import { parameterElements } from './parameters.ts';

const printers: ByKind<Property, XmlElement> = {
  parameters: ({ parameters }) =>
    element('hudson.model.ParametersDefinitionProperty', [
      element('parameterDefinitions', parameterElements(parameters)),
    ]),
  environment: ({ variables, keepSystemVariables, keepBuildVariables, overrideBuildParameters }) =>
    element('EnvInjectJobProperty', [
      element('info', [...propertiesContent(variables), leaf('loadFilesFromMaster', false)]),
      leaf('on', true),
      leaf('keepJenkinsSystemVariables', keepSystemVariables ?? true),
      leaf('keepBuildVariables', keepBuildVariables ?? true),
      leaf('overrideBuildParameters', overrideBuildParameters ?? false),
      element('contributors'),
    ]),
  'github-project': ({ url }) =>
    element('com.coravy.hudson.plugins.github.GithubProjectProperty', [leaf('projectUrl', url)]),
  'block-on': ({ jobs }) =>
    element('hudson.plugins.buildblocker.BuildBlockerProperty', [
      leaf('useBuildBlocker', true),
      leaf('blockingJobs', joinTexts(jobs, '\n')),
      leaf('blockLevel', 'NODE'),
      leaf('scanQueueFor', 'DISABLED'),
    ]),
  authorization: ({ permissions }) =>
    element('hudson.security.AuthorizationMatrixProperty', [
      leaf('blocksInheritance', false),
      ...permissionElements(permissions),
    ]),
  weight: ({ weight }) => element('hudson.plugins.heavy__job.HeavyJobProperty', [leaf('weight', weight)]),
  'delivery-pipeline': ({ stage, task }) =>
    element('se.diabol.jenkins.pipeline.PipelineProperty', [
      ...ifTrue('taskName', task),
      ...ifTrue('stageName', stage),
    ]),
  throttle: ({ perNode, total, categories = [] }) =>
    element('hudson.plugins.throttleconcurrents.ThrottleJobProperty', [
      leaf('maxConcurrentPerNode', perNode ?? 0),
      leaf('maxConcurrentTotal', total ?? 0),
      leaf('throttleEnabled', true),
      leaf('throttleOption', categories.length === 0 ? 'project' : 'category'),
      element(
        'categories',
        categories.map((category) => leaf('string', category)),
      ),
    ]),
  notifications: ({ endpoints }) =>
    element('com.tikal.hudson.plugins.notification.HudsonNotificationProperty', [
      element('endpoints', endpoints.map(endpointElement)),
    ]),
};

/** Returns the elements inside `properties`. */
export function propertyElements(properties: readonly Property[] = []): XmlElement[] {
  return properties
    .filter((property) => property.kind !== 'parameters' || property.parameters.length > 0)
    .map((property) => from(property.origin, byKind(printers, property)));
}

/** The engine keeps them in a set. */
function permissionElements(permissions: readonly Permission[]): XmlElement[] {
  const elements = new Map<string, XmlElement>();
  for (const { origin, permission, who } of permissions) {
    const text = `${plainText(permission)}:${plainText(who)}`;
    if (!elements.has(text)) elements.set(text, from(origin, leaf('permission', text)));
  }
  return [...elements.values()];
}

function endpointElement({ origin, url, event = 'all', timeout }: NotificationEndpoint): XmlElement {
  return from(
    origin,
    element('com.tikal.hudson.plugins.notification.Endpoint', [
      leaf('url', url),
      leaf('protocol', 'HTTP'),
      leaf('format', 'JSON'),
      leaf('event', event),
      leaf('timeout', timeout ?? 30_000),
      leaf('loglines', 0),
    ]),
  );
}
