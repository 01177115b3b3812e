import type { SourceFile } from '../text/span.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import { projectReader, type ReadingHost } from './project-reader.ts';

/** Returns the text of a file of a project, read like anything that a project names; empty for one that cannot be read. */
export function specText(host: ReadingHost, folder: string, name: string): string {
  const read = projectReader(host, folder).read(name);
  return read.kind === 'found' ? decodeUtf8(read.value).text : '';
}

/**
 * Returns a file of a project that is read when somebody asks for its text, as most findings of many projects are only counted.
 * `length` is that of its text when places in it were noted: should it have changed meanwhile, these places stay in it.
 */
export function unreadSource(host: ReadingHost, folder: string, name: string, length: number): SourceFile {
  let text: string | undefined;
  return {
    name,
    get text() {
      text ??= specText(host, folder, name).slice(0, length).padEnd(length);
      return text;
    },
  };
}
