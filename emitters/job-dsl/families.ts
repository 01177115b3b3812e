import type { Family } from '../../compiler/ir/items/family.ts';

/** The scripts, in the order in which the seed job runs them: it sorts by name, so folders come first. */
export const families: readonly { readonly family: Family; readonly file: string; readonly title: string }[] =
  [
    {
      family: 'folders',
      file: 'all_folders',
      title: 'Folders. They come first: the other scripts put jobs into them.',
    },
    { family: 'build_jobs', file: 'build_jobs', title: 'Builds of the components.' },
    { family: 'deploy_jobs', file: 'deploy_jobs', title: 'Deployments of the environments.' },
    {
      family: 'environment_jobs',
      file: 'environment_jobs',
      title: 'Promotion from environment to environment.',
    },
    { family: 'image_jobs', file: 'image_jobs', title: 'Container images of the applications.' },
    {
      family: 'service_jobs',
      file: 'service_jobs',
      title: 'Services, ingresses, claims and third-party resources.',
    },
    { family: 'test_jobs', file: 'test_jobs', title: 'Tests of the environments.' },
    { family: 'views', file: 'views', title: 'Views of the jobs.' },
  ];
