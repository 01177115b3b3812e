import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileStates } from '../file-states.ts';
import { fleetProject } from '../fleet-project.ts';
import { measure } from '../measure.ts';
import { tableLine } from '../table.ts';
import { seed, writeFleet } from '../write-fleet.ts';

/** Projects on one controller. */
const onEach = 40;

/** What of jenkins.bitesize a shared controller decides. */
const decided =
  /^ {2}(url|admin_email|time_zone|seed|kubernetes|known_hosts|lts|users|authorization|system_message):.*\n(?: {3,}.*\n)*/gm;

/**
 * Measures a fleet with a Jenkins for each project, and the same projects on shared controllers: time, memory and bytes.
 * `cli` is the built command.
 */
export async function runShared(
  folder: string,
  size: number,
  cli: string,
  print: (text: string) => void,
): Promise<void> {
  const [own, shared] = [join(folder, 'own'), join(folder, 'shared')];
  writeFleet(join(own, 'projects'), size);
  writeFleet(join(shared, 'projects'), size);
  mkdirSync(shared, { recursive: true });
  const names = Array.from({ length: size }, (_, index) => fleetProject(index, seed).name);
  for (const name of names) moveSettings(join(shared, 'projects', name, 'jenkins.bitesize'));
  writeFileSync(join(shared, 'controllers.bitesize'), controllers(names));
  const argv = (target: string) => [
    cli,
    'compile',
    target,
    '--out',
    'out',
    '--no-cache',
    '--quiet',
    '--allow-placeholders',
  ];
  const rows = [
    { name: 'a Jenkins each', folder: own, target: 'projects/*' },
    { name: `${Math.ceil(size / onEach)} controllers`, folder: shared, target: '.' },
  ];
  print(`\n${tableLine(['projects', 'layout', 'seconds', 'CPU seconds', 'MB', 'files', 'MB of output'])}`);
  print(tableLine(Array.from({ length: 7 }, () => '---')));
  const measured: (readonly number[])[] = [];
  for (const row of rows) {
    const { seconds, cpuSeconds, memory = 0 } = await measure(process.execPath, argv(row.target), row.folder);
    const states = [...fileStates(join(row.folder, 'out')).values()].filter(({ isFile }) => isFile);
    const bytes = states.reduce((sum, state) => sum + state.bytes, 0);
    const numbers = [seconds, cpuSeconds, memory / 1e6, states.length, bytes / 1e6];
    measured.push(numbers);
    print(
      tableLine([
        `${size}`,
        row.name,
        ...numbers.map((number) => number.toFixed(number === states.length ? 0 : 1)),
      ]),
    );
  }
  const [first = [], second = []] = measured;
  const ratios = second.map((number, index) => `${((100 * number) / (first[index] ?? 1)).toFixed(0)} %`);
  print(tableLine([`${size}`, 'of that', ...ratios]));
}

function controllers(names: readonly string[]): string {
  const list: string[] = [];
  for (let at = 0; at < names.length; at += onEach) {
    const number = at / onEach + 1;
    const paths = names.slice(at, at + onEach).map((name) => `projects/${name}`);
    list.push(`  - name: shared-${number}
    projects: [${paths.join(', ')}]
    jenkins:
      url: https://shared-${number}.example.com/
      seed: {repository: git@github.com:example/compiled.git, path: shared-${number}}
`);
  }
  return `controllers:\n${list.join('')}`;
}

function moveSettings(path: string): void {
  if (!existsSync(path)) return;
  const text = readFileSync(path, 'utf8').replace(decided, '');
  if (/^ {2}\S/m.test(text)) writeFileSync(path, text);
  else rmSync(path);
}
