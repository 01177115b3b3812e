import { treeOf } from '../../../compiler/language/file-tree.ts';
import type { Place } from '../../../compiler/language/place.ts';
import type { SpecField } from '../../../compiler/language/spec-tree.ts';
import { type ProjectView, viewProject } from '../../../compiler/language/workspace.ts';
import type { SourceFile } from '../../../compiler/text/span.ts';
import { measuredProjects } from '../why/causes/projects.ts';

/** A project of the examples as an editor has it. */
export interface ExampleView {
  readonly name: string;
  readonly view: ProjectView;
}

/** Returns the examples whose specs are YAML. */
export function exampleViews(): readonly ExampleView[] {
  return measuredProjects()
    .filter(({ name }) => name.startsWith('examples/'))
    .map(({ name, sources, files }) => ({ name, view: viewProject(sources, { files }) }));
}

/** A field that has a key in a file, with its schema's description. */
export interface KeyPlace {
  readonly file: SourceFile;
  readonly field: SpecField;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the keys of all fields of a project; a bare name of a thing is none. */
export function keysOf({ sources }: ProjectView): readonly KeyPlace[] {
  return sources.flatMap((file) =>
    (treeOf(file)?.fields ?? []).flatMap((field): readonly KeyPlace[] => {
      const { key, value } = field;
      if (key === undefined || key === value || field.field.node.description === undefined) return [];
      return [{ file, field, key: key.text, start: key.span.start, end: key.span.end }];
    }),
  );
}

/** A cursor in a project of one or more files: `¦` in a text is where it stands. */
export function cursorIn(files: Readonly<Record<string, string>>): {
  readonly view: ProjectView;
  readonly file: string;
  readonly offset: number;
} {
  const [file = '', marked = ''] = Object.entries(files).find(([, text]) => text.includes('¦')) ?? [];
  const offset = marked.indexOf('¦');
  const sources = Object.entries(files).map(([name, text]) => ({ name, text: text.replace('¦', '') }));
  return { view: viewProject(sources), file, offset };
}

/** Returns the texts of places. */
export function textsAt({ sources }: ProjectView, places: readonly Place[]): readonly string[] {
  return places.map(({ file, start, end }) => {
    const source = sources.find(({ name }) => name === file);
    const line = source?.text.slice(0, start).split('\n').length;
    return `${file}:${line} ${source?.text.slice(start, end)}`;
  });
}
