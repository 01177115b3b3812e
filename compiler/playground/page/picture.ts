import type { Place } from '../../language/place.ts';
import type { PlayPicture } from '../protocol.ts';
import { make } from './elements.ts';
import { loadHere, programUrl } from './packed-program.ts';
import type { DrawPicture } from './picture-worker.ts';

/** A picture that takes longer is given up. */
const LONGEST = 10_000;

let program: Promise<string> | undefined;

/** Returns the SVG of a picture, or undefined where it cannot be drawn. A worker draws it, which may be ended. */
async function draw(dot: string): Promise<string | undefined> {
  program ??= programUrl('picture-program');
  const url = await program;
  const drawHere = async () => {
    await loadHere(url);
    return (globalThis as unknown as { bitesizeDraw: DrawPicture }).bitesizeDraw(dot);
  };
  return new Promise((resolve) => {
    const inPage = () => drawHere().then(resolve, () => resolve(undefined));
    try {
      const worker = new Worker(url);
      const end = (svg: string | undefined) => {
        worker.terminate();
        resolve(svg);
      };
      const timer = setTimeout(() => end(undefined), LONGEST);
      worker.addEventListener('message', ({ data }: MessageEvent<string | undefined>) => {
        clearTimeout(timer);
        end(data);
      });
      worker.addEventListener('error', () => {
        clearTimeout(timer);
        void inPage();
      });
      worker.postMessage(dot);
    } catch {
      void inPage();
    }
  });
}

/** What Graphviz writes; nothing else comes onto the page. */
const ELEMENTS = new Set(['svg', 'g', 'title', 'path', 'polygon', 'polyline', 'ellipse', 'text', 'a']);
const ATTRIBUTES =
  /^(?:viewBox|class|transform|fill|stroke|stroke-width|stroke-dasharray|d|points|cx|cy|rx|ry|x|y|text-anchor|font-family|font-size)$/;

/** Shows the picture; a box leads to the place where it is written. */
export async function showPicture(
  panel: HTMLElement,
  { dot, nodes }: PlayPicture,
  goTo: (place: Place) => void,
): Promise<void> {
  if (nodes.length === 0) {
    panel.replaceChildren(make('p', {}, 'There is nothing to draw yet.'));
    return;
  }
  const svg = await draw(dot);
  const root =
    svg === undefined ? undefined : new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  if (root?.tagName !== 'svg') {
    panel.replaceChildren(make('p', {}, 'The picture cannot be drawn.'));
    return;
  }
  const picture = copied(root);
  picture.setAttribute('role', 'group');
  picture.setAttribute('aria-label', `The pipeline: ${nodes.length} boxes`);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const group of picture.querySelectorAll('g.node')) {
    const title = group.querySelector('title');
    const node = byId.get(title?.textContent ?? '');
    title?.remove();
    if (node?.place === undefined) continue;
    const { place, label } = node;
    group.setAttribute('role', 'button');
    group.setAttribute('tabindex', '0');
    group.setAttribute('aria-label', label);
    group.addEventListener('click', () => goTo(place));
    group.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      goTo(place);
    });
  }
  for (const title of picture.querySelectorAll('title')) title.remove();
  panel.replaceChildren(picture);
}

function copied(node: Element): Element {
  const copy = document.createElementNS(
    'http://www.w3.org/2000/svg',
    node.tagName === 'a' ? 'g' : node.tagName,
  );
  for (const { name, value } of node.attributes) if (ATTRIBUTES.test(name)) copy.setAttribute(name, value);
  for (const child of node.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    else if (child instanceof Element && ELEMENTS.has(child.tagName)) copy.append(copied(child));
  }
  return copy;
}
