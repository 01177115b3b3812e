import { causeFinder } from '../diff/cause.ts';
import type { Change, FieldChange, Risk } from '../diff/change.ts';
import { itemEntity } from '../diff/entities-of.ts';
import type { Entity } from '../diff/entity.ts';
import { compareText } from '../util/compare-text.ts';
import { groupBy } from '../util/group-by.ts';
import type { LiveDifference } from './compare-live.ts';
import { isInside } from './find-moves.ts';
import { liveChange } from './live-change.ts';
import type { EntityMaker } from './live-entity.ts';
import type { PlanStep } from './live-plan.ts';
import type { LiveItem, LiveState } from './live-state.ts';
import { type Marker, markerText } from './marker.ts';
import { maskLive } from './mask-live.ts';
import { compareConfigs, configTree } from './same.ts';
import { itemKey, type WantedItem } from './wanted.ts';

/** A step with what it is about. */
export interface PlannedStep {
  readonly step: PlanStep;
  readonly wanted?: WantedItem;
  readonly live?: LiveItem;
  /** The configurations that differ, of an update. */
  readonly difference?: Extract<LiveDifference, { readonly kind: 'changed' | 'same' | 'other-kind' }>;
}

/** Kinds in the order in which they are shown. */
const kinds: readonly string[] = ['job', 'folder', 'view'];

/** Returns changes in the order in which they are shown. */
export function sortedChanges(changes: readonly Change[]): readonly Change[] {
  return [...changes].sort(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compareText(a.name, b.name),
  );
}

/** Returns what the steps of a plan change on the server: of each item one change. No secret can be read in them. */
export function planChanges(
  steps: readonly PlannedStep[],
  state: LiveState,
  maker: EntityMaker,
): readonly Change[] {
  const wanted = steps.flatMap((each) => each.wanted ?? []);
  const several = new Set(wanted.map(({ project }) => project)).size > 1;
  const find = causeFinder(
    [],
    [...new Set(wanted)].map(({ item }) => itemEntity(item)),
  );
  const changes = [...groupBy(steps, ({ step }) => itemKey(step)).values()].map((group) => {
    const item = group.find((each) => each.wanted)?.wanted;
    const sides = sidesOf(group, item, maker);
    const change = liveChange(
      {
        ...sides,
        more: moreFields(group),
        risks: risksOf(group, state),
        folder: several ? item?.project.folder : undefined,
      },
      find,
      'plan',
    );
    return maskLive([change], item?.project.mask ?? ((text) => text), maker.secrets);
  });
  return sortedChanges(changes.flat());
}

interface Sides {
  readonly before: Entity | undefined;
  readonly after: Entity | undefined;
  readonly configs?: ReturnType<typeof compareConfigs>;
}

function sidesOf(group: readonly PlannedStep[], item: WantedItem | undefined, maker: EntityMaker): Sides {
  const [first] = group;
  const live = group.find((each) => each.live)?.live;
  if (first === undefined || live === undefined)
    return { before: undefined, after: item && itemEntity(item.item) };
  const root = configTree(live.xml);
  // What moves is called by its old name: also what moves with its folder.
  const from = group.flatMap(({ step }) => (step.action === 'move' ? [step.from] : []))[0] ?? live.name;
  if (item === undefined) {
    const before = maker.alone(live);
    return { before, after: group.some(({ step }) => step.action === 'disable') ? before : undefined };
  }
  // Only the marker is new: nothing has to be read for that.
  if (group.every(({ difference }) => difference?.kind === 'same')) {
    const entity = itemEntity(item.item);
    return { before: entity, after: entity };
  }
  const own = configTree(item.xml);
  if (root === undefined || own === undefined) {
    const after = itemEntity(item.item);
    return { before: { ...after, name: from, fields: new Map() }, after };
  }
  const changed = group.flatMap(({ difference }) =>
    difference?.kind === 'changed' ? [difference.configs] : [],
  )[0];
  const configs = changed ?? compareConfigs(root, own);
  return {
    before: maker.live(live.kind, from, configs.live),
    after: maker.own(item, configs.own),
    configs,
  };
}

/** What no configuration says: whose it is, and that it gets disabled. */
function moreFields(group: readonly PlannedStep[]): readonly FieldChange[] {
  return group.flatMap(({ step, difference }): readonly FieldChange[] => {
    const field = (path: string, before: string | undefined, after: string): FieldChange => ({
      path,
      ...(before === undefined ? {} : { before: { value: before, origin: undefined } }),
      after: { value: after, origin: undefined },
    });
    if (step.action === 'disable') return [field('disabled', 'false', 'true')];
    if (difference === undefined) return [];
    const { marker } = difference;
    const own: Marker = { project: step.project, name: step.name };
    const isMoved = group.some((each) => each.step.action === 'move');
    // That it has another name now is told anyway.
    if (marker?.project === own.project && (isMoved || marker.name === own.name)) return [];
    return [field('managed by', marker && markerText(marker), markerText(own))];
  });
}

function risksOf(group: readonly PlannedStep[], { items }: LiveState): readonly Risk[] {
  return group.flatMap(({ step, live, difference }): readonly Risk[] => {
    if (step.action === 'replace')
      return [
        {
          kind: 'history-lost',
          text: `Jenkins has another kind of this name, \`${difference?.live.root ?? ''}\`: it is deleted with its builds, and made anew`,
        },
      ];
    if (step.action !== 'delete' || live === undefined) return [];
    if (live.kind === 'job') return [{ kind: 'history-lost', text: 'its builds are deleted' }];
    if (live.kind === 'view') return [];
    const views = [...items.values()].filter(
      ({ kind, name }) => kind === 'view' && isInside(name, live.name),
    );
    return [
      ...(live.xml.includes('FolderCredentialsProperty>')
        ? [{ kind: 'data-lost', text: 'the credentials of the folder are deleted' } as const]
        : []),
      ...(views.length > 0
        ? [
            {
              kind: 'edit-lost',
              text: `its views are deleted: ${views.map(({ name }) => `\`${name}\``).join(', ')}`,
            } as const,
          ]
        : []),
    ];
  });
}
