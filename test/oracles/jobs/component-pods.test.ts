import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { afterAll, expect, test } from 'vitest';
import { plainText } from '../../../compiler/text/traced-text.ts';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { canValidateAsServer, validateAsServer } from '../kubernetes/validate-as-server.ts';
import { KUBERNETES_VERSIONS, validateObjects } from '../kubernetes/validate-objects.ts';
import { findJava } from '../tools/java.ts';
import { podReaderTool } from '../tools/java-readers.ts';
import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';

/* The pods in the pipelines of components are pods: to the plugin that reads them, and to the API server. */
const here = dirname(fileURLToPath(import.meta.url));
const input = (name: string) =>
  readFileSync(join(here, `../../compiler/lower/jobs/scenarios/containers/input/${name}.bitesize`), 'utf8');
const { items, script } = jobsOf({ build: input('build'), jenkins: input('jenkins') });
const pods = items.flatMap((item) => {
  if (item.kind !== 'pipeline') return [];
  const [, pod] = /def pod\(\) \{\n {4}return '''\\\n([\s\S]*?)'''/.exec(script(plainText(item.name))) ?? [];
  return pod === undefined ? [] : [pod];
});
const folder = mkdtempSync(join(tmpdir(), 'bitesize-pods-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** With the name that the plugin gives each. */
const files = pods.map((pod, index) => {
  const path = join(folder, `pod-${index}.yaml`);
  writeFileSync(path, pod.replace('metadata:\n', `metadata:\n  name: pod-${index}\n`));
  return path;
});

test('there are some', () => expect(pods).toHaveLength(4));

test("Jenkins' client of Kubernetes reads every pod as it is written", async () => {
  const reader = join(here, '../readers/pods/ReadPods.java');
  const classpath = join(requireTool(podReaderTool), '*');
  const { stdout, stderr } = await runCommand(findJava() ?? 'java', ['-cp', classpath, reader], {
    input: pods.map((pod) => `${JSON.stringify(pod)}\n`).join(''),
  });
  const read = stdout.trim().split('\n');
  expect(read, stderr).toHaveLength(pods.length);
  expect(read.map((line) => JSON.parse(line))).toEqual(pods.map((pod) => load(pod)));
});

test.each(KUBERNETES_VERSIONS)('they are pods of Kubernetes %s', async (version) => {
  expect(await validateObjects(files, version)).toEqual([]);
});

test.skipIf(!canValidateAsServer())('the code of the API server takes them', async () => {
  expect(await validateAsServer(files)).toEqual([]);
});
