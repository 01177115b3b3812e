import { expect, test } from 'vitest';
import { bashSyntaxErrors, shellcheck } from './check-shell.ts';
import { runShell } from './run-shell.ts';

test('records fake programs with their arguments, input and files', async () => {
  const result = await runShell({
    text: `sudo apt-get install -y -- 'a b=1.0'
printf 'kind: Pod' | kubectl apply -f -
kubectl apply --namespace x -f pod.yaml
kubectl get pod -o name > names
`,
    files: { 'pod.yaml': 'kind: Service' },
    answers: [{ command: 'kubectl', arguments: ['get', 'pod'], stdout: 'pod/a\n' }],
  });
  expect(result.code).toBe(0);
  expect(result.calls).toEqual([
    { command: 'sudo', arguments: ['apt-get', 'install', '-y', '--', 'a b=1.0'] },
    { command: 'apt-get', arguments: ['install', '-y', '--', 'a b=1.0'] },
    { command: 'kubectl', arguments: ['apply', '-f', '-'], stdin: 'kind: Pod' },
    {
      command: 'kubectl',
      arguments: ['apply', '--namespace', 'x', '-f', 'pod.yaml'],
      files: { 'pod.yaml': 'kind: Service' },
    },
    { command: 'kubectl', arguments: ['get', 'pod', '-o', 'name'] },
  ]);
  expect(result.files).toEqual({ names: 'pod/a\n', 'pod.yaml': 'kind: Service' });
});

test('a failing program ends a script as under Jenkins, and an answer may be used up', async () => {
  const answers = [{ command: 'kubectl', times: 1, exit: 1, stderr: 'refused\n' }];
  const failed = await runShell({ text: 'kubectl apply -f x\ndocker push y\n', answers });
  expect(failed).toMatchObject({ code: 1, calls: [{ command: 'kubectl' }] });
  expect(failed.stderr).toContain('refused');
  const again = await runShell({ text: 'kubectl version || kubectl version\n', answers });
  expect(again.code).toBe(0);
});

test('other programs are not found', async () => {
  expect((await runShell({ text: 'shutdown now\n' })).code).toBe(127);
});

test('a program can be a real one', async () => {
  const result = await runShell({
    text: 'kubectl apply -f pod.yaml\ndocker push x\n',
    programs: { kubectl: '/bin/echo' },
  });
  expect(result).toMatchObject({ stdout: 'apply -f pod.yaml\n', calls: [{ command: 'docker' }] });
});

test('a script starts by its first line', async () => {
  const result = await runShell({
    text: '#!/usr/bin/env bash\na=(1 "$1"); echo "$' + '{a[1]}"\n',
    arguments: ['two'],
  });
  expect(result).toMatchObject({ code: 0, stdout: 'two\n' });
});

test('bash -n and shellcheck find what is wrong', async () => {
  expect(await bashSyntaxErrors('if true; then')).toContain('syntax error');
  expect(await bashSyntaxErrors('echo hi\n')).toBe('');
  expect(await shellcheck('echo $1\n')).toEqual([
    { line: 1, code: 2086, level: 'info', message: expect.stringContaining('Double quote') },
  ]);
  expect(await shellcheck('echo "$1"\n')).toEqual([]);
});
