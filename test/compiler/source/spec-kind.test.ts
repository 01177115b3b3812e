import { describe, expect, it } from 'vitest';
import { specKindOf } from '../../../compiler/source/spec-kind.ts';

describe('the kind of a spec', () => {
  it.each([
    ['build.bitesize', 'build'],
    ['containers.bitesize', 'application'],
    ['projects/web/jobs.bitesize.ts', 'jobs'],
    ['C:\\specs\\jenkins.bitesize', 'jenkins'],
    ['../controllers.bitesize', 'controllers'],
  ])('of %s is %s', (path, kind) => {
    expect(specKindOf(path)).toBe(kind);
  });

  it.each([
    'build.bitesize.json',
    'build.bitesize/README.md',
    'build.ts',
    '.bitesize',
    'x-build.bitesize',
    'build.bitesize.bitesize',
    'Build.bitesize',
  ])('is none of %s', (path) => {
    expect(specKindOf(path)).toBeUndefined();
  });
});
