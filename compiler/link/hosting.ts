import type {
  Jenkins,
  JenkinsSpec,
  Kubernetes,
  SecretsOperator,
  SharedController,
} from '../../schema/generated/located.ts';
import { jobNameProblem } from '../check/rules/job-names.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fromSeveral, spanOf } from '../text/origin.ts';
import { type Sourced, sourced } from '../text/sourced.ts';
import { sha256 } from '../util/sha256.ts';
import { slug } from '../util/slug.ts';
import { withoutSlashesAtEnd } from '../util/without-slashes.ts';

/** Where a project runs that has no Jenkins of its own: a folder of a controller that serves others, too. */
export interface Hosting {
  readonly controller: Sourced<string>;
  /** Settings of the controller itself. */
  readonly settings: Jenkins;
  readonly secrets: SecretsOperator;
  /** Name of the project's folder in Jenkins: one part of a path. */
  readonly folder: Sourced<string>;
  /** The folder in the form of names of Kubernetes: what the project's things are called that others must not have. */
  readonly slug: Sourced<string>;
}

/** Who decides on a setting of jenkins.bitesize, where a controller serves several projects. */
type Decider = 'controller' | 'project' | 'both';

type FieldOf<T> = Exclude<keyof T, '$'>;

/** Who decides on each field. A new field has to be placed here. */
const deciders: Readonly<Record<FieldOf<Jenkins>, Decider>> = {
  lts: 'controller',
  version: 'controller',
  image: 'controller',
  url: 'controller',
  admin_email: 'controller',
  system_message: 'controller',
  time_zone: 'controller',
  folder: 'project',
  admin: 'controller',
  users: 'controller',
  authorization: 'controller',
  owners: 'project',
  content_security_policy: 'controller',
  realm: 'controller',
  seed: 'controller',
  agents: 'both',
  credentials: 'both',
  known_hosts: 'controller',
  env: 'controller',
  views: 'project',
  plugins: 'both',
  forges: 'controller',
  mail: 'controller',
  slack: 'project',
  kubernetes: 'both',
  apt: 'project',
  registry: 'both',
  caches: 'project',
  pipeline: 'project',
  limits: 'project',
  environments: 'project',
  job_dsl: 'project',
  configuration_as_code: 'controller',
  init_scripts: 'controller',
  job_xml: 'project',
};

/** The same of the fields of `kubernetes`. */
const kubernetesDeciders: Readonly<Record<FieldOf<Kubernetes>, Decider>> = {
  name: 'controller',
  namespace: 'controller',
  agent_namespace: 'both',
  privileged_namespace: 'both',
  storage: 'controller',
  resources: 'controller',
  ingress: 'controller',
  node_selector: 'controller',
  tolerations: 'controller',
  network_policy: 'controller',
  network: 'both',
  backup: 'controller',
  pull_secrets: 'both',
  service_account: 'controller',
  termination_grace_seconds: 'controller',
  startup_minutes: 'controller',
};

/**
 * Returns the settings of a project in a folder of a shared controller: its own where they are its business, otherwise
 * those of the controller. What one says and the other decides is reported.
 */
export function hostedSettings(
  spec: JenkinsSpec | undefined,
  own: Jenkins,
  { controller, settings, folder, slug: name }: Hosting,
): { readonly settings: Jenkins; readonly diagnostics: readonly Diagnostic[] } {
  const path = withoutSlashesAtEnd(settings.seed.path.value).replace(/^\/+/, '');
  const base = settings.seed.$.fields.has('path') ? path : '';
  const diagnostics =
    spec === undefined
      ? []
      : [
          ...misplaced(own, deciders, 'jenkins', controller),
          ...misplaced(own.kubernetes, kubernetesDeciders, 'jenkins.kubernetes', controller),
        ];
  return {
    diagnostics: [...folderProblems(folder), ...diagnostics],
    settings: {
      ...merged(own, settings, deciders),
      folder,
      kubernetes: merged(own.kubernetes, settings.kubernetes, kubernetesDeciders),
      seed: {
        ...settings.seed,
        path: sourced(
          [...(base === '' ? [] : [base]), servedFolder(name.value), 'jenkins/job-dsl'].join('/'),
          fromSeveral([settings.seed.path.origin, name.origin]),
        ),
      },
    },
  };
}

