import type { Host } from '../../host/host.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import { compareText } from '../../util/compare-text.ts';
import type { Work } from '../project/project-task.ts';

/** Changes when a result has another form. */
const FORMAT = 2;

/**
 * Returns what a result is kept under: a hash of everything that it depends on, which is the build of bitesize, the
 * options, and name and content of every file that was read. Neither the place of the project nor a time is in it, so
 * that machines can share results.
 */
export function resultKey(host: Host, work: Work, build: string, { names, contents }: ProjectFiles): string {
  const inputs = [...contents]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, bytes]) => [name, host.sha256(bytes)]);
  const { unknownFields, allowPlainSecrets, mostFindings } = work.options;
  const emit = work.kind === 'compile' ? (work.emit ?? 'all') : 'none';
  const parts = [
    FORMAT,
    build,
    work.kind,
    unknownFields,
    allowPlainSecrets,
    mostFindings,
    emit,
    names,
    inputs,
  ];
  return host.sha256(JSON.stringify(parts));
}
