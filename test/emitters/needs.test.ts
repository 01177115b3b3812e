import { expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { lower } from '../../compiler/lower/lower.ts';
import { type Ir, irParts } from '../../compiler/model/ir.ts';
import { analyse } from '../../compiler/pipeline.ts';
import { emitters } from '../../emitters/all.ts';

const sources = [
  {
    name: 'jenkins.bitesize',
    // Jobs in the image are part of its tag.
    text: 'project: shop\njenkins:\n  url: nonsense\n  seed:\n    mode: image\n  plugins:\n    - id: nobody\n',
  },
  {
    name: 'environments.bitesize',
    text: 'project: shop\nenvironments:\n  - name: test\n    namespace: shop-test\n    services:\n      - name: web\n',
  },
];

it.each(emitters)('$name reads the parts of the IR that it names, and no other', ({ emit, needs }) => {
  const { ir } = lower(analyse(sources).project);
  const read = new Set<string>();
  const watched = new Proxy(ir, {
    get: (target, part, receiver) => {
      read.add(String(part));
      return Reflect.get(target, part, receiver);
    },
  });
  emit(watched as Ir);
  read.delete('project');
  expect([...read].sort()).toEqual([...needs].sort());
});

it('reports what is wrong in the parts that were asked for', () => {
  const codesOf = (emit?: readonly string[]) =>
    compile(sources, emit === undefined ? {} : { emit }).diagnostics.map(({ code }) => code);
  expect(codesOf()).toEqual(['controller/url', 'plugin/unknown']);
  expect(codesOf([])).toEqual(['controller/url', 'plugin/unknown']);
  expect(codesOf(['config-xml'])).toEqual([]);
  expect(codesOf(['docker'])).toEqual(['controller/url']);
});

it('makes the same files alone as with all others', () => {
  const good = sources.slice(1);
  const all = compile(good).artifacts;
  for (const { name } of emitters) {
    for (const { path, content } of compile(good, { emit: [name] }).artifacts) {
      expect(all.find((artifact) => artifact.path === path)?.content).toEqual(content);
    }
  }
});

it('lowers a part that is read without being asked for', () => {
  const { ir, isWhole } = compile(sources.slice(1), { emit: ['config-xml'] });
  expect(isWhole).toBe(false);
  expect(ir?.plugins.plugins.length).toBeGreaterThan(0);
  expect(compile(sources.slice(1), { emit: ['config-xml'], parts: irParts }).isWhole).toBe(true);
});
