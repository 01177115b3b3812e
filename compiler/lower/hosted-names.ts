import { type Hosting, seedsFolderName } from '../link/hosting.ts';
import type { Project } from '../link/project.ts';
import { fromPolicy, fromSeveral } from '../text/origin.ts';
import { type Sourced, sourced } from '../text/sourced.ts';
import type { Valued } from '../text/traced-text.ts';
import { changeLabels, parseLabelExpression } from '../util/label-expression.ts';
import { agentEntries, labelledAgents } from './controller/default-entries.ts';

/*
 * What a project on a shared controller has in common with no other one, although Jenkins has one space of names for it:
 * labels of agents, clouds, locks, users. A project with a Jenkins of its own has these names as they are written.
 */

/** The folder of the seed jobs on a shared controller. No project may have it; the controller's own agents are for it. */
export const seedsFolder = sourced(
  seedsFolderName,
  fromPolicy('Seed jobs stand in a folder that only administrators see.'),
);

/** What the names of a project are taken from. */
type Hosted = Pick<Project, 'hosting' | 'settings' | 'ownJobs'>;

const plainCloud = sourced(
  'kubernetes',
  fromPolicy('The name that the Kubernetes plugin gives its first cloud.'),
);

/** Returns the name of the cloud that agents of a project are pods of. */
export function agentCloud({ hosting }: Pick<Project, 'hosting'>): Sourced<string> {
  return hosting === undefined ? plainCloud : hosting.slug.map((slug) => `${plainCloud.value}-${slug}`);
}

/**
 * Returns a label expression with the labels that the agents of the project have in Jenkins. Labels of agents that are
 * not of the project stay, as does a text with a variable, which is filled in when the job runs.
 */
export function hostedLabels(project: Hosted, expression: Sourced<string>): Sourced<string> {
  const { hosting } = project;
  if (hosting === undefined) return expression;
  const others = new Set((project.ownJobs.external?.labels ?? []).map(({ value }) => value));
  const text = changeLabels(expression.value, (label) =>
    others.has(label) || label.includes('$') ? label : hostedLabel(hosting.slug.value, label),
  );
  // What only says which labels an agent must not have holds for the agents of all other projects.
  const reachesOthers = parseLabelExpression(text)?.(() => false) === true;
  const all = reachesOthers ? ` && (${ownLabels(project, hosting.slug.value).join(' || ')})` : '';
  return text === expression.value && !reachesOthers
    ? expression
    : sourced(
        reachesOthers ? `(${text})${all}` : text,
        fromSeveral([expression.origin, hosting.slug.origin]),
      );
}

/** Returns a label of each agent of the project. */
function ownLabels({ settings }: Hosted, prefix: string): readonly string[] {
  return labelledAgents(agentEntries(settings)).flatMap(({ label }) => {
    const [first] = label.trim().split(/\s+/);
    return first === undefined ? [] : [hostedLabel(prefix, first)];
  });
}

/** Returns a label of an agent with what tells it apart from those of other projects. */
function hostedLabel(prefix: string, label: string): string {
  return `${prefix}.${label}`;
}

/** Returns the labels of an agent, separated by spaces, with what tells them apart from those of others. */
export function hostedAgentLabels(
  prefix: Sourced<string> | undefined,
  labels: Sourced<string>,
): Sourced<string> {
  if (prefix === undefined) return labels;
  const words = labels.value.split(/\s+/).filter((label) => label !== '');
  return sourced(
    words.map((label) => hostedLabel(prefix.value, label)).join(' '),
    fromSeveral([labels.origin, prefix.origin]),
  );
}

/**
 * Returns the label of a job that names none: on a shared controller any agent of its project. Jenkins would start one
 * of any project otherwise, and then refuse it.
 */
export function openLabel(project: Hosted, label: Sourced<string> | undefined): Sourced<string> | undefined {
  if (project.hosting === undefined || (label !== undefined && label.value.trim() !== '')) return label;
  const generic = agentEntries(project.settings).find(({ name }) => name.value === 'generic');
  const [first = 'generic'] = (generic?.label ?? generic?.name)?.value.trim().split(/\s+/) ?? [];
  return project.hosting.slug.map((slug) => hostedLabel(slug, first));
}

/** Returns the name of something that builds have for themselves: it belongs to the whole of Jenkins. */
export function hostedResource(
  { hosting }: Pick<Project, 'hosting'>,
  name: Sourced<string>,
): Sourced<string> {
  if (hosting === undefined) return name;
  return sourced(`${hosting.slug.value}.${name.value}`, fromSeveral([name.origin, hosting.slug.origin]));
}

/** Returns what stands before the names of locks that the compiler makes. */
export function lockOwner({ hosting, name }: Pick<Project, 'hosting' | 'name'>): Valued<string> {
  return hosting === undefined ? name : hosting.folder;
}

/** Returns the Secret of a project: those of all projects are in the namespace of the controller. */
export function hostedSecret(hosting: Hosting | undefined, secret: Sourced<string>): Sourced<string> {
  if (hosting === undefined) return secret;
  return sourced(`${hosting.slug.value}.${secret.value}`, fromSeveral([secret.origin, hosting.slug.origin]));
}

/** Returns the user as whom the seed job of a project runs. */
export function seedUser({ slug }: Hosting): Sourced<string> {
  return slug.map((text) => `seed-${text}`);
}

/** Returns the user as whom all builds in the folder of a project run. */
export function buildUser({ folder }: Hosting): Sourced<string> {
  return folder.map((text) => `build-${text}`);
}

/** Returns the full name of the seed job of a project. */
export function seedJobOf({ slug }: Hosting): Sourced<string> {
  return slug.map((text) => `${seedsFolder.value}/${text}`);
}

/**
 * Returns a pattern of full names of jobs that no job of another project matches. It may begin with the folder of the
 * project.
 */
export function hostedPattern(
  { hosting }: Pick<Project, 'hosting'>,
  pattern: Sourced<string>,
): Sourced<string> {
  if (hosting === undefined) return pattern;
  const folder = `${hosting.folder.value.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')}/`;
  const text = pattern.value.startsWith(`${hosting.folder.value}/`)
    ? `(?=${folder})(?:${pattern.value})`
    : `${folder}(?:${pattern.value})`;
  return sourced(text, fromSeveral([pattern.origin, hosting.folder.origin]));
}
