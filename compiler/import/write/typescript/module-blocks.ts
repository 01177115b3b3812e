import type { SourceFile } from '../../../text/span.ts';
import { compareText } from '../../../util/compare-text.ts';

/** Some lines of a module, and what they need of others. */
export interface Block {
  readonly lines: readonly string[];
  readonly imports: Imports;
}

/** Names that are imported, by the modules that have them. */
export type Imports = Map<string, Set<string>>;

/** A module of more lines is parted. */
export const MOST_LINES = 400;

/** Returns families by the first words of their lists; small ones come together. */
export function partedFamilies<T extends { readonly stem: string; readonly block: Block }>(
  families: readonly T[],
): readonly { readonly module: string; readonly blocks: readonly T[] }[] {
  const byWord = new Map<string, T[]>();
  for (const family of families) {
    const word = (/[A-Za-z0-9]+/.exec(family.stem)?.[0] ?? 'jobs').toLowerCase();
    byWord.set(word, [...(byWord.get(word) ?? []), family]);
  }
  const size = (blocks: readonly T[]) => blocks.reduce((sum, { block }) => sum + block.lines.length, 0);
  const small = [...byWord].filter(([, blocks]) => size(blocks) < MOST_LINES / 4);
  const large = [...byWord].filter(([, blocks]) => size(blocks) >= MOST_LINES / 4);
  const rest = small.flatMap(([, blocks]) => blocks);
  const parts: { module: string; blocks: T[] }[] = [];
  for (const each of rest) {
    const last = parts.at(-1);
    if (last === undefined || size(last.blocks) + each.block.lines.length > MOST_LINES)
      parts.push({
        module: parts.length === 0 ? 'families' : `families-${parts.length + 1}`,
        blocks: [each],
      });
    else last.blocks.push(each);
  }
  return [...large.map(([word, blocks]) => ({ module: moduleName(word), blocks })), ...parts];
}

/** Modules that are called after what is in them, and what is imported from elsewhere. */
const TAKEN = new Set(['scripts', 'shared', 'others', 'families', 'jobs', 'tables', 'bitesize']);

function moduleName(word: string): string {
  return TAKEN.has(word) ? `${word}-jobs` : word;
}

/** Returns lines whose names no other module has. */
export function own(block: Block): Block {
  return { ...block, lines: block.lines.map((line) => line.replace(/^export /, '')) };
}

/** Returns lines of a family whose list another module spreads. */
export function exported(block: Block): Block {
  return {
    ...block,
    lines: block.lines.map((line) => (/^const \w+Jobs\d* = /.test(line) ? `export ${line}` : line)),
  };
}

/** Notes that a name of a module is imported. */
export function add(imports: Imports, module: string, name: string): void {
  imports.set(module, (imports.get(module) ?? new Set()).add(name));
}

/** Adds what others import. */
export function merge(imports: Imports, others: Imports): void {
  for (const [module, names] of others) for (const name of names) add(imports, module, name);
}

/** Returns a module of blocks, with what it imports of those that there are. */
export function moduleOf(
  name: string,
  blocks: readonly Block[],
  all: ReadonlyMap<string, unknown>,
): SourceFile {
  const imports: Imports = new Map();
  for (const block of blocks) merge(imports, block.imports);
  const head = [...imports]
    .filter(([module]) => module !== name && (module === 'bitesize' || all.has(module)))
    .sort(([a], [b]) => Number(a !== 'bitesize') - Number(b !== 'bitesize') || compareText(a, b))
    .flatMap(([module, names]) => importLines(module, [...names]));
  const body = blocks.flatMap((block) => ['', ...block.lines]);
  return {
    name: `${name}.ts`,
    text: `${[...head, ...(head.length === 0 ? body.slice(1) : body)].join('\n')}\n`,
  };
}

function importLines(module: string, names: readonly string[]): readonly string[] {
  const from = module === 'bitesize' ? "'bitesize'" : `'./${module}.ts'`;
  const bare = (name: string) => name.replace('type ', '').toLowerCase();
  const sorted = [...names].sort((a, b) => compareText(bare(a), bare(b)));
  const onlyTypes = sorted.every((name) => name.startsWith('type '));
  if (onlyTypes) {
    const types = `import type { ${sorted.map((name) => name.slice(5)).join(', ')} } from ${from};`;
    return types.length <= 100
      ? [types]
      : ['import type {', ...sorted.map((name) => `  ${name.slice(5)},`), `} from ${from};`];
  }
  const one = `import { ${sorted.join(', ')} } from ${from};`;
  return one.length <= 100 ? [one] : ['import {', ...sorted.map((name) => `  ${name},`), `} from ${from};`];
}
