import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { chunks } from '../../compiler/util/chunks.ts';
import { isElements } from './configure.ts';
import type { DslPiece, DslWriter } from './dsl-writer.ts';

/**
 * Elements in one block; longer configurations get several. The JVM allows 64 KB for the code of one method, and a call
 * that appends an element takes up to 100 bytes.
 */
const BLOCK_SIZE = 300;

/** An element below the root, and where it stands: an index for each element on the way to it. */
interface PlacedElement {
  readonly element: XmlElement;
  readonly path: readonly number[];
}

/** Writes `configure` blocks that put an element in the place of all that Job DSL made of an item, attributes too. */
export function configureWhole(root: XmlElement, dsl: DslWriter): void {
  const [first = [], ...others] = chunks([...below(root, [])], BLOCK_SIZE);
  dsl.closure(['configure { project ->'], () => {
    dsl.comment('The job is given whole: nothing of what Job DSL makes is kept.');
    dsl.statement('project.attributes().clear()');
    dsl.statement('project.children().clear()');
    for (const [name, value] of Object.entries(root.attributes ?? {}))
      dsl.statement('project.attributes().put(', [name], ', ', [value], ')');
    appendAll(first, dsl);
  });
  for (const some of others) dsl.closure(['configure { project ->'], () => appendAll(some, dsl));
}

function* below({ content }: XmlElement, path: readonly number[]): Generator<PlacedElement> {
  if (!isElements(content)) return;
  for (const [index, element] of content.entries()) {
    const place = [...path, index];
    yield { element, path: place };
    yield* below(element, place);
  }
}

/** Appends elements in the order of the document. One whose parent an earlier block made is found by its index. */
function appendAll(elements: readonly PlacedElement[], dsl: DslWriter): void {
  const known = new Map<string, string>([['', 'project']]);
  const nodeOf = (path: readonly number[]): string => {
    const key = path.join();
    const found = known.get(key);
    if (found !== undefined) return found;
    const name = `node${known.size}`;
    known.set(key, name);
    return name;
  };
  for (const { element, path } of elements) {
    const above = path.slice(0, -1);
    if (!known.has(above.join())) {
      const steps = above.map((index) => `.children()[${index}]`).join('');
      dsl.statement(`def ${nodeOf(above)} = project${steps}`);
    }
    const parent = nodeOf(above);
    const isParent = isElements(element.content) && element.content.length > 0;
    const write = () =>
      dsl.statement(
        `${isParent ? `def ${nodeOf(path)} = ` : ''}${parent}.appendNode(`,
        ...head(element),
        ')',
      );
    if (element.origin === undefined) write();
    else dsl.from(element.origin, write);
  }
}

/** Returns what `groovy.util.Node.appendNode` takes: the name, and attributes and a text where there are any. */
function head({ name, attributes = {}, content }: XmlElement): readonly DslPiece[] {
  const pairs = Object.entries(attributes).flatMap(([key, value], index): DslPiece[] => [
    index === 0 ? ', [' : ', ',
    [key],
    ': ',
    [value],
  ]);
  const text: DslPiece[] = isElements(content) || content === '' ? [] : [', ', [content]];
  return [[name], ...pairs, pairs.length === 0 ? '' : ']', ...text];
}
