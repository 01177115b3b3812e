import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingParts } from '../../../scripts/coverage/missing-parts.ts';
import {
  type Definitions,
  fieldAt,
  type ModuleRule,
  type ModuleRules,
  resolvePart,
  type SchemaPart,
} from '../../../scripts/coverage/vocabulary.ts';

function json(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));
}

const { definitions } = json('schema/jobs.schema.json') as { definitions: Definitions };
const rules = json('scripts/coverage/modules.json') as ModuleRules;
const all = Object.entries(rules).flatMap(([entry, modules]) =>
  Object.entries(modules).flatMap(([name, rule]) => (rule === null ? [] : [{ entry, name, rule }])),
);

describe('the rules for modules of Job Builder', () => {
  it('name things that exist', () => {
    expect(all.filter(({ entry, name, rule }) => thingOf(entry, name, rule) === undefined)).toEqual([]);
  });

  it('name fields that exist', () => {
    const wrong = all.flatMap(({ entry, name, rule }) => {
      const thing = thingOf(entry, name, rule);
      return Object.entries(rule.options ?? {})
        .filter(([option, target]) => target !== null && !option.includes('.') && !target.startsWith('../'))
        .filter(
          ([, target]) => fieldAt(definitions, thing ?? {}, String(target).replace(/^\//, '')) === undefined,
        )
        .map(([option, target]) => `${entry}/${name}.${option}: ${target}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('what of a job is missing', () => {
  const macro = { name: 'lint', builders: [{ shell: '{command}' }, 'no-such-step'] };
  const known = {
    definitions,
    rules,
    macro: (key: string) => (key === 'builder/lint' ? macro : undefined),
  };

  it('is found in modules, options and macros', () => {
    const job = {
      name: 'web',
      node: 'linux',
      builders: [{ lint: { command: 'make' } }, { shell: 'make' }, '{later}'],
      scm: [{ git: { url: 'https://example.com/a.git', 'credentials-id': 'key', browsing: 'x' } }],
      wrappers: '{obj:around}',
      around: ['timestamps', { timeout: { timeout: 5, speed: 3 } }],
    };
    const { uses, modules, options } = missingParts(job, 'FreestyleItem', known);
    expect(uses).toBe(6);
    expect([...modules]).toEqual(['builders/no-such-step']);
    expect([...options].sort()).toEqual(['scm/git.browsing', 'wrappers/timeout.speed']);
  });

  it('is nothing in what Job Builder leaves out of a pipeline', () => {
    const job = { name: 'web', wrappers: ['no-such'], dsl: 'node {}' };
    expect(missingParts(job, 'PipelineItem', known)).toMatchObject({ uses: 0, modules: new Set() });
  });
});

function thingOf(entry: string, name: string, { family, thing }: ModuleRule): SchemaPart | undefined {
  const part =
    entry === 'Job' ? definitions[name] : definitions[family ?? entry]?.properties?.[thing ?? name];
  return part === undefined ? undefined : resolvePart(definitions, part);
}
