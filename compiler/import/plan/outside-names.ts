import type { Specs } from '../../check/check-spec.ts';
import { specReferences } from '../../check/references.ts';
import { isViewKind } from '../../link/own-jobs/link-jobs.ts';
import { compareText } from '../../util/compare-text.ts';
import { labelsOfExpression } from '../../util/label-expression.ts';
import { withoutSlashes } from '../../util/without-slashes.ts';
import type { PlainObject } from '../printers.ts';

/** What jobs name, gathered job by job. */
export class OutsideNames {
  private readonly credentials = new Set<string>();
  private readonly labels = new Set<string>();
  private readonly jobs = new Map<
    string,
    { readonly from: string; readonly isView: boolean; readonly name: string }
  >();

  /** Adds what a job names; `specs` holds this job alone. */
  add(job: { readonly name: string; readonly kind: string }, specs: Specs): void {
    const isView = isViewKind(job.kind);
    for (const { refers, name } of specReferences(specs)) {
      const text = name.value.trim();
      // A variable is filled in when the job runs.
      if (text === '' || text.includes('$')) continue;
      if (refers === 'credentials') this.credentials.add(text);
      else if (refers === 'label')
        for (const label of labelsOfExpression(text) ?? [text]) this.labels.add(label);
      else if (refers === 'job' || refers === 'upstream-job' || refers === 'downstream-job') {
        if (text.startsWith('/') || (text.includes('*') && !isView)) continue;
        const from = parentOf(job.name);
        this.jobs.set(`${isView} ${from} ${text}`, { from, isView, name: text });
      }
    }
  }

  /** Adds what other jobs name. */
  addAll({ credentials, labels, jobs }: OutsideNames): void {
    for (const name of credentials) this.credentials.add(name);
    for (const name of labels) this.labels.add(name);
    for (const [key, job] of jobs) this.jobs.set(key, job);
  }

  /** Returns the names that none of the jobs has, sorted, as `external` of jobs.bitesize holds them. */
  external(names: Iterable<string>): PlainObject {
    const own = new Set([...names].map((name) => name.toLowerCase()));
    const jobs = [...this.jobs.values()].filter(({ from, isView, name }) => {
      const inFolder = from === '' ? undefined : joined(from, name);
      const found = [withoutSlashes(name), inFolder].filter(
        (candidate) => candidate !== undefined && own.has(candidate.toLowerCase()),
      );
      // A view shows what is in its own folder.
      return isView && from !== ''
        ? !found.some((candidate) => candidate?.startsWith(`${from}/`))
        : found.length === 0;
    });
    const lists = {
      credentials: sorted(this.credentials),
      labels: sorted(this.labels),
      jobs: sorted(new Set(jobs.map(({ name }) => name))),
    };
    return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  }
}

function sorted(names: ReadonlySet<string>): readonly string[] {
  return [...names].sort(compareText);
}

function parentOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

/** Returns the path that a relative name leads to from a folder; undefined where it leads out of all folders. */
function joined(folder: string, text: string): string | undefined {
  const parts = folder.split('/');
  for (const part of text.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
