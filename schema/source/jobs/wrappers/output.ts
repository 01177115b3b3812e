import { choice, flag, text } from '../../fields.ts';
import { off } from '../builders/about.ts';
import { SINCE, type Things } from '../family.ts';

/** Wrappers for what people see of a build: its log and its name. */
export const outputWrappers: Things = {
  timestamps: {
    description: 'Writes the time before each line of the log.',
    fields: {},
    examples: [{}],
  },
  ansicolor: {
    description: 'Shows the colours that programs write to the log.',
    short: 'colormap',
    fields: {
      colormap: choice('The colours that the codes stand for.', {
        values: {
          xterm: 'Those of xterm.',
          vga: 'Those of VGA.',
          css: 'Those of style sheets.',
          gnome: 'Those of the terminal of GNOME.',
        },
        default: 'xterm',
        examples: ['vga'],
        since: SINCE,
      }),
    },
    examples: [{}],
  },
  'build-name': {
    description: 'Names the builds, which otherwise have their number as their name.',
    short: 'name',
    fields: {
      name: text('The name; variables of the build and tokens such as `${GIT_BRANCH}` are filled in.', {
        required: true,
        minLength: 1,
        examples: ['#${BUILD_NUMBER}'],
        since: SINCE,
      }),
      description: text('The description of the build; the same things are filled in.', {
        without: 'the build has no description',
        examples: ['of ${GIT_BRANCH}'],
        since: SINCE,
      }),
      run_at_start: flag('Whether the build is named when it starts.', {
        default: true,
        examples: [false],
        since: SINCE,
      }),
      run_at_end: flag('Whether the build is named again when it ends: its steps may have set variables.', {
        default: true,
        examples: [false],
        since: SINCE,
      }),
    },
    examples: [{ name: '#${BUILD_NUMBER}' }],
  },
  'build-user-vars': {
    description: 'Sets variables such as `BUILD_USER` to who started the build.',
    fields: {},
    examples: [{}],
  },
  'delivery-pipeline': {
    description:
      'Makes a version for this build and all that it starts: `PIPELINE_VERSION`, which views of delivery pipelines show.',
    short: 'version_template',
    fields: {
      version_template: text('The version; variables of the build are filled in.', {
        required: true,
        minLength: 1,
        examples: ['1.0.${BUILD_NUMBER}'],
        since: SINCE,
      }),
      set_display_name: flag('Whether the build is named by the version.', off),
    },
    examples: [{ version_template: '1.0.${BUILD_NUMBER}' }],
  },
};
