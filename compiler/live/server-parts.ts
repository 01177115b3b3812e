import { FOLDER_ROOT } from '../../jenkins/items/xml-job.ts';
import { currentForm } from '../import/current-form.ts';
import type { Tree } from '../import/tree.ts';
import { childNamed, named, withChild, without } from '../import/tree-parts.ts';
import { elementOfClass } from '../plugins/xstream-name.ts';

/*
 * What only the server knows of an item: it is no part of what specs say, so it is no difference, and it is kept when a
 * configuration is replaced.
 */

/** Roots whose items hold others. */
const HOLDERS: ReadonlySet<string> = new Set([
  FOLDER_ROOT,
  'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject',
  'jenkins.branch.OrganizationFolder',
]);

/** The views of a folder, each of which is an item of its own (cloudbees-folder 2026-04, `AbstractFolder`). */
const VIEWS = ['views', 'folderViews', 'primaryView', 'viewsTabBar'];

/** What builds and plugins note about an item (core 2.579, `Actionable`): nobody configures it. */
const ACTIONS = 'actions';

/**
 * The properties, triggers and parameters that the script of a pipeline declared in its last build
 * (pipeline-model-definition 2025-11, `DeclarativeJobPropertyTrackerAction`; workflow-multibranch 2026-04,
 * `JobPropertyTrackerAction`).
 */
const TRACKERS: ReadonlySet<string> = new Set([
  'org.jenkinsci.plugins.pipeline.modeldefinition.actions.DeclarativeJobPropertyTrackerAction',
  'org.jenkinsci.plugins.workflow.multibranch.JobPropertyTrackerAction',
]);

const TRIGGERS = 'org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty';
const PARAMETERS = 'hudson.model.ParametersDefinitionProperty';

/** Returns the configuration of a server without what only the server knows; both in their current form. */
export function withoutServerParts(live: Tree, own: Tree): Tree {
  return withProperties(without(live, ACTIONS, ...namesOf(live)), (property) => !isKept(property, live, own));
}

/** Returns our configuration without what an upload takes from the server. */
export function withoutOwnParts(own: Tree): Tree {
  return without(own, ACTIONS, ...namesOf(own));
}

/** Returns our configuration with what only the server knows, as it is sent in place of that of the server. */
export function withServerParts(own: Tree, live: Tree): Tree {
  const kept = live.children.filter(({ name }) => name === ACTIONS || namesOf(live).includes(name));
  const base = kept.reduce(withChild, own);
  const current = currentForm(own);
  const properties = (childNamed(live, 'properties')?.children ?? []).filter((each) =>
    isKept(each, live, current),
  );
  if (properties.length === 0) return base;
  const known = childNamed(base, 'properties') ?? named('properties');
  return withChild(base, { ...known, text: '', children: [...known.children, ...properties] });
}

function namesOf({ name }: Tree): readonly string[] {
  return HOLDERS.has(name) ? VIEWS : [];
}

/** Whether a property of the server stays: ours has none of its class, and no person set it in the form of a job. */
function isKept(property: Tree, live: Tree, own: Tree): boolean {
  if (childNamed(childNamed(own, 'properties') ?? named('properties'), property.name) !== undefined)
    return false;
  return HOLDERS.has(live.name) || isDeclared(property, live);
}

/** Whether all that a property says comes from the script of the pipeline. */
function isDeclared({ name, children }: Tree, live: Tree): boolean {
  const trackers = (childNamed(live, ACTIONS)?.children ?? []).filter((action) => TRACKERS.has(action.name));
  const declared = (list: string) => trackers.flatMap((tracker) => textsOf(childNamed(tracker, list)));
  const classes = (...lists: readonly string[]) => lists.flatMap(declared).map(elementOfClass);
  if (classes('jobProperties', 'jobPropertyDescriptors').includes(name)) return true;
  const inside = children.flatMap((list) => list.children);
  if (inside.length === 0) return false;
  if (name === TRIGGERS) return inside.every((trigger) => classes('triggers').includes(trigger.name));
  if (name !== PARAMETERS) return false;
  const known = declared('parameters');
  return inside.every((parameter) => known.includes(childNamed(parameter, 'name')?.text ?? ''));
}

function textsOf(list: Tree | undefined): readonly string[] {
  return (list?.children ?? [])
    .flatMap((each) => [each.text, ...textsOf(each)])
    .filter((text) => text !== '');
}

function withProperties(tree: Tree, keeps: (property: Tree) => boolean): Tree {
  const properties = childNamed(tree, 'properties');
  if (properties === undefined) return tree;
  const children = properties.children.filter(keeps);
  return children.length === properties.children.length ? tree : withChild(tree, { ...properties, children });
}
