import { choice, type Field, flag, integer, part, text } from '../../fields.ts';
import { patterns } from '../../patterns.ts';
import { SINCE, type Things } from '../family.ts';

/** Returns a field for how many are kept. */
function kept(description: string, example: number): Field {
  return integer(`${description} -1 keeps all of them.`, {
    default: -1,
    examples: [example],
    since: SINCE,
    minimum: -1,
    pattern: patterns.signedNumber,
  });
}

/** What Jenkins keeps of builds, and how safely it writes them. */
export const keepingProperties: Things = {
  'build-discarder': {
    description: 'Which builds are removed. Without it Jenkins keeps all of them.',
    fields: {
      days_to_keep: kept('For how many days a build is kept.', 30),
      num_to_keep: kept('How many builds are kept.', 20),
      artifact_days_to_keep: kept('For how many days the artifacts of a build are kept.', 7),
      artifact_num_to_keep: kept('Of how many builds the artifacts are kept.', 5),
      remove_last_build: flag('Whether the last build, and the last successful one, are removed, too.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
    },
    examples: [{ days_to_keep: 30, artifact_num_to_keep: 5 }],
  },
  'durability-hint': {
    description: 'How much a pipeline writes to the disk, to go on after a crash of Jenkins.',
    short: 'hint',
    fields: {
      hint: choice('How safe it is.', {
        required: true,
        values: {
          'performance-optimized': 'Fast: goes on only after an orderly shutdown.',
          'survivable-non-atomic': 'Goes on after most crashes.',
          'max-survivability': 'Goes on after crashes; the slowest.',
        },
        examples: ['performance-optimized'],
        since: SINCE,
      }),
    },
    examples: [{ hint: 'performance-optimized' }],
  },
  'disable-resume': {
    description: 'A pipeline that runs when Jenkins stops does not go on afterwards.',
    fields: {},
    examples: [{}],
  },
  rebuild: {
    description: 'How a build is started again with the same parameters, by Rebuilder.',
    fields: {
      auto_rebuild: flag('Whether it starts without asking for the parameters once more.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      rebuild_disabled: flag('Whether builds cannot be started again.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
    },
    examples: [{ auto_rebuild: true }],
  },
  inject: {
    description:
      'Environment variables of the whole job, from before its checkout on, by Environment Injector.',
    fields: {
      properties_content: text('Variables, one `NAME=value` a line.', {
        without: 'none',
        examples: ['GOFLAGS=-mod=vendor'],
        since: SINCE,
        secret: true,
      }),
      properties_file: text('Path of a properties file on the agent that has variables.', {
        without: 'none',
        examples: ['/etc/build.properties'],
        since: SINCE,
      }),
      script_content: text('Shell script that runs before the checkout.', {
        without: 'none',
        examples: ['./prepare.sh'],
        since: SINCE,
        secret: true,
      }),
      script_file: text('Path of such a script on the agent.', {
        without: 'none',
        examples: ['/opt/prepare.sh'],
        since: SINCE,
      }),
      groovy: part('GroovyScriptProperty', 'Groovy script that returns a map of variables.', {
        without: 'none',
        examples: ["return [STAMP: 'nightly']"],
        since: SINCE,
      }),
      load_from_controller: flag('Whether the files are read on the controller, not on the agent.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      keep_system_variables: flag('Whether the variables of Jenkins and of the agent are there, too.', {
        default: true,
        examples: [false],
        since: SINCE,
      }),
      keep_build_variables: flag('Whether the variables of the build, such as parameters, are there, too.', {
        default: true,
        examples: [false],
        since: SINCE,
      }),
      override_build_parameters: flag('Whether they win over parameters of the same name.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
    },
    examples: [{ properties_content: 'GOFLAGS=-mod=vendor' }],
  },
};
