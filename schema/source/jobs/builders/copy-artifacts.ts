import { choice, flag, text, texts } from '../../fields.ts';
import type { Things } from '../family.ts';
import { off, optional, preset, required } from './about.ts';

/** Artifacts of other jobs. */
export const copyArtifacts: Things = {
  'copy-artifacts': {
    description: 'Copies artifacts of a build of another job into the workspace.',
    short: 'project',
    fields: {
      project: text('The other job; `/AXIS=value` behind it chooses one configuration of a matrix job.', {
        ...required('shop/build'),
        minLength: 1,
        refers: 'job',
      }),
      filter: texts('Ant patterns of the artifacts.', optional('all artifacts', ['dist/*.tar.gz'])),
      exclude: texts('Ant patterns of artifacts that stay away.', optional('none', ['**/*.log'])),
      target: text('Folder that they are copied to.', optional('the workspace', 'input')),
      flatten: flag('Whether all files come into one folder.', off),
      optional: flag('Whether the build goes on when there is no such build or artifact.', off),
      fingerprint: flag('Whether Jenkins records fingerprints of the files.', preset(true, false)),
      include_build_number: flag('Whether they come into a folder named by the number of their build.', off),
      parameter_filters: texts(
        'Parameters that the other build must have had, each as `NAME=value`; variables are filled in.',
        optional('any build', ['STAGE=test']),
      ),
      result_var_suffix: text(
        'The number of the build that was chosen becomes COPYARTIFACT_BUILD_NUMBER_ and this.',
        optional('the name of the job in upper case', 'SHOP'),
      ),
      which_build: choice('The build that they are copied from.', {
        ...preset('last-successful', 'upstream-build'),
        values: {
          'last-successful': 'The last one that was successful; `stable` asks for more.',
          'last-completed': 'The last one that ended, however.',
          'last-with-artifacts': 'The last one that has artifacts.',
          'last-saved': 'The last one that is kept forever.',
          'specific-build': 'The one that `build_number` says.',
          permalink: 'The one that `permalink` says.',
          'upstream-build': 'The one that started this build.',
          'downstream-build':
            'One that another build started, which `upstream_project_name` and `upstream_build_number` say.',
          'workspace-latest': 'None: the files come from the workspace of the other job.',
          'build-param': 'The one that somebody chooses by the parameter `param`.',
          'multijob-build': 'The one that the multijob started in an earlier phase.',
        },
      }),
      stable: flag('Whether an unstable build does not count; for `last-successful`.', off),
      build_number: text('Number or name of the build, or a variable with it; for `specific-build`.', {
        ...optional('none, which only the other values of `which_build` allow', '$SHOP_BUILD'),
      }),
      permalink: choice('The build; for `permalink`.', {
        ...preset('last', 'last-stable'),
        values: {
          last: 'The last one.',
          'last-stable': 'The last one that was stable.',
          'last-successful': 'The last one that was stable or unstable.',
          'last-failed': 'The last one that failed.',
          'last-unstable': 'The last one that was unstable.',
          'last-unsuccessful': 'The last one that was not stable.',
        },
      }),
      fallback_to_last_successful: flag(
        'Whether the last successful build is taken when none started this one; for `upstream-build`.',
        off,
      ),
      upstream_filter: choice(
        'Which one is taken when several builds started this one; for `upstream-build`.',
        {
          ...preset('global', 'newest'),
          values: {
            global: 'What Jenkins says.',
            oldest: 'The oldest one.',
            newest: 'The newest one.',
          },
        },
      ),
      allow_upstream_dependencies: flag(
        'Whether builds count that this one depends on by Maven; for `upstream-build`.',
        off,
      ),
      param: text('Name of the parameter; for `build-param`.', {
        ...optional('none, which only the other values of `which_build` allow', 'SHOP_BUILD'),
      }),
      upstream_project_name: text('The job whose build started the other one; for `downstream-build`.', {
        ...optional('none, which only the other values of `which_build` allow', 'shop/release'),
        refers: 'job',
      }),
      upstream_build_number: text('The number of that build, or a variable with it.', {
        ...optional('none, which only the other values of `which_build` allow', '$RELEASE_BUILD'),
      }),
    },
    examples: [{ project: 'shop/build', filter: ['dist/*.tar.gz'] }],
  },
};
