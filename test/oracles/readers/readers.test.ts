import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { lossOf } from '../../../compiler/lower/kubernetes/check-texts.ts';
import { goReadersTool } from '../tools/go-readers.ts';
import { findJava } from '../tools/java.ts';
import { javaReadersTool } from '../tools/java-readers.ts';
import { pyyamlTool } from '../tools/pyyaml.ts';
import { requireTool } from '../tools/require-tool.ts';
import { configMap, entries, misread, printTexts, type Reader } from './misread.ts';
import { someTexts } from './texts.ts';

const here = dirname(fileURLToPath(import.meta.url));
const { short, numbers, marks } = someTexts();
const all = [...new Set([...short, ...numbers, ...marks])];

const printed = printTexts(all, entries);

function goReader(name: string): Reader {
  return { name, command: requireTool(goReadersTool), args: [name] };
}

function javaReader(name: string): Reader {
  const classpath = join(requireTool(javaReadersTool), '*');
  return {
    name,
    command: findJava() ?? 'java',
    args: ['-cp', classpath, join(here, 'java', 'ReadTexts.java'), name],
  };
}

function pythonReader(loader: string): Reader {
  return {
    name: `PyYAML's ${loader}`,
    command: requireTool(pyyamlTool),
    args: [join(here, 'read_texts.py'), loader],
  };
}

it('tries over 300,000 texts', () => {
  expect(all.length).toBeGreaterThan(300_000);
});

it.concurrent.each([
  ...['sigs.k8s.io/yaml', 'kyaml', 'go.yaml.in/yaml/v2', 'go.yaml.in/yaml/v3', 'go.yaml.in/yaml/v4'].map(
    goReader,
  ),
  ...['jackson', 'snakeyaml', 'snakeyaml-engine'].map(javaReader),
  pythonReader('CSafeLoader'),
])('every text, as a value and as a key, is that text to $name', async (reader) => {
  expect(await misread(reader, printed)).toEqual([]);
});

// This one is slow: it gets every tenth text of those that are like numbers or have marks.
it.concurrent('some texts are those texts to the loader of PyYAML that is written in Python', async () => {
  const some = [...numbers, ...marks].filter((_, index) => index % 10 === 0);
  expect(await misread(pythonReader('SafeLoader'), printTexts(some, entries))).toEqual([]);
});

it.concurrent('texts are the same after kustomize has built them, but for those that are diagnosed', async () => {
  const some = [...numbers, ...marks].filter(
    (text, index) => index % 4 === 0 && lossOf(text, true) === undefined,
  );
  expect(await misread(goReader('kustomize'), printTexts(some, configMap))).toEqual([]);
});
