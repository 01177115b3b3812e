import type { Specs } from '../project/write-project.ts';

/** A text of a file, and what takes its place. */
export type Replacement = readonly [file: 'environments' | 'jenkins' | 'settings', from: string, to: string];

/** Returns specs with the first place of each text replaced; throws where a text is not there. */
export function editedSpecs(specs: Specs, replacements: readonly Replacement[]): Specs {
  const result: Record<string, string> = { ...specs };
  for (const [name, from, to] of replacements) {
    const file = name === 'settings' ? 'settings.properties' : `${name}.bitesize`;
    const text = result[file] ?? '';
    if (!text.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}`);
    result[file] = text.replace(from, () => to);
  }
  return result;
}
