import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import type { OwnScript } from '../../model/ir.ts';
import { spanOf } from '../../text/origin.ts';
import { TracedText } from '../../text/traced-text.ts';
import type { Lowered, RepositoryTexts } from '../lowered.ts';

/**
 * Returns the project's own Job DSL files, in the order of the settings. The seed job runs scripts in the order of
 * their names, so these start with `zz` and a number. They run in the sandbox like the generated ones.
 */
export function ownScripts({ settings }: Project, files: RepositoryTexts): Lowered<readonly OwnScript[]> {
  const diagnostics: Diagnostic[] = [];
  const digits = String(settings.job_dsl.length).length;
  const value = settings.job_dsl.flatMap(({ file, $ }, index): OwnScript[] => {
    const path = normalPath(file.value);
    const text = path === undefined ? undefined : files.get(path);
    if (path === undefined || text === undefined) {
      diagnostics.push(
        diagnose('job/missing-job-dsl', { file: file.value }, spanOf(file.origin), {
          help: 'give a path relative to the folder of the specs',
        }),
      );
      return [];
    }
    const number = String(index + 1).padStart(digits, '0');
    const lines = text.split('\n').length - 1;
    const marked = new TracedText(text, [{ first: 0, last: Math.max(0, lines - 1), origin: $.origin }]);
    return [{ name: `zz${number}_${identifier(path)}`, file: path, text: marked, origin: $.origin }];
  });
  return { value, diagnostics };
}

/** Returns a path without `.` parts, or undefined when it leads out of the folder of the specs. */
function normalPath(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return path.startsWith('/') || parts.includes('..') || parts.length === 0 ? undefined : parts.join('/');
}

function identifier(path: string): string {
  return path
    .replace(/^.*\//, '')
    .replace(/\.groovy$/, '')
    .replace(/[^A-Za-z0-9_]+/g, '_');
}
