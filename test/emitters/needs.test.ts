import { expect, it } from 'vitest';
import { compile } from '../../compiler/compile.ts';
import { lower } from '../../compiler/lower/lower.ts';
import { type Ir, irParts } from '../../compiler/model/ir.ts';
import { analyse } from '../../compiler/pipeline.ts';
import { compareText } from '../../compiler/util/compare-text.ts';
import { emitters } from '../../emitters/all.ts';
import type { Emitter } from '../../emitters/emitter.ts';
import { runEmitters } from '../../emitters/run-emitters.ts';

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

const emitterNamed = (wanted: string) => emitters.find(({ name }) => name === wanted);

it.each(emitters)('$name reads the parts of the IR that it names, and no other', (emitter) => {
  const { ir } = lower(analyse(sources).project);
  const read = new Set<string>();
  const watched = new Proxy(ir, {
    get: (target, part, receiver) => {
      read.add(String(part));
      return Reflect.get(target, part, receiver);
    },
  });
  emitter.emit(watched as Ir);
  emitter.afterFiles?.emit(watched as Ir, (name) => emitterNamed(name)?.emit(ir) ?? []);
  read.delete('project');
  expect([...read].sort()).toEqual([...emitter.needs].sort());
});

it.each(emitters)('$name reads the files of the emitters that it names, and no other', ({ afterFiles }) => {
  const { ir } = lower(analyse(sources).project);
  const read = new Set<string>();
  afterFiles?.emit(ir, (name) => {
    read.add(name);
    return emitterNamed(name)?.emit(ir) ?? [];
  });
  const named = afterFiles?.reads ?? [];
  expect([...read].sort()).toEqual([...named].sort());
  expect(named.filter((name) => emitterNamed(name) === undefined)).toEqual([]);
});

it('runs the first step of an emitter once, and only for those that read its files when it is not wanted', () => {
  const { ir } = lower(analyse(sources).project);
  const runs: string[] = [];
  const counted = emitters.map(
    (emitter): Emitter => ({
      ...emitter,
      emit: (all) => {
        runs.push(emitter.name);
        return emitter.emit(all);
      },
    }),
  );
  const pathsOf = (wanted?: readonly string[]) => runEmitters(counted, wanted, ir).map(({ path }) => path);
  pathsOf();
  expect([...runs].sort()).toEqual(emitters.map(({ name }) => name).sort());
  runs.length = 0;
  const paths = pathsOf(['kubernetes', 'docker']);
  expect([...runs].sort()).toEqual(['docker', 'init-groovy', 'job-dsl', 'kubernetes']);
  expect(paths.filter((path) => path.startsWith('jenkins/'))).toEqual(['jenkins/Dockerfile']);
  expect(paths).toContain('kubernetes/jenkins/20-configmap-jenkins-init-scripts.yaml');
});

it('stops at the name of an emitter that there is not', () => {
  const { ir } = lower(analyse(sources).project);
  const lost: Emitter = {
    name: 'lost',
    description: 'reads what nobody makes',
    needs: [],
    emit: () => [],
    afterFiles: { reads: ['nobody'], emit: (_, filesOf) => filesOf('nobody') },
  };
  expect(() => runEmitters([lost], undefined, ir)).toThrow('reads the files of nobody');
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
  const alone = emitters.flatMap(({ name }) => compile(good, { emit: [name] }).artifacts);
  expect(alone.sort((a, b) => compareText(a.path, b.path))).toEqual(all);
});

it('lowers a part that is read without being asked for', () => {
  const { ir, isWhole } = compile(sources.slice(1), { emit: ['config-xml'] });
  expect(isWhole).toBe(false);
  expect(ir?.plugins.plugins.length).toBeGreaterThan(0);
  expect(compile(sources.slice(1), { emit: ['config-xml'], parts: irParts }).isWhole).toBe(true);
});
