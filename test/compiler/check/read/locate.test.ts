import { expect, it } from 'vitest';
import { analyse } from '../../../../compiler/pipeline.ts';

function servicesOf(lines: readonly string[]) {
  const text = `project: shop\nenvironments:\n  - name: test\n    services:\n${lines.map((line) => `      - ${line}\n`).join('')}`;
  const { specs, diagnostics } = analyse([{ name: 'environments.bitesize', text }]);
  return { services: specs.environments?.environments[0]?.services ?? [], diagnostics };
}

it('keeps objects with the same fields apart', () => {
  const { services } = servicesOf(['{ name: a, port: 1 }', '{ name: b, port: 2 }', '{ port: 3, name: c }']);
  expect(services.map(({ name, port }) => [name.value, port[0]?.value])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  expect(new Set(services.map(({ $ }) => $.span?.start)).size).toBe(3);
  // What nobody wrote is shared by all of them, and cannot be changed.
  expect(services[0]?.env).toBe(services[1]?.env);
  expect(Object.isFrozen(services[0]?.env)).toBe(true);
});

it('has the fields in the order of the schema, however they were written', () => {
  const { services } = servicesOf(['{ name: a, port: 1 }', '{ port: 3, name: c }']);
  const [first, second] = services.map((service) => [Object.keys(service), [...service.$.fields.keys()]]);
  expect(first).toEqual(second);
  expect(first?.[1]).toEqual(['name', 'port']);
});

it('takes a refused value for one that was not written, but remembers its place', () => {
  const { services, diagnostics } = servicesOf(['{ name: a, replicas: 2 }', '{ name: b, replicas: many }']);
  const [good, refused] = services;
  expect(diagnostics.map(({ code }) => code)).toEqual(['schema/wrong-type']);
  expect([good?.replicas.value, good?.replicas.origin.kind]).toEqual([2, 'spec']);
  expect(refused?.replicas.origin.kind).toBe('default');
  expect(refused?.$.fields.has('replicas')).toBe(true);
});

it('leaves out an object that lacks a required field, or whose value for it was refused', () => {
  expect(
    servicesOf(['{ port: 1 }', '{ name: [x, y], port: 1 }', '{ name: c, port: 1 }']).services,
  ).toHaveLength(1);
});
