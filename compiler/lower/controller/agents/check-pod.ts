import type { Traceable } from '../../../text/traced-text.ts';
import data from '../data/pod-type.json' with { type: 'json' };
import { content, isMapping, listKey, type Mapping, textAt } from './merge-pod.ts';

/** What is wrong with a pod: words that follow "this is not a pod:", and what to do. */
interface PodFault {
  readonly text: string;
  readonly help: string;
}

/** What the API server refuses of a pod, and which volumes it fills with something of its own. */
export interface CheckedPod {
  readonly problems: readonly PodFault[];
  readonly emptyVolumes: readonly string[];
}

type Lists = Readonly<Record<string, readonly string[]>>;

/** What a pod needs beside the required fields of the API (`validateContainers`). */
const needed: Lists = {
  Container: ['name', 'image'],
  HTTPHeader: ['name'],
  ISCSIVolumeSource: ['iqn', 'targetPortal'],
  Sysctl: ['name'],
};

/** Returns the fields that an object needs, without those that are zero or empty when they are absent, which the server takes. */
function neededFields(type: string): readonly string[] {
  const required: Lists = data.required;
  return needed[type] ?? required[type] ?? [];
}

/** Returns the fields of an object of which one says what it is; `Volume` has a name beside it, and `Probe` its times. */
function choiceOf(type: string): readonly string[] | undefined {
  switch (type) {
    case 'EnvVarSource':
    case 'LifecycleHandler':
    case 'VolumeProjection':
      return fieldsOf(type);
    case 'Probe':
      return [...fieldsOf('LifecycleHandler').filter((field) => field !== 'sleep'), 'grpc'];
    case 'Volume':
      return fieldsOf(type).filter((field) => field !== 'name');
    default:
      return undefined;
  }
}

/** Lists whose entries stand once. */
const once: ReadonlySet<string> = new Set(['containers', 'initContainers', 'volumes', 'volumeMounts']);

/** The plugin adds it to the pods of all agents. */
const WORKSPACE = 'workspace-volume';

function fieldsOf(type: string): readonly string[] {
  return Object.keys(typeNamed(type) ?? {});
}

/** Returns the fields of a type with their types; undefined for a scalar. */
function typeNamed(type: string): Readonly<Record<string, string>> | undefined {
  const types: Readonly<Record<string, Readonly<Record<string, string>>>> = data.types;
  return Object.hasOwn(types, type) ? types[type] : undefined;
}

/**
 * Returns what the API server refuses of the whole pod of an agent, beyond the types of its fields: what is missing,
 * what stands twice, and mounts of volumes that are not there. Follows `ValidatePodSpec` and the required fields of the
 * API.
 */
export function checkPod(pod: Traceable): CheckedPod {
  const problems: PodFault[] = [];
  const emptyVolumes: string[] = [];
  visit('Pod', pod, '', { problems, emptyVolumes });
  return { problems: [...problems, ...unknownVolumes(pod)], emptyVolumes };
}

interface Findings {
  readonly problems: PodFault[];
  readonly emptyVolumes: string[];
}

function visit(type: string, value: Traceable, path: string, found: Findings): void {
  const inner = content(value);
  const fields = typeNamed(type);
  if (fields === undefined || !isMapping(inner)) return;
  const given = Object.keys(inner).filter((field) => isGiven(inner[field]));
  for (const field of neededFields(type)) {
    if (given.includes(field)) continue;
    found.problems.push({ text: `\`${path}\` has no \`${field}\``, help: `add \`${field}\` to it` });
  }
  checkChoice(type, given, path, inner, found);
  for (const field of given) {
    const child = inner[field];
    const fieldType = fields[field];
    if (child === undefined || fieldType === undefined) continue;
    const below = path === '' ? field : `${path}.${field}`;
    if (fieldType.endsWith('[]')) visitList(fieldType.slice(0, -2), child, field, below, found);
    else visit(fieldType, child, below, found);
  }
}

function visitList(type: string, value: Traceable, field: string, path: string, found: Findings): void {
  const items = content(value);
  if (!Array.isArray(items)) return;
  const known = new Set<string>();
  for (const [index, item] of items.entries()) {
    const key = textAt(item, listKey(field));
    const place = `${path}[${textAt(item, 'name') ?? index}]`;
    if (once.has(field) && key !== undefined) {
      if (known.has(key)) {
        const text = `\`${key}\` stands twice in \`${path}\``;
        found.problems.push({ text, help: 'leave one of them, or change it' });
      }
      known.add(key);
    }
    visit(type, item, place, found);
  }
}

function checkChoice(
  type: string,
  given: readonly string[],
  path: string,
  inner: Mapping,
  { problems, emptyVolumes }: Findings,
): void {
  if (type === 'EnvVar' && given.includes('value') && given.includes('valueFrom')) {
    problems.push({ text: `\`${path}\` has both \`value\` and \`valueFrom\``, help: 'leave one of them' });
  }
  const all = choiceOf(type);
  if (all === undefined) return;
  const chosen = given.filter((field) => all.includes(field));
  if (chosen.length === 1) return;
  if (chosen.length > 1) {
    const names = chosen.map((field) => `\`${field}\``).join(' and ');
    problems.push({ text: `\`${path}\` has ${names}, which exclude each other`, help: 'leave one of them' });
  } else if (type === 'Volume') {
    emptyVolumes.push(textAt(inner, 'name') ?? '');
  } else {
    const names = all.map((field) => `\`${field}\``).join(', ');
    problems.push({ text: `\`${path}\` says nothing of what it is`, help: `add one of ${names}` });
  }
}

/** Null stands for what is absent, and so does an empty text, which has no meaning for any of these fields. */
function isGiven(value: Traceable | undefined): boolean {
  const inner = value === undefined ? undefined : content(value);
  return inner !== undefined && inner !== null && inner !== '';
}

function unknownVolumes(pod: Traceable): readonly PodFault[] {
  const spec = childOf(pod, 'spec');
  const names = itemsOf(childOf(spec, 'volumes')).flatMap((volume) => textAt(volume, 'name') ?? []);
  const known = new Set([...names, WORKSPACE]);
  const shown = names.map((name) => `\`${name}\``).join(', ');
  return ['initContainers', 'containers'].flatMap((list) =>
    itemsOf(childOf(spec, list)).flatMap((container) =>
      itemsOf(childOf(container, 'volumeMounts')).flatMap((mount): PodFault[] => {
        const name = textAt(mount, 'name');
        if (name === undefined || known.has(name)) return [];
        const text = `container \`${textAt(container, 'name') ?? ''}\` mounts \`${name}\`, and no volume is called so`;
        const all = names.length === 0 ? '' : `; there are ${shown}`;
        return [{ text, help: `add the volume to \`spec.volumes\`, or correct its name${all}` }];
      }),
    ),
  );
}

function childOf(value: Traceable | undefined, field: string): Traceable | undefined {
  const inner = value === undefined ? undefined : content(value);
  return isMapping(inner) ? inner[field] : undefined;
}

function itemsOf(value: Traceable | undefined): readonly Traceable[] {
  const inner = value === undefined ? undefined : content(value);
  return Array.isArray(inner) ? inner : [];
}
