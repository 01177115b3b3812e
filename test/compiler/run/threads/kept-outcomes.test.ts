import { expect, test } from 'vitest';
import { diagnose } from '../../../../compiler/diagnostics/diagnose.ts';
import { createMemoryHost } from '../../../../compiler/host/memory-host.ts';
import type { ProjectOutcome } from '../../../../compiler/run/project/project-outcome.ts';
import { KeptOutcomes, packOutcome } from '../../../../compiler/run/threads/kept-outcomes.ts';
import { fleetProject } from '../../../bench/fleet-project.ts';
import { fleetSpecs } from '../../../bench/fleet-specs.ts';
import { seed } from '../../../bench/write-fleet.ts';

/** Returns an outcome with a finding, and a label, in each spec of a project of the bench. */
function outcomeOf(index: number): ProjectOutcome {
  const project = fleetProject(index, seed);
  const specs = Object.entries(fleetSpecs(project));
  const folder = `projects/${project.name}`;
  const findings = specs.map(([name, text]) => {
    const file = { name, text };
    const span = { file, start: 9, end: 20 };
    const labels = [{ span: { file, start: 0, end: 7 }, text: 'here, too' }];
    return { folder, diagnostic: diagnose('check/blank-ends', { variable: project.name }, span, { labels }) };
  });
  const claims = [{ kind: 'host' as const, key: `${project.name}.example.com`, what: 'the Jenkins' }];
  return { folder, names: specs.map(([name]) => name), findings, claims, notes: [], failed: false };
}

test('outcomes come back by their places, however many there are', () => {
  const outcomes = Array.from({ length: 100 }, (_, index) => outcomeOf(index));
  const kept = new KeptOutcomes(createMemoryHost());
  for (const [place, outcome] of [...outcomes.entries()].toReversed()) kept.add(place, packOutcome(outcome));
  expect(kept.take()).toEqual(outcomes);
  expect([kept.take(), kept.size]).toEqual([[], 0]);
});

test('an outcome that is kept as it is comes back between the others', () => {
  const outcomes = [outcomeOf(0), outcomeOf(1), outcomeOf(2)];
  const kept = new KeptOutcomes(createMemoryHost());
  for (const [place, outcome] of outcomes.entries())
    kept.add(place, place === 1 ? outcome : packOutcome(outcome));
  expect(kept.take()).toEqual(outcomes);
  expect(kept.take()).toEqual([]);
});

test('outcomes of many projects take little room, with the texts of their specs', () => {
  const kept = new KeptOutcomes(createMemoryHost());
  let characters = 0;
  for (let index = 0; index < 1000; index++) {
    const outcome = outcomeOf(index);
    for (const { diagnostic } of outcome.findings) characters += diagnostic.span?.file.text.length ?? 0;
    kept.add(index, packOutcome(outcome));
  }
  expect(characters / 1000).toBeGreaterThan(2000);
  expect(kept.size / 1000).toBeLessThan(1000);
});

test('what is kept is independent of the project', () => {
  const file = { name: 'build.bitesize', text: 'project: one\n' };
  const names = [file.name];
  const finding = {
    folder: 'p',
    diagnostic: diagnose('check/blank-ends', { variable: 'x' }, { file, start: 0, end: 7 }),
  };
  const kept = new KeptOutcomes(createMemoryHost());
  kept.add(0, packOutcome({ folder: 'p', names, findings: [finding], claims: [], notes: [], failed: false }));
  file.text = '';
  names.push('other');
  const [outcome] = kept.take();
  expect([outcome?.names, outcome?.findings[0]?.diagnostic.span?.file.text]).toEqual([
    ['build.bitesize'],
    'project: one\n',
  ]);
});
