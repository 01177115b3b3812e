import type { SecretsOperator } from '../../../schema/generated/located.ts';
import type { Hosting } from '../../link/hosting.ts';
import type { ResolvedPlugin } from '../../plugins/resolved-plugin.ts';
import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { TracedText } from '../../text/traced-text.ts';
import type { KubernetesObject } from '../kubernetes/kubernetes-object.ts';
import type { ControllerDeployment } from './controller-deployment.ts';
import type { ExternalSecret } from './external-secret.ts';
import type { FirstBuilds } from './first-builds.ts';
import type { OutsideNeeds } from './outside-needs.ts';
import type { InitScript } from './scripts/init-script.ts';
import type { SecretReference } from './secret-key.ts';

/** Every plugin of the controller in one version each, and what the choice was made from. */
export interface PluginPlan {
  /** Core version that the plugins run on. */
  readonly core: Sourced<string>;
  /** LTS line of the catalogue, such as `2.568.x`. */
  readonly line: string;
  /** Day of the facts of the catalogue, `YYYY-MM-DD`. */
  readonly catalogueDate: string;
  /** Roots, then what they need; each group sorted by id. */
  readonly plugins: readonly ResolvedPlugin<Origin>[];
}

/** The image of the controller. */
export interface ControllerImage {
  /** What the Dockerfile starts from. */
  readonly base: Sourced<string>;
  /** Where the built image is pushed to and pulled from, without its tag, which follows from its content. */
  readonly repository: Sourced<string>;
  /** First part of the tag: the core version. */
  readonly version: Sourced<string>;
  /** Folder of the Job DSL in the image; absent when the seed repository has it. */
  readonly jobDslFolder?: Sourced<string>;
}

/** A file of the project's own that an init script reads when Jenkins starts. */
export interface StartFile {
  /** Name of the file in the folder of such files, of letters, digits, `.`, `-` and `_`. */
  readonly name: string;
  /** Path of the file, relative to the specs. */
  readonly file: string;
  /** The file as it is. */
  readonly text: TracedText;
  readonly origin: Origin;
}

/** Where the pod and the image hold the files of the project's own, by their names. */
export const startFilesFolder = '/usr/share/jenkins/start-files';

/** Folder of the pod in which the controller finds its secrets, as `<Secret>/<key>`. */
export const secretsFolder = '/run/secrets/bitesize';

/**
 * Whose Jenkins it is: of a project alone, of several, or only what one of those adds to it: a folder, agents and
 * rights.
 */
export type ControllerRole =
  | { readonly kind: 'own' }
  | { readonly kind: 'shared'; readonly secrets: SecretsOperator; readonly served: readonly ServedProject[] }
  | { readonly kind: 'part'; readonly hosting: Hosting };

/** What a shared controller must know of a project that it serves. */
export interface ServedProject {
  readonly hosting: Hosting;
  readonly controller: Controller;
}

/** The Jenkins of the project: what it is configured with when it starts, what it runs in and where. */
export interface Controller {
  readonly role: ControllerRole;
  readonly project: Sourced<string>;
  /** Version of the Jenkins core. */
  readonly core: Sourced<string>;
  readonly timeZone: Sourced<string>;
  /** Address with a slash at its end. */
  readonly url: Sourced<string>;
  /** Path of Jenkins in its URL: empty, or starting with `/` and not ending with it. */
  readonly pathPrefix: Sourced<string>;
  /** Where the Job DSL comes from: a repository by way of the seed job, or the image itself. */
  readonly seedMode: Sourced<'repository' | 'image'>;
  readonly image: ControllerImage;
  /** In the order in which Jenkins runs them. */
  readonly initScripts: readonly InitScript[];
  /** Files of the project's own that init scripts read, in the order of the settings. */
  readonly startFiles: readonly StartFile[];
  /** Every secret value that a script reads, once each, sorted by Secret and key. */
  readonly secrets: readonly SecretReference[];
  /** Those of its Secrets, and of those that its agents and environments use, that an operator makes. */
  readonly externalSecrets: readonly ExternalSecret[];
  readonly deployment: ControllerDeployment;
  readonly firstBuilds: FirstBuilds;
  /** What other servers have to be told or asked for. */
  readonly outside: OutsideNeeds;
  /**
   * Its Kubernetes objects in the order of applying, all but the ConfigMap of the init scripts. What depends on
   * emitted text stands there as a placeholder (`content-placeholders.ts`).
   */
  readonly objects: readonly KubernetesObject[];
}

/** Returns the names of the Secrets that the pod of Jenkins mounts for init scripts, those of served projects included. */
export function mountedSecretNames({
  secrets,
  role,
}: Pick<Controller, 'secrets' | 'role'>): ReadonlySet<string> {
  const served = role.kind === 'shared' ? role.served.flatMap(({ controller }) => controller.secrets) : [];
  return new Set([...secrets, ...served].map(({ secret }) => secret.value));
}
