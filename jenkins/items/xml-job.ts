import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { configureWhole } from '../shared/configure-whole.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import type { ItemThing } from '../shared/item-thing.ts';
import type { ItemBase } from '../shared/node.ts';
import { type PluginUse, use } from '../shared/plugin-use.ts';
import { from } from '../shared/xml.ts';

/** A job or folder that is given whole as XML. */
export interface XmlJob extends ItemBase {
  readonly kind: 'xml';
  /** One of the elements that Job DSL has a method for; what is in it may be anything. */
  readonly root: XmlElement;
}

/** The element of a folder, which other items are put into. */
export const FOLDER_ROOT = 'com.cloudbees.hudson.plugins.folder.Folder';

const reason = 'a job is given as XML';

/** The methods of Job DSL by the element that their templates have (`javaposse/jobdsl/dsl/jobs/*-template.xml`). */
const methods: Readonly<Record<string, string>> = {
  project: 'freeStyleJob',
  'matrix-project': 'matrixJob',
  'maven2-moduleset': 'mavenJob',
  'com.tikal.jenkins.plugins.multijob.MultiJobProject': 'multiJob',
  'hudson.ivy.IvyModuleSet': 'ivyJob',
  'flow-definition': 'pipelineJob',
  'org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject': 'multibranchPipelineJob',
  'jenkins.branch.OrganizationFolder': 'organizationFolder',
  [FOLDER_ROOT]: 'folder',
};

/** What the methods need; a freestyle job is part of Jenkins itself. */
const uses: ReadonlyMap<string, PluginUse> = new Map(
  Object.entries(methods)
    .filter(([, method]) => method !== 'freeStyleJob')
    .map(([root, method]) => [root, use('DslFactory', method, reason)]),
);

/** The elements that a job may be. */
export const jobRoots: readonly string[] = Object.keys(methods);

/** A job that is given whole: made by the method of its kind, with a configure block that replaces everything in it. */
export const xmlJob: ItemThing<XmlJob> = {
  kind: 'xml',
  isView: false,
  fragmentPlaces: [],
  needs: 'core',
  xml: ({ root, origin }) => from(origin, root),
  dsl: ({ root, name }, dsl: DslWriter) => dsl.block(methodOf(root), () => configureWhole(root, dsl), name),
  inside: ({ root, origin }, needs) => {
    needs.use(uses.get(root.name) ?? 'core', origin);
    needs.fragment(root, origin);
  },
};

function methodOf({ name }: XmlElement): string {
  const found = methods[name];
  if (found === undefined) throw new Error(`no method of Job DSL makes ${name}`);
  return found;
}
