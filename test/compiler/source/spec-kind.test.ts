import { describe, expect, it } from 'vitest';
import { specKindOf } from '../../../compiler/source/spec-kind.ts';

describe('the kind of a spec', () => {
  it.each([
    ['build.bitesize', 'build'],
    ['containers.bitesize', 'application'],
    ['jobs.bitesize.ts', 'jobs'],
    ['controllers.bitesize', 'controllers'],
    ['projects/shop/jenkins.bitesize', 'jenkins'],
    ['projects\\shop\\environments.bitesize.ts', 'environments'],
  ])('of %s is %s', (path, kind) => {
    expect(specKindOf(path)).toBe(kind);
  });

  it.each([
    '',
    '.bitesize',
    'jobs',
    'jobs.ts',
    'jobs.bitesize.json',
    'jobs.bitesize/x',
    'jobs.bitesize.bitesize',
    'my-jobs.bitesize',
    'Jobs.bitesize',
  ])('is none for %j', (path) => {
    expect(specKindOf(path)).toBe(undefined);
  });
});
