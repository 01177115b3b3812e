import type { Builder } from '../../../../jenkins/builders/all-builders.ts';
import type { EnvironmentBuilder } from '../../../../jenkins/builders/environment.ts';
import type { ShellBuilder } from '../../../../jenkins/builders/shell.ts';
import type { FreestyleJob } from '../../../../jenkins/items/freestyle.ts';
import type { Publisher } from '../../../../jenkins/publishers/all-publishers.ts';
import type { ArchiveArtifacts } from '../../../../jenkins/publishers/archive-artifacts.ts';
import type { Wrapper } from '../../../../jenkins/wrappers/all-wrappers.ts';
import type { CredentialsBinding } from '../../../../jenkins/wrappers/credentials-binding.ts';
import type { BuildVariable, Component } from '../../../../schema/generated/located.ts';
import { fromSeveral } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { hostedLabels } from '../../hosted-names.ts';
import { checkAgent, checkLabel } from '../check-agent.ts';
import { installSteps } from '../dependencies/install-steps.ts';
import { colourOutput, gitCheckout, logRotation } from '../job-parts.ts';
import { fullName, type JobScope } from '../job-scope.ts';
import { checkNotifications, notifiers } from '../notifications.ts';
import { workspacePattern } from '../publish/apt-api.ts';
import { publishBindings, publishScripts } from '../publish/publications.ts';
import { publishStep } from '../publish/publish-step.ts';
import { pushTriggers } from '../push-triggers.ts';
import { resultPublishers } from '../results.ts';
import { componentBuilders } from './component-builders.ts';

/**
 * Returns the job that builds a component: checkout, environment, build dependencies, build steps, artifacts, and
 * its Debian packages into the apt repository of the project.
 */
export function componentJob(scope: JobScope, component: Component): FreestyleJob {
  const { name, agent, repository, notifications, $ } = component;
  checkNotifications(scope, notifications);
  checkAgent(scope, { noun: 'component', job: name.value, agent });
  checkLabel(scope, { noun: 'component', job: name.value, agent });
  return {
    kind: 'freestyle',
    family: 'build_jobs',
    name: fullName(scope, name),
    description: sourced(
      `Builds component ${name.value} of ${scope.project.name.value}.`,
      fromSeveral([name.origin, scope.project.name.origin, $.origin]),
    ),
    label: hostedLabels(scope.project, agent),
    logRotation: logRotation(scope.settings),
    scm:
      repository &&
      gitCheckout(repository.git, repository.branch, repository.credentials, repository.$.origin),
    triggers: pushTriggers(scope, component),
    wrappers: wrappers(scope, component),
    builders: builders(scope, component),
    publishers: publishers(scope, component),
    origin: $.origin,
  };
}

function wrappers(scope: JobScope, component: Component): readonly Wrapper[] {
  const { build_timeout_minutes: minutes } = scope.settings.pipeline;
  const bindings: readonly CredentialsBinding[] = [
    ...component.env.flatMap(({ name, credentials, $ }) =>
      credentials === undefined
        ? []
        : [{ kind: 'string' as const, variable: name, credentials, origin: $.origin }],
    ),
    ...publishBindings(scope, component),
  ];
  const all: Wrapper[] = [colourOutput];
  if (minutes !== undefined) all.push({ kind: 'timeout', minutes, origin: minutes.origin });
  if (bindings.length > 0) {
    const origin = fromSeveral(bindings.map((binding) => binding.origin));
    all.push({ kind: 'credentials-binding', bindings, origin });
  }
  return all;
}

function builders(scope: JobScope, component: Component): readonly Builder[] {
  const plain = component.env.filter(({ credentials }) => credentials === undefined);
  const environment = plain.length === 0 ? [] : [environmentStep(plain)];
  return [
    ...environment,
    ...installSteps(scope, component),
    ...componentBuilders(scope, component).map(({ builder }) => builder),
    ...publishStep(scope, component),
    ...publishScripts(scope, component).map(
      ({ script, origin }): ShellBuilder => ({ kind: 'shell', script, origin }),
    ),
  ];
}

function environmentStep(variables: readonly BuildVariable[]): EnvironmentBuilder {
  return {
    kind: 'environment',
    variables: variables.map(({ name, value, $ }) => ({
      name,
      value: value.map(propertiesValue),
      origin: $.origin,
    })),
    origin: fromSeveral(variables.map(({ $ }) => $.origin)),
  };
}

function publishers(scope: JobScope, component: Component): readonly Publisher[] {
  const { artifacts, notifications } = component;
  const archives = artifacts.map(
    ({ location, $ }): ArchiveArtifacts => ({
      kind: 'archive-artifacts',
      patterns: [workspacePattern(location)],
      origin: $.origin,
    }),
  );
  return [...archives, ...resultPublishers(component), ...notifiers(scope, notifications)];
}

/**
 * Returns a value as the EnvInject plugin must find it in its `name=value` lines to give exactly this value: it
 * doubles some backslashes, then reads the lines as a properties file, and cuts white space at both ends (its
 * `PropertiesLoader`, read 2026-08). References such as `$PATH` stay what they are: the plugin resolves them.
 */
export function propertiesValue(value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replace(/\r\n?|\n/g, '\\n');
  // Two backslashes directly behind the equals sign would be taken for a network path, and doubled again.
  return withContinuations(escaped.startsWith('\\\\') ? ` ${escaped}` : escaped);
}

/**
 * The plugin's rule about network paths holds behind the first equals sign of each line, and to Java lines end at
 * U+0085, U+2028 and U+2029, too. A line that is continued there keeps the backslashes apart from the equals sign.
 */
function withContinuations(escaped: string): string {
  if (!/[\u0085\u2028\u2029]/.test(escaped)) return escaped;
  let text = '';
  let lineStart: number | undefined;
  for (let at = 0; at < escaped.length; at++) {
    const character = escaped.charAt(at);
    text += character;
    if (/[\u0085\u2028\u2029]/.test(character)) lineStart ??= at + 1;
    if (character !== '=' || lineStart === undefined) continue;
    const isName = at > lineStart;
    lineStart = undefined;
    if (!isName || !escaped.startsWith('\\\\', at + 1)) continue;
    text += '\\\n';
    lineStart = at + 1;
  }
  return text;
}
