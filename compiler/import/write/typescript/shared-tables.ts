import { constantLines } from '../../../specs-as-code/convert/print-typescript.ts';
import type { TsValue } from '../../../specs-as-code/convert/ts-value.ts';
import type { Block } from './module-blocks.ts';
import type { ProjectNames } from './project-names.ts';

/** The module of tables from which several families are made. */
export const TABLES = 'tables';

/** Tables that stand in several places are written once. They are counted in a first round, and named in a second. */
export class Tables {
  readonly blocks: Block[] = [];
  isCounted = false;
  private readonly names: ProjectNames;
  private readonly counts = new Map<string, number>();
  private readonly known = new Map<string, string>();

  constructor(names: ProjectNames) {
    this.names = names;
  }

  /** Returns the name of a table that stands in several places. */
  nameOf(rows: TsValue, type: string | undefined, hint: string): string | undefined {
    const key = `${type?.replace(/\b\w+\??: /g, '')} ${JSON.stringify(rows)}`;
    if (!this.isCounted) {
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      return undefined;
    }
    if ((this.counts.get(key) ?? 0) < 2) return undefined;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const name = this.names.claim(hint);
    this.known.set(key, name);
    const value = constantLines({
      name,
      value: rows,
      isExported: true,
      ...(type === undefined ? {} : { type }),
    });
    this.blocks.push({ lines: value, imports: new Map() });
    return name;
  }
}
