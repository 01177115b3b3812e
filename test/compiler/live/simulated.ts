import { readdirSync } from 'node:fs';
import { compile } from '../../../compiler/compile.ts';
import { createMemoryHost } from '../../../compiler/host/memory-host.ts';
import { createNodeHost } from '../../../compiler/host/node-host.ts';
import { currentForm } from '../../../compiler/import/current-form.ts';
import type { Tree } from '../../../compiler/import/tree.ts';
import { xmlText } from '../../../compiler/import/xml-text.ts';
import { KnownEqual } from '../../../compiler/live/known-equal.ts';
import type { PlanStep } from '../../../compiler/live/live-plan.ts';
import type { LiveItem, LiveState } from '../../../compiler/live/live-state.ts';
import { type MadePlan, makePlan, type PlanOptions } from '../../../compiler/live/make-plan.ts';
import { configTree, rootNameOf } from '../../../compiler/live/same.ts';
import { withServerParts } from '../../../compiler/live/server-parts.ts';
import {
  itemKey,
  type WantedItem,
  type WantedProject,
  wantedItems,
  wantedProject,
} from '../../../compiler/live/wanted.ts';
import { openProject } from '../../../compiler/read/open-project.ts';
import { allSpecFileNames } from '../../../compiler/source/spec-kind.ts';
import { savedXml } from '../../support/saved-xml.ts';

/** The examples that are a project with a Jenkins of its own. */
export const examples: readonly string[] = readdirSync(new URL('../../../examples/', import.meta.url))
  .filter((name) => holdsProject(new URL(`../../../examples/${name}/`, import.meta.url)))
  .sort();

function holdsProject(folder: URL): boolean {
  return readdirSync(folder).some((name) => allSpecFileNames.includes(name));
}

/** Returns a project in memory. */
export function projectOf(files: Readonly<Record<string, string>>, folder = ''): WantedProject {
  const sources = Object.entries(files).map(([name, text]) => ({ name, text }));
  const compilation = compile(sources, { emit: [], allowPlainSecrets: true });
  const project = wantedProject(folder, compilation);
  if (project === undefined)
    throw new Error(compilation.diagnostics.map(({ message }) => message).join('\n'));
  return project;
}

/** Returns an example as a project. */
export async function exampleProject(name: string): Promise<WantedProject> {
  const folder = new URL(`../../../examples/${name}`, import.meta.url).pathname;
  const host = createNodeHost(new URL('../../../', import.meta.url));
  const { sources, files } = await openProject({ ...host, env: {} }, folder);
  const compilation = compile(sources, { emit: [], files, allowPlainSecrets: true });
  const project = wantedProject('', compilation);
  if (project === undefined)
    throw new Error(compilation.diagnostics.map(({ message }) => message).join('\n'));
  return project;
}

/** Returns the items of projects. */
export function itemsOf(...projects: readonly WantedProject[]): readonly WantedItem[] {
  return wantedItems(projects).items;
}

/** Returns an item as a server has it after it was posted. */
export function liveItem(kind: LiveItem['kind'], name: string, xml: string): LiveItem {
  const saved = savedXml(xml);
  if (saved === undefined) throw new Error(`no XML: ${xml}`);
  return { kind, name, xml: saved, root: rootNameOf(saved) };
}

/** A Jenkins whose items are changed as its remote API would do it. */
export class SimulatedJenkins {
  readonly items = new Map<string, LiveItem>();
  seesAll = true;
  /** How many steps were done. */
  done = 0;

  constructor(items: readonly LiveItem[] = []) {
    for (const item of items) this.put(item);
  }

  put(item: LiveItem): void {
    this.items.set(itemKey(item), item);
  }

  remove(item: Pick<LiveItem, 'kind' | 'name'>): void {
    this.items.delete(itemKey(item));
    if (item.kind !== 'folder') return;
    for (const each of this.items.values())
      if (each.name.startsWith(`${item.name}/`)) this.items.delete(itemKey(each));
  }

  get(kind: LiveItem['kind'], name: string): LiveItem {
    const found = this.items.get(itemKey({ kind, name }));
    if (found === undefined) throw new Error(`there is no ${kind} ${name}`);
    return found;
  }

  /** Changes the configuration of an item as a person does. */
  edit(kind: LiveItem['kind'], name: string, change: (xml: string) => string): void {
    const item = this.get(kind, name);
    this.put({ ...item, xml: change(item.xml) });
  }

  state(): LiveState {
    const items = [...this.items.values()].sort(
      (a, b) => a.name.split('/').length - b.name.split('/').length,
    );
    return {
      url: 'http://jenkins',
      user: 'admin',
      items: new Map(items.map((item) => [itemKey(item), item])),
      facts: { version: '2.579', plugins: [], labels: [], credentials: [], views: [], systemMessage: '' },
      seesAll: this.seesAll,
    };
  }

  plan(wanted: readonly WantedItem[], options: Partial<PlanOptions> = {}): MadePlan {
    const host = createMemoryHost();
    return makePlan(wanted, this.state(), {
      sha256: host.sha256,
      equal: new KnownEqual(host, '1', undefined),
      disable: false,
      delete: false,
      maxRemovals: 10,
      trustVisible: false,
      isPreview: false,
      ...options,
    });
  }

  /** Does what a plan says. */
  apply({ plan }: MadePlan): void {
    if (plan === undefined) throw new Error('there is no plan');
    for (const step of plan.steps) {
      this.step(step);
      this.done++;
    }
  }

  private step(step: PlanStep): void {
    const { kind, name } = step;
    const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
    if (folder !== '') this.get('folder', folder);
    switch (step.action) {
      case 'create':
        if (this.items.has(itemKey(step))) throw new Error(`${name} is there`);
        this.put(liveItem(kind, name, step.after.xml));
        return;
      case 'update':
        this.put(liveItem(kind, name, merged(step.after.xml, this.get(kind, name).xml)));
        return;
      case 'replace':
        this.remove(this.get(kind, name));
        this.put(liveItem(kind, name, step.after.xml));
        return;
      case 'move':
        this.move(this.get(kind, step.from), name);
        return;
      case 'disable':
        this.edit(kind, name, (xml) =>
          xml.includes('<disabled>')
            ? xml.replace(/<disabled>false/, '<disabled>true')
            : xml.replace(/(<[a-z-]+[^>?]*>)/, '$1<disabled>true</disabled>'),
        );
        return;
      case 'delete':
        this.remove(this.get(kind, name));
    }
  }

  /** Gives an item another name, with what is in it. */
  move(item: LiveItem, name: string): void {
    if (this.items.has(itemKey({ kind: item.kind, name }))) throw new Error(`${name} is there`);
    for (const each of [...this.items.values()]) {
      if (each.name !== item.name && !each.name.startsWith(`${item.name}/`)) continue;
      if (each.kind === 'view' && each.name === item.name) continue;
      this.items.delete(itemKey(each));
      this.put({ ...each, name: `${name}${each.name.slice(item.name.length)}` });
    }
  }
}

function merged(own: string, live: string): string {
  return xmlText(withServerParts(treeOfXml(own), treeOfXml(live)));
}

function treeOfXml(xml: string): Tree {
  const tree = configTree(xml);
  if (tree === undefined) throw new Error(`no XML: ${xml}`);
  return currentForm(tree);
}
