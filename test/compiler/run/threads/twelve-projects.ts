import type { Work } from '../../../../compiler/run/project/project-task.ts';
import { called, inFolder } from '../../cli/run.ts';

/** Twelve projects, enough for more than one thread. */
export const names = Array.from({ length: 12 }, (_, index) => `p${index + 10}`);

export const tasks = names.map((name) => ({ folder: name, out: `out/${name}` }));

/** Their files by path. */
export const files: Readonly<Record<string, string>> = Object.assign(
  {},
  ...names.map((name) => inFolder(`/project/${name}`, called(name))),
);

/** What is done with them, without a cache. */
export const work: Work = {
  kind: 'compile',
  compareOnly: false,
  emit: ['plugins-txt'],
  tellsInputs: false,
  options: { unknownFields: 'error', allowPlainSecrets: false, findPlaceholders: false, mostFindings: 0 },
};
