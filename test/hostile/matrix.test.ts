import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { commandPlaces } from './support/command-places.ts';
import { HostilePlace } from './support/hostile-place.ts';
import { type NamedPath, optionPlaces } from './support/option-places.ts';
import { plainProject } from './support/plain-projects.ts';
import { plants } from './support/plants.ts';
import { files } from './support/tree.ts';
import { startWatchdog, type Watchdog } from './support/watchdog.ts';

// Rendering takes seconds, and gives the same whatever the checkout holds: only the writing matters here.
vi.mock('../../compiler/docs/docs-files.ts', async () => {
  const { docsSite } = await import('../bundle/bundled-command.ts');
  const site = await docsSite();
  return { docsFiles: () => site };
});

/*
 * Whatever a change plants where the command line names a file or folder, nothing outside of the checkout is read into
 * output, written or removed, and nothing waits for a pipe.
 */
const checkout = {
  ...plainProject('app'),
  ...plainProject('other'),
  ...files({
    'home/jobs/nightly/config.xml':
      '<project><builders><hudson.tasks.Shell><command>make</command></hudson.tasks.Shell></builders></project>\n',
  }),
};

let place: HostilePlace;
let watchdog: Watchdog;

beforeAll(() => {
  place = new HostilePlace();
  watchdog = startWatchdog();
});

afterAll(async () => {
  place.remove();
  await watchdog.stop();
});

it('knows what each option and argument of each command names', () => {
  expect(Object.keys(optionPlaces).sort()).toEqual([...commandPlaces()].sort());
});

const paths = Object.entries(optionPlaces).flatMap(([name, named]) =>
  named.kind === 'path' ? [{ name, named }] : [],
);

describe.each(paths)('$name', ({ named }: { readonly named: NamedPath }) => {
  it.each(plants)('may be $name', async (plant) => {
    const { path, tree } = plant.at(named.name);
    for (const argv of named.argv(path)) {
      place.fill({ ...checkout, ...tree });
      watchdog.next(argv.join(' '));
      const { faults } = await place.run(argv, {
        reads: named.isProject === true || plant.name === 'a link above it',
      });
      expect(faults, argv.join(' ')).toEqual([]);
    }
  });
});
