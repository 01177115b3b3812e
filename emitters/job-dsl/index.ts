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

/** Returns the scripts of a family; numbers are padded, so that the seed job keeps their order. */
function scripts(file: string, title: string, items: readonly Item[]): Artifact[] {
  const parts = chunks(items, SCRIPT_SIZE);
  const digits = String(parts.length).length;
  return parts.map((part, index) => {
    const number = index === 0 ? '' : `_${String(index + 1).padStart(digits, '0')}`;
    return {
      path: `jenkins/job-dsl/${file}${number}.groovy`,
      content: script(title, part),
      origin: scriptOrigin,
    };
  });
}

function script(title: string, items: readonly Item[]): TracedText {
  const blank = new TracedText('\n');
  return joinTraced([scriptHeader(title), ...items.flatMap((item) => [blank, itemText(item)])]);
}
