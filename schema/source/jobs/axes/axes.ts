import { flag, text, texts } from '../../fields.ts';
import { off, preset, required } from '../builders/about.ts';
import { family } from '../family.ts';

const name = text('Name of the axis, and of the variable with its value.', {
  ...required('OS'),
  minLength: 1,
});

/** The axes of matrix jobs. */
export const axes = family('Axis', 'An axis of a matrix job: exactly one thing.', {
  'user-defined': {
    description: 'An axis of texts.',
    fields: {
      name,
      values: texts('Its values.', { ...required(['16', '17']), minItems: 1 }),
    },
    examples: [{ name: 'POSTGRES', values: ['16', '17'] }],
  },
  'label-expression': {
    description: 'An axis of label expressions: each combination is built on an agent that one of them fits.',
    fields: {
      name,
      values: texts('The expressions.', { ...required(['linux && docker']), minItems: 1, refers: 'label' }),
    },
    examples: [{ name: 'OS', values: ['linux && docker', 'windows'] }],
  },
  slave: {
    description: 'An axis of labels or names of agents.',
    fields: {
      name: text('Name of the axis, and of the variable with its value.', {
        ...preset('label', 'AGENT'),
        minLength: 1,
      }),
      values: texts('The labels.', { ...required(['linux']), minItems: 1, refers: 'label' }),
    },
    examples: [{ name: 'label', values: ['linux', 'windows'] }],
  },
  jdk: {
    description: 'An axis of the JDKs of Jenkins.',
    short: 'values',
    fields: { values: texts('Their names.', { ...required(['jdk17', 'jdk21']), minItems: 1 }) },
    examples: [{ values: ['jdk17', 'jdk21'] }],
  },
  dynamic: {
    description: 'An axis whose values are in a variable when the job starts, with blanks between them.',
    fields: {
      name,
      variable: text('The variable.', { ...required('PLATFORMS'), minLength: 1 }),
    },
    examples: [{ name: 'PLATFORM', variable: 'PLATFORMS' }],
  },
  elastic: {
    description: 'An axis of all agents that have one of the labels, by the plugin Elastic Axis.',
    short: 'label',
    fields: {
      name: text('Name of the axis, and of the variable with its value.', {
        ...preset('label', 'AGENT'),
        minLength: 1,
      }),
      label: texts('The labels.', { ...required(['linux']), minItems: 1, refers: 'label' }),
      ignore_offline_nodes: flag('Whether agents that are offline are left out.', off),
      once_per_label: flag('Whether one agent of each label is enough.', off),
    },
    examples: [{ label: ['linux'], ignore_offline_nodes: true }],
  },
  yaml: {
    description: 'An axis whose values are in a YAML file of the workspace, by the plugin Yaml Axis.',
    fields: {
      name: text('Name of the axis, of the list in the file, and of the variable with its value.', {
        ...required('OS'),
        minLength: 1,
      }),
      filename: text('Path of the file.', { ...required('matrix.yaml'), minLength: 1 }),
    },
    examples: [{ name: 'OS', filename: 'matrix.yaml' }],
  },
  python: {
    description: 'An axis of the installations of Python, by the plugin ShiningPanda.',
    short: 'values',
    fields: { values: texts('Their names.', { ...required(['System-CPython-3']), minItems: 1 }) },
    examples: [{ values: ['System-CPython-3'] }],
  },
  tox: {
    description: 'An axis of the environments of tox, by the plugin ShiningPanda.',
    short: 'values',
    fields: { values: texts('Their names.', { ...required(['py312', 'py313']), minItems: 1 }) },
    examples: [{ values: ['py312', 'py313'] }],
  },
});
