import { flag, integer, list, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { off } from '../builders/about.ts';
import { SINCE, type Things } from '../family.ts';

/** The objects inside wrappers that set something up around the steps. */
export const environmentParts: Definitions = {
  OpenstackInstance: {
    description: 'Machines of one template of OpenStack.',
    fields: {
      cloud_name: text('Name of the cloud in the settings of Jenkins.', {
        required: true,
        minLength: 1,
        examples: ['lab'],
        since: SINCE,
      }),
      template_name: text('Name of its template.', {
        without: '`manual_template_name` says it',
        minLength: 1,
        examples: ['ubuntu'],
        since: SINCE,
      }),
      manual_template_name: text('Name of a template that may hold variables of the build.', {
        without: '`template_name` says it',
        minLength: 1,
        examples: ['${DISTRIBUTION}'],
        since: SINCE,
      }),
      count: integer('How many.', { default: 1, minimum: 1, examples: [3], since: SINCE }),
    },
    examples: [{ cloud_name: 'lab', template_name: 'ubuntu' }],
  },
};

/** Wrappers that set variables, files and displays up around the steps. */
export const environmentWrappers: Things = {
  inject: {
    description: 'Sets variables for the steps, after the checkout.',
    short: 'properties_content',
    fields: {
      properties_content: text('Lines `NAME=value`; `\\` has to be doubled.', {
        without: 'none',
        minLength: 1,
        examples: ['DEPLOY=true'],
        since: SINCE,
        secret: true,
      }),
      properties_file: text('Path of a file of such lines.', {
        without: 'none',
        minLength: 1,
        examples: ['build.properties'],
        since: SINCE,
      }),
      script_content: text('Shell script that is run before; its variables are lost.', {
        without: 'none',
        minLength: 1,
        examples: ['make build.properties'],
        since: SINCE,
        secret: true,
      }),
      script_file: text('Path of such a script.', {
        without: 'none',
        minLength: 1,
        examples: ['prepare.sh'],
        since: SINCE,
      }),
      load_from_master: flag(
        'Whether the files are read on the controller, which its settings must allow.',
        off,
      ),
    },
    examples: [{ properties_content: 'DEPLOY=true' }],
  },
  'config-file': {
    description: 'Gives the build copies of files of the settings of Jenkins.',
    short: 'files',
    fields: {
      files: list('The files.', {
        of: 'ConfigFileBuilderFile',
        required: true,
        minItems: 1,
        examples: [[{ file_id: 'maven-settings', variable: 'SETTINGS_FILE' }]],
        since: SINCE,
      }),
    },
    examples: [{ files: [{ file_id: 'maven-settings', variable: 'SETTINGS_FILE' }] }],
  },
  'port-allocator': {
    description: 'Gives the build ports of the agent that no other build has.',
    short: 'names',
    fields: {
      names: texts('Variables that get a free port each, or numbers of ports that the build waits for.', {
        required: true,
        minItems: 1,
        examples: [['HTTP_PORT', '8080']],
        since: SINCE,
      }),
    },
    examples: [{ names: ['HTTP_PORT'] }],
  },
  xvnc: {
    description: 'Runs an X server with VNC during the build.',
    fields: {
      screenshot: flag('Whether the build keeps a picture of the screen at its end.', off),
      xauthority: flag('Whether the build has an Xauthority file of its own.', {
        default: true,
        examples: [false],
        since: SINCE,
      }),
    },
    examples: [{ screenshot: true }],
  },
  xvfb: {
    description: 'Runs an X server without a screen during the build.',
    fields: {
      installation_name: text('Name of the installation in the settings of Jenkins.', {
        default: 'default',
        minLength: 1,
        examples: ['xvfb'],
        since: SINCE,
      }),
      auto_display_name: flag('Whether the server chooses the number of its display.', off),
      display_name: integer('Number of the display.', {
        without: 'that of the executor',
        examples: [100],
        since: SINCE,
      }),
      assigned_labels: text('Label expression of the agents where it runs.', {
        without: 'all of them',
        minLength: 1,
        examples: ['linux'],
        since: SINCE,
        refers: 'label',
      }),
      parallel_build: flag(
        'Whether several agents run on one machine, so that numbers must differ between them.',
        off,
      ),
      timeout: integer('Seconds to wait until it has started.', {
        default: 0,
        examples: [5],
        since: SINCE,
      }),
      screen: text('Width, height and depth of colours.', {
        default: '1024x768x24',
        minLength: 1,
        examples: ['1920x1080x24'],
        since: SINCE,
      }),
      display_name_offset: integer('What is added to the number of the display.', {
        default: 1,
        examples: [100],
        since: SINCE,
      }),
      additional_options: text('More arguments of Xvfb.', {
        without: 'none',
        minLength: 1,
        examples: ['-nolisten tcp'],
        since: SINCE,
      }),
      debug: flag('Whether its output stands in the log.', off),
      shutdown_with_build: flag(
        'Whether it runs until the whole build has ended, with what follows the steps.',
        off,
      ),
    },
    examples: [{ screen: '1920x1080x24' }],
  },
};