/** A folder has to be one name, whose jobs nobody else makes: the seed jobs are in one of their own. */
function folderProblems(folder: Sourced<string>): readonly Diagnostic[] {
  const { value } = folder;
  const problem = value.includes('/')
    ? 'it is a path, and what is granted in the outer folder would hold for all that is in it'
    : slug(value) === seedsFolderName
      ? 'the seed jobs of all projects are there'
      : (jobNameProblem(value) ??
        (/[a-z0-9]/i.test(value) ? undefined : 'it has no letter or digit of ASCII'));
  if (problem === undefined) return [];
  return [
    diagnose('fleet/folder-name', { folder: value, problem }, spanOf(folder.origin), {
      help: 'write one name of your own in `folder` of jenkins.bitesize',
    }),
  ];
}

/** Name of the folder of the seed jobs on a shared controller. */
export const seedsFolderName = 'seeds';

/** Returns the folder of a project's files in the output of its controller. */
export function servedFolder(name: string): string {
  return `projects/${name}`;
}

/** Returns the hosting of a project by a controller. Without a folder in its settings, the project's name is its folder. */
export function hostingOf(
  { name, jenkins, secrets }: SharedController,
  project: Sourced<string>,
  own: Jenkins,
): Hosting {
  const folder = own.folder?.map((text) => text.replace(/^\/+|\/+$/g, '')) ?? project;
  return { controller: name, settings: jenkins, secrets, folder, slug: folder.map(projectSlug) };
}

/** Room for `-agents-privileged` behind it in the 63 characters of a namespace. */
const MOST_OF_SLUG = 45;

/** Names follow from it that no other project of the controller may have, so one that is too long keeps what is its own. */
function projectSlug(folder: string): string {
  const text = slug(folder);
  if (text.length <= MOST_OF_SLUG) return text;
  return `${text.slice(0, MOST_OF_SLUG - 9).replace(/-+$/, '')}-${sha256(text).slice(0, 8)}`;
}

/** Returns the settings of a project with those of its controller where that one decides. */
function merged<T extends Settings>(own: T, settings: T, table: Readonly<Record<FieldOf<T>, Decider>>): T {
  const names = new Set([...Object.keys(own), ...Object.keys(settings)]);
  const fields = [...names].flatMap((name) => {
    const from = Reflect.get(table, name) === 'controller' ? settings : own;
    return Object.hasOwn(from, name) ? [[name, Reflect.get(from, name)] as const] : [];
  });
  return Object.fromEntries<unknown>(fields) as unknown as T;
}

interface Settings {
  readonly $: Jenkins['$'];
}

function misplaced<T extends Settings>(
  settings: T,
  table: Readonly<Record<FieldOf<T>, Decider>>,
  path: string,
  controller: Sourced<string>,
): readonly Diagnostic[] {
  const label = spanOf(controller.origin);
  return [...settings.$.fields].flatMap(([field, { key }]) => {
    if (Reflect.get(table, field) !== 'controller') return [];
    const parameters = { field: `${path}.${field}`, controller: controller.value };
    return [
      diagnose('fleet/decided-by-controller', parameters, key, {
        labels: label === undefined ? [] : [{ span: label, text: 'the controller' }],
        help: 'remove it here; what holds for all projects of the controller stands in `controllers.bitesize`',
      }),
    ];
  });
}

/**
 * Returns a finding about a served project, whose help names the file that a setting stands in: that of the controller
 * where it decides.
 */
export function inDecidersFile(found: Diagnostic): Diagnostic {
  const help = found.help.map((line) =>
    line.replace(SETTING_IN_FILE, (text, before?: string, after?: string) =>
      Reflect.get(deciders, before ?? after ?? '') === 'controller'
        ? text.replace('jenkins.bitesize', 'controllers.bitesize')
        : text,
    ),
  );
  return { ...found, help };
}

const SETTING_IN_FILE =
  /`([a-z_]+)(?:[:.][^`]*)?` (?:of|in) jenkins\.bitesize|jenkins\.bitesize: `([a-z_]+): /g;

/** Returns the diagnostics about settings of a controller that are the business of each project. */
export function projectSettings({ jenkins, name }: SharedController): readonly Diagnostic[] {
  return [...jenkins.$.fields].flatMap(([field, { key }]) => {
    if (Reflect.get(deciders, field) !== 'project') return [];
    const parameters = { field: `jenkins.${field}`, controller: name.value };
    return [
      diagnose('fleet/decided-by-project', parameters, key, {
        help: 'move it into the `jenkins.bitesize` of each project that it is meant for',
      }),
    ];
  });
}
