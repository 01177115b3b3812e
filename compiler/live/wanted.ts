import { type Item, isFolder, isView, itemElement } from '../../jenkins/all-items.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import { type Mask, secretMask } from '../diff/mask-secrets.ts';
import type { Ir } from '../model/ir.ts';
import type { Compilation } from '../pipeline.ts';
import { printXml } from '../print/xml.ts';
import type { Finding } from '../report/finding.ts';
import type { MappingNode, Node } from '../source/node.ts';
import { parseSource } from '../source/parse-source.ts';
import { specKindOf } from '../source/spec-kind.ts';
import { spanOf } from '../text/origin.ts';
import type { SourceFile } from '../text/span.ts';
import { plainText } from '../text/traced-text.ts';
import type { LiveKind } from './live-plan.ts';

/** A project whose jobs are on the server. */
export interface WantedProject {
  /** Its name, which is in the marker. */
  readonly name: string;
  /** As the user named it; empty for the working folder. */
  readonly folder: string;
  readonly ir: Ir;
  /** Whether somebody else looks after Jenkins itself: the specs have jobs, and the system message at most. */
  readonly hasJobsAlone: boolean;
  /** Hides the secrets of its specs. */
  readonly mask: Mask;
}

/** A job, folder or view that the specs make. */
export interface WantedItem {
  readonly kind: LiveKind;
  /** The full name, with `/`. */
  readonly name: string;
  readonly project: WantedProject;
  readonly item: Item;
  /** Its configuration, without a marker. */
  readonly xml: string;
}

/** Returns a project as it was compiled; undefined when it has errors. */
export function wantedProject(
  folder: string,
  { ir, diagnostics, sources }: Compilation,
): WantedProject | undefined {
  if (ir === undefined) return undefined;
  const hasJobsAlone = sources.every(isAboutJobs);
  return { name: ir.project.value, folder, ir, hasJobsAlone, mask: secretMask(diagnostics) };
}

/** An import writes the system message to jenkins.bitesize, and nothing else. */
function isAboutJobs(source: SourceFile): boolean {
  const kind = specKindOf(source.name);
  if (kind !== 'jenkins') return kind === 'jobs';
  const { root } = parseSource(source);
  const settings = root?.kind === 'mapping' ? entryOf(root, 'jenkins') : undefined;
  return settings?.kind === 'mapping' && settings.entries.every(({ key }) => key.text === 'system_message');
}

function entryOf({ entries }: MappingNode, name: string): Node | undefined {
  return entries.find(({ key }) => key.text === name)?.value;
}

/** Returns by what an item is found: a view may be called like a job. */
export function itemKey({ kind, name }: { readonly kind: LiveKind; readonly name: string }): string {
  return `${kind === 'view' ? 'view' : 'item'} ${name}`;
}

/**
 * Returns what projects make on one server, folders before what they hold. Of two of the same name, in any letter case,
 * the second one is an error: Jenkins takes them for one.
 */
export function wantedItems(projects: readonly WantedProject[]): {
  readonly items: readonly WantedItem[];
  readonly findings: readonly Finding[];
} {
  const taken = new Map<string, WantedItem>();
  const findings: Finding[] = [];
  for (const project of projects)
    for (const item of project.ir.items) {
      const made = wantedItem(item, project);
      const key = itemKey(made).toLowerCase();
      const first = taken.get(key);
      if (first === undefined) taken.set(key, made);
      else findings.push(twice(made, first));
    }
  return { items: [...taken.values()], findings };
}

function wantedItem(item: Item, project: WantedProject): WantedItem {
  const kind = isView(item) ? 'view' : isFolder(item) ? 'folder' : 'job';
  return { kind, name: plainText(item.name), project, item, xml: printXml(itemElement(item)).text };
}

function twice({ kind, name, project, item }: WantedItem, first: WantedItem): Finding {
  const span = spanOf(item.origin);
  const other = spanOf(first.item.origin);
  const labels = other === undefined || first.project !== project ? [] : [{ span: other, text: 'and here' }];
  const diagnostic = diagnose(
    'live/twice',
    { kind, name, project: project.name, other: first.project.name },
    span,
    { labels, help: 'rename one of them, or put the jobs of each project into a folder of its own' },
  );
  return { diagnostic, folder: project.folder, other: first.project.folder };
}
