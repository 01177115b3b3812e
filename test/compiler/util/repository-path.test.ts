import { expect, it } from 'vitest';
import { repositoryPath } from '../../../compiler/util/repository-path.ts';

it.each([
  ['', '.', ''],
  ['services/web', '../docker/Dockerfile', 'services/docker/Dockerfile'],
  ['', './a//b/', 'a/b'],
  ['a', '..', ''],
])('from `%s`, `%s` leads to `%s`', (folder, path, expected) => {
  expect(repositoryPath(folder, path)).toEqual({ ok: true, path: expected });
});

it.each(['..', '../x', 'a/../../b', '/etc', '~/x', 'C:\\x', '\\\\host', 'https://example.com/x.git'])(
  '`%s` is no path of the repository',
  (path) => expect(repositoryPath('', path).ok).toBe(false),
);
