import { itemElement } from '../../jenkins/all-items.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { causeFinder } from '../diff/cause.ts';
import type { Change, NamedThing } from '../diff/change.ts';
import type { Entity, Field } from '../diff/entity.ts';
import { type Tree, treeOf } from '../import/tree.ts';
import type { ServerFacts } from '../jenkins-server/server-facts.ts';
import type { Finding } from '../report/finding.ts';
import { type Origin, spanOf } from '../text/origin.ts';
import { compareText } from '../util/compare-text.ts';
import { labelsOfExpression } from '../util/label-expression.ts';
import { liveChange } from './live-change.ts';
import type { WantedItem, WantedProject } from './wanted.ts';

/** In what a server itself differs from what projects want of it, beside its jobs. */
export interface ServerDrift {
  readonly changed: readonly Change[];
  readonly missing: readonly Change[];
  /** Plugins that no project asks for. */
  readonly others: readonly NamedThing[];
  readonly findings: readonly Finding[];
}

/**
 * Returns in what plugins, credentials and the message of a server differ from the specs, and which labels of jobs no node
 * has. What may not be seen is left out: that is told where it is read.
 */
export function findServerDrift(
  projects: readonly WantedProject[],
  wanted: readonly WantedItem[],
  facts: ServerFacts,
): ServerDrift {
  const sides = [
    ...pluginSides(projects, facts),
    ...credentialSides(projects, wanted, facts),
    ...messageSides(projects, facts),
  ];
  const find = causeFinder(
    sides.map(({ before }) => before),
    [],
  );
  const several = projects.length > 1;
  const changes = sides.flatMap(({ before, after, project }) => {
    if (after !== undefined && sameFields(before, after)) return [];
    const folder = several ? project.folder : undefined;
    return [liveChange({ before, after, folder }, find, 'drift')];
  });
  const asked = new Set(projects.flatMap(({ ir }) => ir.plugins.plugins.map(({ id }) => id)));
  return {
    changed: changes.filter(({ action }) => action === 'change'),
    missing: changes.filter(({ action }) => action === 'remove'),
    others: (facts.plugins ?? [])
      .filter(({ name }) => !asked.has(name))
      .map(({ name }): NamedThing => ({ kind: 'plugin', name })),
    findings: labelFindings(projects, wanted, facts),
  };
}

/** Something that a project wants, and what the server has in its place. */
interface Sides {
  readonly before: Entity;
  readonly after: Entity | undefined;
  readonly project: WantedProject;
}

function sameFields(before: Entity, after: Entity): boolean {
  return [...before.fields].every(([path, { value }]) => after.fields.get(path)?.value === value);
}

function entity(
  kind: Entity['kind'],
  name: string,
  fields: Readonly<Record<string, string>>,
  origin?: Origin,
): Entity {
  const field = ([path, value]: [string, string]): [string, Field] => [path, { value, origin }];
  return { kind, name, origin, fields: new Map(Object.entries(fields).map(field)) };
}

/**
 * Of a plugin that several projects want, the newest version counts first. Where somebody else looks after Jenkins, the plugins
 * that its jobs name are asked for, in any version: the others, and those that they need, are those of a controller of ours.
 */
function pluginSides(projects: readonly WantedProject[], { plugins }: ServerFacts): readonly Sides[] {
  if (plugins === undefined) return [];
  const installed = new Map(plugins.map((plugin) => [plugin.name, plugin]));
  const taken = new Set<string>();
  return projects.flatMap((project) =>
    project.ir.plugins.plugins.flatMap(({ id, version, needs, pin }): readonly Sides[] => {
      const need = needs.find(({ origin }) => origin.kind === 'spec');
      if (project.hasJobsAlone && need === undefined) return [];
      if (taken.size === taken.add(id).size) return [];
      const found = installed.get(id);
      const fields = (has: string, enabled: boolean) => ({
        ...(project.hasJobsAlone ? {} : { version: has }),
        enabled: String(enabled),
      });
      const before = entity('plugin', id, fields(version, true), pin?.origin ?? (need ?? needs[0])?.origin);
      const after = found && entity('plugin', id, fields(found.version, found.isEnabled));
      return [{ before, after, project }];
    }),
  );
}

/** Credentials that the specs declare, and those that their jobs name. */
function credentialSides(
  projects: readonly WantedProject[],
  wanted: readonly WantedItem[],
  { credentials }: ServerFacts,
): readonly Sides[] {
  if (credentials === undefined) return [];
  const there = new Set(credentials.map(({ id }) => id));
  const asked = new Map<string, { readonly origin: Origin; readonly project: WantedProject }>();
  for (const project of projects)
    for (const script of project.ir.controller.initScripts)
      if (script.kind === 'credentials')
        for (const { id } of script.credentials)
          if (id.origin.kind === 'spec' && !asked.has(id.value))
            asked.set(id.value, { origin: id.origin, project });
  for (const { item, project } of wanted)
    for (const id of textsOf(treeOf(itemElement(item)), 'credentialsId'))
      if (!asked.has(id)) asked.set(id, { origin: item.origin, project });
  return [...asked]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, { origin, project }]) => ({
      before: entity('credential', id, { id }, origin),
      after: there.has(id) ? entity('credential', id, { id }) : undefined,
      project,
    }));
}

/** The message of the specs, where it is written there and all projects mean the same one. */
function messageSides(projects: readonly WantedProject[], { systemMessage }: ServerFacts): readonly Sides[] {
  const messages = projects.flatMap((project) =>
    project.ir.controller.initScripts.flatMap((script) =>
      script.kind === 'system' && script.systemMessage.origin.kind === 'spec'
        ? [{ project, ...script.systemMessage }]
        : [],
    ),
  );
  const [first] = messages;
  if (first === undefined || messages.some(({ value }) => value !== first.value)) return [];
  const { project, value, origin } = first;
  return [
    {
      before: entity('setting', 'Jenkins', { system_message: value.trim() }, origin),
      after: entity('setting', 'Jenkins', { system_message: systemMessage.trim() }),
      project,
    },
  ];
}

/** Labels that no node has, and no agent of the projects: nothing tells which ones clouds of the server know. */
function labelFindings(
  projects: readonly WantedProject[],
  wanted: readonly WantedItem[],
  { labels }: ServerFacts,
): readonly Finding[] {
  if (labels === undefined) return [];
  const known = new Set([
    ...labels.map(({ name }) => name),
    ...projects.flatMap(({ ir }) =>
      ir.controller.initScripts.flatMap((script) =>
        script.kind === 'agents' ? script.agents.flatMap(({ label }) => label.value.split(/\s+/)) : [],
      ),
    ),
  ]);
  const told = new Set<string>();
  return wanted.flatMap(({ item, name, project }) =>
    textsOf(treeOf(itemElement(item)), 'assignedNode')
      .flatMap((text) => labelsOfExpression(text) ?? [])
      .filter((label) => !known.has(label) && told.size < told.add(label).size)
      .map((label) => ({
        diagnostic: diagnose('live/no-label', { job: name, label }, spanOf(item.origin), {
          help: 'give the label to a node; a cloud of Jenkins that has it is not seen from outside',
        }),
        folder: project.folder,
      })),
  );
}

/** Returns the texts of all elements of a name that stand for something; a variable is filled in later. */
function textsOf(tree: Tree, name: string): readonly string[] {
  const own = tree.name === name && tree.text !== '' && !tree.text.includes('$') ? [tree.text] : [];
  return [...own, ...tree.children.flatMap((child) => textsOf(child, name))];
}
