import type { InitScript } from '../../compiler/model/controller/scripts/init-script.ts';
import type { SecretKey } from '../../compiler/model/controller/secret-key.ts';
import { fromPolicy } from '../../compiler/text/origin.ts';
import { sourced } from '../../compiler/text/sourced.ts';
import { assertNever } from '../../compiler/util/assert-never.ts';
import { agentData, credentialData, credentialKinds } from './entry-data.ts';
import { parts } from './parts.ts';
import { markerPrefix, scriptMarker, seedChangedMarker } from './script-markers.ts';

/** Returns what the template of a script is rendered with: every name that it uses, also those without a value. */
export function scriptData(script: InitScript): object {
  const common = {
    ...script,
    marker: scriptMarker(script.name),
    failure: `${script.name}: `,
  };
  switch (script.kind) {
    case 'guard':
      return {
        ...common,
        lastMarker: scriptMarker('99-verify'),
        message: `${script.name}: 99-verify did not pass, so Jenkins stops`,
      };
    case 'accounts':
      return {
        ...common,
        admin: { name: keyData(script.admin.name), password: keyData(script.admin.password) },
        parts: parts(script.users),
        seedUser: script.seedUser,
      };
    case 'matrix':
      return { ...common, admin: keyData(script.admin), parts: parts(script.grants) };
    case 'ldap':
      return {
        ...common,
        managerDn: script.managerDn ?? sourced('', script.origin),
        managerPassword: script.managerPassword,
      };
    case 'system':
      return { ...common, adminEmail: script.adminEmail };
    case 'variables':
      return { ...common, parts: parts(script.variables) };
    case 'mail':
      return { ...common, port: script.port.map(String), login: script.login };
    case 'credentials':
      return {
        ...common,
        uses: credentialKinds(script.credentials),
        parts: parts(script.credentials.map(credentialData)),
      };
    case 'known-hosts':
      return { ...common, hosts: script.hosts.map((host) => host.value).join('\n') };
    case 'agents':
      return {
        ...common,
        agentNamespace: script.agentNamespace,
        serviceDot: script.service.map((name) => `${name}.`),
        agentServiceDot: script.agentService.map((name) => `${name}.`),
        agentPortSuffix: script.agentPort.map((port) => `:${port}`),
        agents: script.agents.map(agentData),
      };
    case 'seed-job':
      return {
        ...common,
        repository: script.repository ?? null,
        adminName: script.runAs.kind === 'admin' ? keyData(script.runAs.name) : undefined,
        account: script.runAs.kind === 'account' ? script.runAs.name : undefined,
        userOrigin: script.runAs.kind === 'account' ? script.runAs.name.origin : script.origin,
        credentials: script.credentials.value === '' ? null : script.credentials,
        polled: script.poll.value.trim() !== '' || (script.webhook.value && !script.github.value),
        pushed: script.github.value,
        ignoreHooks: script.webhook.map((webhook) => !webhook),
        description: sourced(
          'Makes the other jobs from the Job DSL of the seed repository. Generated: what is changed here is lost.',
          fromPolicy('Says to people that the job is generated.'),
        ),
        changedMarker: seedChangedMarker,
      };
    case 'first-build':
      return { ...common, changedMarker: seedChangedMarker };
    case 'verify':
      return { ...common, markerPrefix, passed: `${script.name}: Jenkins is set up` };
    case 'security':
    case 'addresses':
    case 'oidc':
    case 'job-dsl-security':
    case 'run-as':
    case 'image-jobs':
      return common;
    default:
      return assertNever(script);
  }
}

function keyData({ secret, key, variable }: SecretKey): object {
  return { secret, key, variable: variable ?? null };
}
