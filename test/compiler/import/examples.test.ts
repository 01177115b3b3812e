import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { canonical } from '../../../compiler/import/canonical.ts';
import { printJob } from '../../../compiler/import/printers.ts';
import { ConfigReader } from '../../../compiler/import/reader.ts';
import { treeIn } from './read-xml.ts';

const examples = new URL('../../../examples/', import.meta.url).pathname;

/** Jobs that are XML where they come from. */
const kept: readonly RegExp[] = [/jobs.web.config/, /jobs.report.config/];

const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[^/]+.output.*\.xml$/.test(path))
  .sort();

const reader = new ConfigReader();

it('there are configurations of examples', () => {
  expect(files.length).toBeGreaterThan(50);
});

it.each(files)('%s is read back', (path) => {
  const tree = treeIn(readFileSync(join(examples, path), 'utf8'));
  const item = reader.item(tree, 'job', path);
  const printed = printJob({ ...item.spec, kind: item.kind, name: 'job' });
  expect(printed && canonical(printed)).toEqual(canonical(tree));
  expect(item.native).toBe(!kept.some((pattern) => pattern.test(path) && item.kept.length > 0));
});
