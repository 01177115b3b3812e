import { MAX_FILE_BYTES } from '../source/limits.ts';
import type { CollectedJob, TakenJob } from './plan/collect-jobs.ts';
import { OutsideNames } from './plan/outside-names.ts';
import type { PlainObject } from './printers.ts';
import { YamlSpecs } from './write/yaml-specs.ts';

/**
 * Half of what a spec may have is enough for one: there is room to add to it, and compiling it takes some 150 MB. With
 * three eighths it takes no more folders of Jenkins, so that most folders stay together.
 */
const FULLEST = MAX_FILE_BYTES / 2;
const FULL = (MAX_FILE_BYTES / 8) * 3;

/** Jobs that one project holds. All that is kept of them is what their project needs. */
export class ImportPart {
  readonly jobs: CollectedJob[] = [];
  readonly names = new OutsideNames();
  readonly yaml = new YamlSpecs();
  /** What the jobs say, where TypeScript is made of it. */
  readonly specs: PlainObject[] = [];
  private readonly keepsSpecs: boolean;

  constructor(keepsSpecs: boolean) {
    this.keepsSpecs = keepsSpecs;
  }

  add({ job, spec, specs }: TakenJob): void {
    this.jobs.push(job);
    this.names.add(job.item, specs);
    this.yaml.add(job, spec);
    if (this.keepsSpecs) this.specs.push({ name: job.item.name, kind: job.item.kind, ...spec });
  }

  /** Returns whether a job belongs into the next project: this one is full, and what is in one folder stays together. */
  isFullFor({ item }: CollectedJob): boolean {
    const last = this.jobs.at(-1);
    if (last === undefined || this.yaml.bytes < FULL) return false;
    return this.yaml.bytes >= FULLEST || outermost(last.item.name) !== outermost(item.name);
  }
}

/** Returns the first part of a name: the folder of Jenkins that everything below it is in. */
function outermost(name: string): string {
  const end = name.indexOf('/');
  return end === -1 ? name : name.slice(0, end);
}
