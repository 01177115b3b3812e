import { causeFinder } from '../diff/cause.ts';
import type { Change, NamedThing } from '../diff/change.ts';
import { itemEntity } from '../diff/entities-of.ts';
import { compareText } from '../util/compare-text.ts';
import { compareLive, type LiveDifference } from './compare-live.ts';
import type { KnownEqual } from './known-equal.ts';
import { liveChange } from './live-change.ts';
import { EntityMaker } from './live-entity.ts';
import type { LiveState } from './live-state.ts';
import { maskLive } from './mask-live.ts';
import { sortedChanges } from './plan-changes.ts';
import { compareConfigs, configTree } from './same.ts';
import type { WantedItem } from './wanted.ts';

/** In what a server differs from the specs: from these to what it has. No secret can be read in it. */
export interface Drift {
  /** What says something else than the specs. */
  readonly changed: readonly Change[];
  /** What the specs make and the server does not have. */
  readonly missing: readonly Change[];
  /** What was made for one of the projects, and what no spec makes any more. */
  readonly leftOver: readonly Change[];
  /** What was made by somebody else. */
  readonly others: readonly NamedThing[];
}

/** Returns in what the jobs, folders and views of a server differ from what projects make. */
export function findDrift(wanted: readonly WantedItem[], state: LiveState, equal: KnownEqual): Drift {
  const maker = new EntityMaker();
  const differences = compareLive(wanted, state, equal);
  const projects = new Map(wanted.map(({ project }) => [project.name, project]));
  const found = differences.filter(
    ({ kind }) => kind === 'changed' || kind === 'missing' || kind === 'other-kind',
  );
  const find = causeFinder(
    found.flatMap((each) => ('wanted' in each ? [itemEntity(each.wanted.item)] : [])),
    [],
  );
  const changeOf = (each: LiveDifference, sides: Parameters<typeof liveChange>[0]): readonly Change[] => {
    const project =
      'wanted' in each
        ? each.wanted.project
        : projects.get('marker' in each ? (each.marker?.project ?? '') : '');
    const folder = projects.size > 1 ? project?.folder : undefined;
    const change = liveChange({ ...sides, folder }, find, 'drift');
    return maskLive([change], project?.mask ?? ((text) => text), maker.secrets);
  };
  const changes = (
    kind: LiveDifference['kind'],
    sides: (each: LiveDifference) => Parameters<typeof liveChange>[0],
  ) => differences.filter((each) => each.kind === kind).flatMap((each) => changeOf(each, sides(each)));
  return {
    changed: sortedChanges([
      ...changes('changed', (each) => bothSides(each, maker)),
      ...changes('other-kind', (each) => bothSides(each, maker)),
    ]),
    missing: sortedChanges(
      changes('missing', (each) => ({
        before: 'wanted' in each ? itemEntity(each.wanted.item) : undefined,
        after: undefined,
      })),
    ),
    leftOver: sortedChanges(
      changes('left-over', (each) => ({
        before: undefined,
        after: 'live' in each ? maker.alone(each.live) : undefined,
      })),
    ),
    others: differences
      .flatMap((each) => (each.kind === 'foreign' ? [{ kind: each.live.kind, name: each.live.name }] : []))
      .sort((a, b) => compareText(a.name, b.name)),
  };
}

function bothSides(each: LiveDifference, maker: EntityMaker): Parameters<typeof liveChange>[0] {
  if (each.kind !== 'changed' && each.kind !== 'other-kind') throw new Error('it has only one side');
  const { wanted, live } = each;
  const [root, own] = [configTree(live.xml), configTree(wanted.xml)];
  if (root === undefined || own === undefined) {
    const entity = itemEntity(wanted.item);
    return { before: entity, after: { ...entity, origin: undefined, fields: new Map() } };
  }
  const configs = each.kind === 'changed' ? each.configs : compareConfigs(root, own);
  return {
    before: maker.own(wanted, configs.own),
    after: maker.live(live.kind, live.name, configs.live),
    configs,
  };
}
