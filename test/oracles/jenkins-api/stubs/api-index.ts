import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ApiClass, ApiFile, OtherTypes } from '../api-class.ts';
import { isPlatformType, typeNames } from './java-types.ts';

/** All classes of `data/`, and the types that they mention without declaring them. */
export interface ApiIndex {
  readonly classes: ReadonlyMap<string, ApiClass>;
  /** Class name to the plugin that has it; classes of core are absent. */
  readonly plugins: ReadonlyMap<string, string>;
  /** Mentioned only: name to whether it is an interface. Includes the types around nested ones. */
  readonly others: ReadonlyMap<string, boolean>;
}

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'data');

/** Reads every file of `data/`. */
export function readApi(): ApiIndex {
  const classes = new Map<string, ApiClass>();
  const plugins = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    if (file === 'other-types.json') continue;
    const content = JSON.parse(readFileSync(join(folder, file), 'utf8')) as ApiFile;
    for (const [name, type] of Object.entries(content.classes)) {
      classes.set(name, type);
      if (!content.plugin.startsWith('core')) plugins.set(name, content.plugin);
    }
  }
  return { classes, plugins, others: otherTypes(classes) };
}

/** Returns the name of the class around a nested one, or undefined. */
export function outerName(name: string): string | undefined {
  const outer = name.slice(0, name.lastIndexOf('.'));
  return /(?:^|\.)[A-Z]\w*$/.test(outer) ? outer : undefined;
}

function otherTypes(classes: ReadonlyMap<string, ApiClass>): ReadonlyMap<string, boolean> {
  const { interfaces } = JSON.parse(readFileSync(join(folder, 'other-types.json'), 'utf8')) as OtherTypes;
  const isInterface = new Set(interfaces);
  const others = new Map<string, boolean>();
  const add = (name: string | undefined): void => {
    if (name === undefined || isPlatformType(name) || others.has(name)) return;
    if (!classes.has(name)) others.set(name, isInterface.has(name));
    add(outerName(name));
  };
  for (const [name, type] of classes) {
    add(outerName(name));
    for (const mentioned of typeNames(JSON.stringify({ ...type, kind: '' }))) add(mentioned);
  }
  return others;
}
