import { expect, it } from 'vitest';
import { pinnedImage } from '../../../../compiler/lower/controller/pinned-image.ts';
import { fromDefault } from '../../../../compiler/text/origin.ts';
import { sourced } from '../../../../compiler/text/sourced.ts';
import { controllerOf } from './lowered.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const digests = new Map([['docker:28-dind', digest]]);
const byDefault = (image: string) => sourced(image, fromDefault('jenkins.agents[].containers[].image'));

it('an image of the default has its digest where one is known, and its tag alone where none is', () => {
  expect(pinnedImage(byDefault('docker:28-dind'), digests).value).toBe(`docker:28-dind@${digest}`);
  expect(pinnedImage(byDefault('alpine/k8s:1.34.1'), digests).value).toBe('alpine/k8s:1.34.1');
});

it('an image that the specs name is theirs, with a digest or without', () => {
  const file = { name: 'jenkins.bitesize', text: 'docker:28-dind' };
  const written = sourced('docker:28-dind', { kind: 'spec', span: { file, start: 0, end: 14 } });
  expect(pinnedImage(written, digests)).toBe(written);
  const { script, codes } = controllerOf(
    `  agents: [{name: own, containers: [{name: docker, image: "docker:28-dind@${digest}"}]}]`,
  );
  expect(codes).toEqual([]);
  expect(JSON.stringify(script('agents').agents.at(-1)?.pod)).toContain(`docker:28-dind@${digest}`);
});
