import type { Risk } from '../change.ts';
import type { Entity } from '../entity.ts';
import { quoted, type SeenChange } from './risk-rule.ts';

/** Results of tests that nobody reads any more, and places where what is built is no longer published. */
export function lostResults({ before, after }: SeenChange): readonly Risk[] {
  if (before?.kind !== 'job' || after?.kind !== 'job') return [];
  return [...tests(before, after), ...publications(before, after)];
}

function tests(before: Entity, after: Entity): readonly Risk[] {
  if (!readsTests(before) || readsTests(after)) return [];
  return [
    {
      kind: 'gate-opened',
      text: 'the results of its tests are read no longer: a failed test that ends no step goes unnoticed',
    },
  ];
}

function readsTests({ fields }: Entity): boolean {
  return [...fields].some(([path, { value }]) =>
    /^publishers\[.*\]\.kind$/.test(path) ? value === 'archive-junit' : value.includes('junit(testResults: '),
  );
}

function publications(before: Entity, after: Entity): readonly Risk[] {
  const now = new Set(placesOf(after));
  const added = [...now].filter((place) => !placesOf(before).includes(place));
  return placesOf(before)
    .filter((place) => !now.has(place))
    .map((place) => ({
      kind: 'publication-moved',
      text: `nothing is published to ${quoted(place)} any more${added.length === 0 ? '' : `, but to ${added.map(quoted).join(' and ')}`}: who takes it from there gets no new versions`,
    }));
}

/** Returns where the scripts of a job publish, as the templates of publications write it. */
function placesOf({ fields }: Entity): readonly string[] {
  const places = [...fields.values()].flatMap(({ value }) =>
    value
      .split('# Publishes ')
      .slice(1)
      .flatMap((script) => {
        const [, variable, option, image] =
          /^(?:registry|url|folder)=(['"]?https?:\S+)|^uv publish .*--publish-url (\S+)|^image=(\S+):/m.exec(
            script,
          ) ?? [];
        return variable ?? option ?? image ?? [];
      }),
  );
  return [...new Set(places.map((place) => place.replaceAll(/['"]/g, '')))];
}
