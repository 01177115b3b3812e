import type { ProjectFiles } from '../../read/read-project.ts';
import type { SourceFile } from '../../text/span.ts';

/** Returns what gives the file of a name: a source of the project, or another file that was read for it. */
export function filesOf({ sources, contents }: ProjectFiles): (name: string) => SourceFile {
  const files = new Map(sources.map((source) => [source.name, source]));
  return (name) => {
    const known = files.get(name);
    if (known !== undefined) return known;
    const file = { name, text: new TextDecoder().decode(contents.get(name)) };
    files.set(name, file);
    return file;
  };
}
