import { list, text } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

const plugins = list('Plugins that the file needs.', {
  of: 'Plugin',
  default: [],
  examples: [[{ id: 'slack' }]],
  since: '0.1.0',
});

/** Files of the project's own that the controller reads when it starts. */
export const startFiles: Definitions = {
  CascFile: {
    description: "A file of Configuration as Code of the project's own.",
    fields: {
      file: text(
        'Path of the file, relative to this spec. In it `${<Secret>/<key>}` stands for the value of a key of a Secret in the namespace of the controller, which is mounted for it.',
        { minLength: 1, required: true, examples: ['casc/slack.yaml'], refers: 'file', since: '0.1.0' },
      ),
      plugins,
    },
    examples: [{ file: 'casc/slack.yaml', plugins: [{ id: 'slack' }] }],
  },
  InitScriptFile: {
    description: "A Groovy script of the project's own that runs when Jenkins starts.",
    fields: {
      file: text('Path of the file, relative to this spec.', {
        minLength: 1,
        required: true,
        examples: ['init/quiet-period.groovy'],
        refers: 'file',
        since: '0.1.0',
      }),
      plugins,
      secrets: list(
        "Values of Secrets that the script reads, each as the file `<secret>/<key>` in the folder that the variable `SECRETS` names: `new File(System.getenv('SECRETS'), 'slack/token').text`.",
        {
          of: 'SecretValue',
          default: [],
          examples: [[{ secret: 'slack', key: 'token' }]],
          since: '0.1.0',
        },
      ),
    },
    examples: [{ file: 'init/quiet-period.groovy' }],
  },
  SecretValue: {
    description: 'A key of a Secret in the namespace of the controller.',
    fields: {
      secret: text('Name of the Secret.', {
        pattern: patterns.dnsSubdomain,
        required: true,
        examples: ['slack'],
        since: '0.1.0',
      }),
      key: text('Key of the Secret.', {
        pattern: patterns.secretKey,
        required: true,
        examples: ['token'],
        since: '0.1.0',
      }),
    },
    examples: [{ secret: 'slack', key: 'token' }],
  },
};
