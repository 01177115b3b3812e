import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { changesBetween } from '../../../compiler/diff/changes.ts';
import { placeText } from '../../../compiler/diff/place-text.ts';
import { printChangesJson } from '../../../compiler/diff/print-changes-json.ts';
import { printChangesMarkdown } from '../../../compiler/diff/print-changes-markdown.ts';
import { specFileNames } from '../../../compiler/source/spec-kind.ts';

const folder = new URL('../../../examples/sample-app/', import.meta.url);
const sources = specFileNames
  .filter((name) => existsSync(new URL(name, folder)))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

/** The sample with one replacement in one file. */
function changed(file: string, from: string, to: string) {
  return sources.map((source) =>
    source.name === file ? { name: file, text: source.text.replace(from, to) } : source,
  );
}

function changesOf(after: typeof sources) {
  return changesBetween(compile(sources).ir, compile(after).ir);
}

describe('changesBetween', () => {
  it('finds nothing when only a comment changes', () => {
    expect(changesOf(changed('environments.bitesize', '# What runs where.', '# Where things run.'))).toEqual(
      [],
    );
  });

  it('leads from a changed number of replicas to the Deployment and to the line of the spec', () => {
    const changes = changesOf(changed('environments.bitesize', 'replicas: 3', 'replicas: 5'));
    const deployment = changes.find(({ kind }) => kind === 'kubernetes-object');
    expect(deployment?.name).toBe('production/Deployment/orders');
    const [field] = deployment?.fields ?? [];
    expect([field?.path, field?.before?.value, field?.after?.value]).toEqual(['spec.replicas', '3', '5']);
    expect(placeText(field?.after?.origin)).toMatch(/^environments\.bitesize:\d+:19$/);
  });

  it('marks a claim that leaves the specs, and a host that moves', () => {
    const risks = (after: typeof sources) =>
      changesOf(after).flatMap((change) => change.risks.map(({ kind }) => kind));
    expect(
      risks(changed('environments.bitesize', 'shop.dev.example.com\n', 'new.dev.example.com\n')),
    ).toContain('host-moved');
    expect(risks(changed('environments.bitesize', 'name: invoices', 'name: bills'))).toContain('data-lost');
  });

  it('prints the same changes as JSON and as Markdown', () => {
    const changes = changesOf(changed('environments.bitesize', 'replicas: 3', 'replicas: 5'));
    expect(JSON.parse(printChangesJson(changes)).changes).toHaveLength(changes.length);
    expect(printChangesMarkdown(changes)).toContain('| `spec.replicas` | `3` | `5` |');
  });
});
