import type { Hosting } from '../../../compiler/link/hosting.ts';
import {
  type Controller,
  type ControllerRole,
  secretsFolder,
} from '../../../compiler/model/controller/controller.ts';
import type { SecretKey } from '../../../compiler/model/controller/secret-key.ts';
import type { EnvironmentIr } from '../../../compiler/model/kubernetes/environment.ts';
import { oneLine } from '../../../compiler/print/lines.ts';
import { fromSeveral } from '../../../compiler/text/origin.ts';
import { distinct, type Sourced, sourced } from '../../../compiler/text/sourced.ts';
import { joined, joinTexts, mapValue } from '../../../compiler/text/traced-text.ts';
import type { SecretsOperator } from '../../../schema/generated/located.ts';
import { filled, readmeData } from './guide-data.ts';

type SharedRole = Extract<ControllerRole, { kind: 'shared' }>;

/** Returns what the guide of a shared controller is rendered with. */
export function sharedReadmeData(
  controller: Controller,
  { served, secrets }: SharedRole,
  imageTag: Sourced<string>,
): object {
  const { deployment } = controller;
  return {
    ...readmeData(controller, [], imageTag),
    projects: served.map(({ hosting, controller: part }) => ({
      name: part.project,
      slug: hosting.slug,
      folder: hosting.folder,
      namespaces: filled(part.deployment.agentNamespaces) ?? '',
      origin: fromSeveral([part.project.origin, hosting.folder.origin]),
    })),
    count: served.length === 1 ? 'one project' : `${served.length} projects`,
    networkPolicy: deployment.networkPolicy,
    seedRepository: served[0]?.hosting.settings.seed.repository ?? deployment.seedRepository,
    seedBranch: served[0]?.hosting.settings.seed.branch ?? '',
    ...externalData(controller, secrets),
  };
}

/** Returns what the guide of a project on a shared controller is rendered with. */
export function partReadmeData(
  controller: Controller,
  hosting: Hosting,
  environments: readonly EnvironmentIr[],
): object {
  const data: Readonly<Record<string, unknown>> = { ...readmeData(controller, environments, nowhere) };
  const takes = data.takes as { readonly claims: readonly unknown[] };
  return {
    ...data,
    controller: hosting.controller,
    folder: hosting.folder,
    slug: hosting.slug,
    environmentNamespaces: filled(distinct(environments.map(({ namespace }) => namespace))),
    hasSecrets: controller.secrets.length + controller.externalSecrets.length > 0 ? true : undefined,
    claims: takes.claims.length > 0 ? true : undefined,
    ...externalData(controller, hosting.secrets),
  };
}

/** A part has no image of its own. */
const nowhere = sourced('', fromSeveral([]));

function externalData({ externalSecrets }: Controller, secrets: SecretsOperator): object {
  const { operator, store, store_kind: kind, refresh } = secrets;
  if (operator.value === 'none' || store === undefined) return {};
  return {
    external: { store, kind, refresh, everywhere: kind.value === 'SecretStore' },
    externalSecrets: externalSecrets.map(({ namespace, name, keys, path, origin }) => ({
      namespace,
      name,
      path,
      keys: joinTexts(
        keys.map((key) => joined`\`${key}\``),
        ', ',
      ),
      origin,
    })),
  };
}

/** Returns what the script that brings projects into a running Jenkins is rendered with. */
export function addProjectData(
  controller: Controller,
  { secrets }: SharedRole,
  { imageTag, statefulSetFile }: { readonly imageTag: Sourced<string>; readonly statefulSetFile: string },
): object {
  const { image, deployment, pathPrefix, initScripts, project } = controller;
  const accounts = initScripts.find((script) => script.kind === 'accounts');
  const pathOf = (key: SecretKey | undefined) =>
    key === undefined ? '' : joined`${secretsFolder}/${key.secret}/${key.key}`;
  return {
    namespace: deployment.namespace,
    name: deployment.name,
    image: mapValue(joined`${image.repository}:${image.version}-${imageTag}`, oneLine),
    ownRealm: accounts !== undefined,
    adminName: pathOf(accounts?.admin.name),
    adminPassword: pathOf(accounts?.admin.password),
    cliUrl: joined`http://localhost:8080${pathPrefix}/`,
    secretsFolder,
    statefulSetFile,
    controllerName: project,
    external: secrets.operator.value === 'none' ? undefined : true,
    keysTemplate: '{{range $key, $_ := .data}}{{$key}}{{"\\n"}}{{end}}',
    valueBefore: '{{index .data "',
    valueBehind: '" | base64decode}}',
  };
}
