import { expect, it } from 'vitest';
import { compile } from '../../../compiler/compile.ts';
import { defaultImages } from '../../../scripts/images/default-images.ts';

it('the images that the compiler chooses are those of the controller, its agents, the apt server, and what builds and publishes images', () => {
  const { ir } = compile([
    { name: 'jenkins.bitesize', text: 'project: shop\njenkins: {apt: {enabled: true}}\n' },
  ]);
  if (ir === undefined) throw new Error('no IR');
  expect(defaultImages(ir).map((image) => image.replace(/:.*/, ''))).toEqual([
    'alpine/k8s',
    'docker',
    'geribatai/aptly',
    'jenkins/inbound-agent',
    'jenkins/jenkins',
    'moby/buildkit',
    'quay.io/skopeo/stable',
  ]);
});
