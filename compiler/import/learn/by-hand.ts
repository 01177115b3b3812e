import type { JsonValue } from '../../../schema/schema-node.ts';
import { permissionName } from '../../lower/controller/permissions.ts';
import type { PlainObject } from '../printers.ts';
import type { Tree } from '../tree.ts';
import { textOf } from '../tree-parts.ts';
import type { FieldReader } from './learn-context.ts';

/** What is handed on to other jobs by the end of the class that holds it, in the order in which it is printed. */
const HANDED_ON: readonly (readonly [string, string])[] = [
  ['.CurrentBuildParameters', 'current_parameters'],
  ['.SubversionRevisionBuildParameters', 'svn_revision'],
  ['.GitRevisionBuildParameters', 'git_revision'],
  ['.NodeParameters', 'same_node'],
  ['.FileBuildParameters', 'property_file'],
  ['.PredefinedBuildParameters', 'predefined_parameters'],
  ['.BooleanParameters', 'boolean_parameters'],
  ['.NodeLabelBuildParameter', 'node_label_name'],
  ['.MatrixSubsetBuildParameters', 'restrict_matrix_project'],
];

const handedOn: Readonly<Record<string, FieldReader>> = {
  parameter_order: ([tree]) => orderOf(tree?.children.find(({ name }) => name === 'configs')?.children ?? []),
};

/**
 * Readers of fields that cannot be learned, by definition and field: the printer looks values up that samples are not
 * among.
 */
export const byHand: Readonly<Record<string, Readonly<Record<string, FieldReader>>>> = {
  ParameterizedBuild: handedOn,
  TriggerBuilderProject: handedOn,
  MultijobBuilderProject: handedOn,
  ParameterizedTimedTrigger: {
    schedules: ([tree]) => schedulesOf((tree && textOf(tree, 'parameterizedSpecification')) ?? ''),
  },
  TimeCondition: {
    earliest: ([tree]) => timeOf(tree, 'earliest'),
    latest: ([tree]) => timeOf(tree, 'latest'),
  },
  AuthorizationProperty: { matrix: ([tree]) => matrixOf((tree?.children ?? []).map(({ text }) => text)) },
};

/** The order of what is handed on, where it is not the usual one. */
function orderOf(configs: readonly Tree[]): readonly JsonValue[] {
  const indexes = configs.map(({ name }) => HANDED_ON.findIndex(([end]) => name.endsWith(end)));
  if (indexes.every((index, at) => at === 0 || index > (indexes[at - 1] ?? -1))) return [];
  return [indexes.flatMap((index) => HANDED_ON[index]?.[1] ?? [])];
}

/** One schedule a line, with `NAME=value` behind a percent sign, parted by semicolons. */
function schedulesOf(text: string): readonly JsonValue[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  return [
    lines.map((line) => {
      const [schedule = '', ...others] = line.split('%');
      const pairs = others.join('%').split(';');
      const parameters = pairs.flatMap((pair) => {
        const [, name, value] = /^\s*([^=]+)=(.*)$/s.exec(pair) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value] as const];
      });
      return {
        schedule: schedule.trim(),
        ...(parameters.length === 0 ? {} : { parameters: Object.fromEntries(parameters) }),
      };
    }),
  ];
}

/** Hours and minutes are numbers of their own. */
function timeOf(tree: Tree | undefined, name: string): readonly JsonValue[] {
  const [only, ...others] = tree?.children ?? [];
  if (only !== undefined && others.length === 0 && only.children.length > 0) return timeOf(only, name);
  const [hours, minutes] = ['Hours', 'Minutes'].map((part) => tree && textOf(tree, `${name}${part}`));
  const time = [hours ?? '0', minutes ?? '0'].map((part) => part.padStart(2, '0')).join(':');
  return /^[0-9]{2}:[0-9]{2}$/.test(time) ? [time] : [];
}

/**
 * Permissions as Matrix Authorization saves them, `USER:hudson.model.Item.Read:alice`, by whom they are given to; before
 * version 3 nothing said whether a name is that of a user or of a group.
 */
function matrixOf(texts: readonly string[]): readonly JsonValue[] {
  const entries = new Map<string, PlainObject & { readonly permissions: readonly string[] }>();
  for (const text of texts) {
    const [, type = 'EITHER', id = '', name = ''] = /^(?:(USER|GROUP):)?([^:]*):(.*)$/s.exec(text) ?? [];
    const permission = permissionName(id);
    if (permission === undefined) continue;
    const known = entries.get(`${type}:${name}`);
    entries.set(`${type}:${name}`, {
      [type.toLowerCase()]: name,
      permissions: [...(known?.permissions ?? []), permission],
    });
  }
  return entries.size === 0 ? [] : [[...entries.values()]];
}
