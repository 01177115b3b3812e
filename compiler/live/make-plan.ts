import { itemElement } from '../../jenkins/all-items.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Change, NamedThing } from '../diff/change.ts';
import type { Host } from '../host/host.ts';
import { printXml } from '../print/xml.ts';
import type { XmlElement } from '../print/xml-element.ts';
import type { Finding } from '../report/finding.ts';
import { plainText } from '../text/traced-text.ts';
import { compareText } from '../util/compare-text.ts';
import { version } from '../version.ts';
import { compareLive, type LiveDifference, withCopies } from './compare-live.ts';
import { findFolderMoves, findJobMoves, type ItemMove, isInside, movedState } from './find-moves.ts';
import type { KnownEqual } from './known-equal.ts';
import { EntityMaker } from './live-entity.ts';
import {
  type LivePlan,
  PLAN_FORMAT,
  type PlanStep,
  type SeenConfig,
  type WantedConfig,
} from './live-plan.ts';
import type { LiveItem, LiveState } from './live-state.ts';
import { type Marker, markedDescription } from './marker.ts';
import { type PlannedStep, planChanges } from './plan-changes.ts';
import { itemFindings, type PlanLimits, removalFinding, rightsFinding } from './plan-findings.ts';
import { configText, configTree } from './same.ts';
import type { WantedItem } from './wanted.ts';

/** How a plan is made. */
export interface PlanOptions extends PlanLimits {
  readonly sha256: Host['sha256'];
  /** Whether jobs that no spec makes any more are disabled. */
  readonly disable: boolean;
  readonly equal: KnownEqual;
}

/** A plan with what it changes. */
export interface MadePlan {
  /** Undefined when a finding is an error. */
  readonly plan: LivePlan | undefined;
  /** What changes on the server, sorted by kind and name; no secret can be read in it. */
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  /** What no spec makes any more, and what stays. */
  readonly kept: readonly NamedThing[];
}

/**
 * Returns what has to be done so that a server has what the specs make: items that are missing are made, those that say
 * something else are replaced, those that have another name now are moved. Each gets the marker of its project. What has a
 * marker and is made by no spec any more stays, unless `disable` or `delete` says otherwise; nothing else is touched.
 *
 * The names of steps are those after all moves: what is in a folder that moves has its new name there, too.
 */
export function makePlan(wanted: readonly WantedItem[], seen: LiveState, options: PlanOptions): MadePlan {
  const maker = new EntityMaker();
  const first = compareLive(wanted, seen, options.equal);
  const state = withCopies(seen, first);
  const folders = findFolderMoves(first, wanted, state);
  const inFolders = movedState(state, folders);
  const second = folders.length === 0 ? first : compareLive(wanted, inFolders, options.equal);
  const jobs = findJobMoves(second, inFolders, maker);
  const last = movedState(inFolders, jobs);
  const differences = jobs.length === 0 ? second : compareLive(wanted, last, options.equal);
  const moves = [...folders, ...jobs];
  const planner = new Planner(options);
  const { steps, kept, findings } = planner.plan(differences, moves);
  const removals = steps.filter(({ step }) => step.action === 'delete' || step.action === 'replace').length;
  const found = [
    ...rightsFinding(state, options),
    ...itemFindings(differences, last, options),
    ...findings,
    ...removalFinding(removals, options),
  ];
  const isRefused = found.some(({ diagnostic }) => diagnostic.severity === 'error');
  const plan: LivePlan = {
    format: PLAN_FORMAT,
    url: state.url,
    user: state.user,
    version,
    steps: steps.map(({ step }) => step),
  };
  return {
    plan: isRefused ? undefined : plan,
    changes: planChanges(steps, last, maker),
    findings: found,
    kept: kept.map(({ kind, name }) => ({ kind, name })),
  };
}

/** What goes into which part of a plan. */
type Phase = 'folders' | 'moves' | 'jobs' | 'views' | 'disables' | 'deletes';

const phases: readonly Phase[] = ['folders', 'moves', 'jobs', 'views', 'disables', 'deletes'];

class Planner {
  private readonly options: PlanOptions;
  private readonly steps = new Map<Phase, PlannedStep[]>(phases.map((phase) => [phase, []]));
  private readonly findings: Finding[] = [];
  private readonly kept: LiveItem[] = [];

  constructor(options: PlanOptions) {
    this.options = options;
  }

  plan(
    differences: readonly LiveDifference[],
    moves: readonly ItemMove[],
  ): {
    readonly steps: readonly PlannedStep[];
    readonly kept: readonly LiveItem[];
    readonly findings: readonly Finding[];
  } {
    for (const move of moves) this.move(move);
    for (const difference of differences) {
      if (difference.kind === 'missing') this.create(difference.wanted);
      else if (difference.kind === 'other-kind') this.replace(difference, differences);
      else if (difference.kind === 'changed' || difference.kind === 'same') this.update(difference);
    }
    this.leftOvers(differences);
    // A folder comes after the one that it is in, whether that is made or moved.
    this.steps.get('folders')?.sort((a, b) => depth(a.step.name) - depth(b.step.name));
    return {
      steps: phases.flatMap((phase) => this.steps.get(phase) ?? []),
      kept: this.kept,
      findings: this.findings,
    };
  }

  private add(phase: Phase, step: PlannedStep): void {
    this.steps.get(phase)?.push(step);
  }

  private move({ live, to }: ItemMove): void {
    const { kind, name, project } = to;
    const step: PlanStep = {
      action: 'move',
      kind,
      name,
      project: project.name,
      from: live.name,
      before: this.seen(live),
    };
    this.add(kind === 'folder' ? 'folders' : 'moves', { step, wanted: to, live });
  }

