import type { Ir } from '../../compiler/ir/ir.ts';
import type { Item } from '../../compiler/ir/items/item.ts';
import { joinTraced } from '../../compiler/print/join-traced.ts';
import { fromPolicy } from '../../compiler/text/origin.ts';
import { TracedText } from '../../compiler/text/traced-text.ts';
import { chunks } from '../../compiler/util/chunks.ts';
import type { Artifact, Emitter } from '../emitter.ts';
import { families } from './families.ts';
import { itemText, scriptHeader } from './item-text.ts';
import { SCRIPT_SIZE } from './limits.ts';

/**
 * Job DSL scripts for the seed job: one file per family, flat calls with literals only. They use methods that the
 * newest engine has without a live Jenkins (no dynamic DSL), and run in the Job DSL sandbox.
 */
export const jobDsl: Emitter<'items' | 'ownScripts'> = {
  name: 'job-dsl',
  description: 'Job DSL scripts that make the jobs, folders and views',
  needs: ['items', 'ownScripts'],
  emit: ({ items, ownScripts }) => [
    ...families.flatMap(({ family, file, title }) =>
      scripts(
        file,
        title,
        items.filter((item) => item.family === family),
      ),
    ),
    ...ownScripts.map(({ name, text, origin }) => ({
      path: `jenkins/job-dsl/${name}.groovy`,
      content: text,
      origin,
    })),
  ],
};

const scriptOrigin = fromPolicy('the items of one family stand in one script');

/** Returns the names of the files in `jenkins/job-dsl/`. */
export function jobDslNames({ items, ownScripts }: Pick<Ir, 'items' | 'ownScripts'>): readonly string[] {
  const ofFamilies = families.flatMap(({ family, file }) =>
    fileNames(file, Math.ceil(items.filter((item) => item.family === family).length / SCRIPT_SIZE)),
  );
  return [...ofFamilies, ...ownScripts.map(({ name }) => `${name}.groovy`)];
}

/** Returns the names of the scripts of a family; numbers are padded, so that the seed job keeps their order. */
function fileNames(file: string, count: number): readonly string[] {
  const digits = String(count).length;
  return Array.from({ length: count }, (_, index) => {
    const number = index === 0 ? '' : `_${String(index + 1).padStart(digits, '0')}`;
    return `${file}${number}.groovy`;
  });
}

function scripts(file: string, title: string, items: readonly Item[]): Artifact[] {
  const parts = chunks(items, SCRIPT_SIZE);
  const names = fileNames(file, parts.length);
  return parts.map((part, index) => ({
    path: `jenkins/job-dsl/${names[index]}`,
    content: script(title, part),
    origin: scriptOrigin,
  }));
}

function script(title: string, items: readonly Item[]): TracedText {
  const blank = new TracedText('\n');
  return joinTraced([scriptHeader(title), ...items.flatMap((item) => [blank, itemText(item)])]);
}