  private create(wanted: WantedItem): void {
    const { kind, name, project } = wanted;
    const step: PlanStep = {
      action: 'create',
      kind,
      name,
      project: project.name,
      after: this.wanted(wanted),
    };
    this.add(phaseOf(wanted, 'create'), { step, wanted });
  }

  private update(difference: Extract<LiveDifference, { readonly kind: 'changed' | 'same' }>): void {
    const { wanted, live, marker } = difference;
    const { kind, name, project } = wanted;
    if (difference.kind === 'same' && isMarkerOf(wanted, marker)) return;
    const step: PlanStep = {
      action: 'update',
      kind,
      name,
      project: project.name,
      before: this.seen(live),
      after: this.wanted(wanted),
    };
    this.add(phaseOf(wanted, 'update'), { step, wanted, live, difference });
  }

  private replace(
    difference: Extract<LiveDifference, { readonly kind: 'other-kind' }>,
    all: readonly LiveDifference[],
  ): void {
    if (!this.options.delete) return;
    const { wanted, live } = difference;
    const { kind, name, project } = wanted;
    // Plugins have folders of other classes.
    const inside = live.kind === 'view' ? [] : notOurs(all, name);
    if (inside.length > 0) this.refuseFull(live, inside, project.folder, 'error');
    const step: PlanStep = {
      action: 'replace',
      kind,
      name,
      project: project.name,
      before: this.seen(live),
      after: this.wanted(wanted),
    };
    this.add(phaseOf(wanted, 'replace'), { step, wanted, live, difference });
  }

  /** Inner ones before outer ones; views first. */
  private leftOvers(differences: readonly LiveDifference[]): void {
    const found = differences
      .filter((each) => each.kind === 'left-over')
      .sort(
        (a, b) =>
          Number(b.live.kind === 'view') - Number(a.live.kind === 'view') ||
          depth(b.live.name) - depth(a.live.name) ||
          compareText(a.live.name, b.live.name),
      );
    const kept = new Set<string>();
    for (const { live, marker } of found) {
      const { kind, name } = live;
      const inside = kind === 'view' ? [] : notOurs(differences, name, kept);
      const { disable, delete: deletes } = this.options;
      const on = { kind, name, project: marker.project, before: this.seen(live) };
      if (deletes && inside.length === 0) this.add('deletes', { step: { action: 'delete', ...on }, live });
      else if (disable && !deletes && kind === 'job' && !isDisabled(live))
        this.add('disables', { step: { action: 'disable', ...on }, live });
      else {
        kept.add(name);
        this.kept.push(live);
        if (deletes) this.refuseFull(live, inside, '', 'warning');
      }
    }
  }

  private refuseFull(
    { name }: LiveItem,
    inside: readonly string[],
    folder: string,
    severity: 'error' | 'warning',
  ): void {
    const some = inside.slice(0, 3).map((each) => `\`${each}\``);
    const names = inside.length > 3 ? `${some.join(', ')} and ${inside.length - 3} more` : some.join(', ');
    const diagnostic = diagnose('live/not-empty', { name, inside: names }, undefined, {
      help: 'move what is in it elsewhere, or delete it in Jenkins',
    });
    this.findings.push({ diagnostic: { ...diagnostic, severity }, folder });
  }

  private seen({ xml }: LiveItem): SeenConfig {
    return { digest: this.options.sha256(configText(xml) ?? xml) };
  }

  private wanted(item: WantedItem): WantedConfig {
    const xml = markedXml(item);
    return { digest: this.options.sha256(configText(xml) ?? xml), xml };
  }
}

function phaseOf({ kind }: WantedItem, action: 'create' | 'update' | 'replace'): Phase {
  if (kind === 'view') return 'views';
  return kind === 'folder' && action !== 'update' ? 'folders' : 'jobs';
}

function depth(name: string): number {
  return name.split('/').length;
}

/** Returns what is in a folder and stays there: what is not ours, and what is kept. */
function notOurs(
  differences: readonly LiveDifference[],
  folder: string,
  kept: ReadonlySet<string> = new Set(),
): readonly string[] {
  return differences.flatMap((each) => {
    if (!('live' in each) || each.live.kind === 'view' || !isInside(each.live.name, folder)) return [];
    return each.kind === 'left-over' && !kept.has(each.live.name) ? [] : [each.live.name];
  });
}

function isDisabled({ xml }: LiveItem): boolean {
  const root = configTree(xml);
  return root?.children.some(({ name, text }) => name === 'disabled' && text === 'true') === true;
}

/** Whether a marker is the one that an item gets. */
function isMarkerOf({ name, project }: WantedItem, marker: Marker | undefined): boolean {
  return marker?.project === project.name && marker.name === name;
}

/** Returns the configuration of an item with the marker of its project. */
function markedXml({ name, item, project }: WantedItem): string {
  const root = itemElement(item);
  const content = Array.isArray(root.content) ? (root.content as readonly XmlElement[]) : [];
  const described = content.find((each) => each.name === 'description');
  const text = described !== undefined && !isElements(described.content) ? plainText(described.content) : '';
  const description: XmlElement = {
    name: 'description',
    content: markedDescription(text, { project: project.name, name }),
  };
  const others = content.filter((each) => each !== described);
  return printXml({ ...root, content: [description, ...others] }).text;
}

function isElements(content: XmlElement['content']): content is readonly XmlElement[] {
  return Array.isArray(content);
}
