import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instance } from '@viz-js/viz';
import { printSvg } from '../../compiler/graph/print-dot.ts';
import { projectGraph } from '../../compiler/graph/project-graph.ts';
import { analyse } from '../../compiler/pipeline.ts';

const examples = join(import.meta.dirname, '../../examples');

const stages = `digraph {
  rankdir=LR; bgcolor=transparent; node [shape=box style=rounded fontname="sans-serif" fontsize=12];
  specs -> parse -> check -> link -> lower -> emit -> output;
  specs [shape=note style=solid]; output [shape=folder style=solid];
}`;

/** Returns the pictures of the site as SVG, by what they show: the stages, and the pipeline of each example. */
export async function drawPictures(): Promise<ReadonlyMap<string, string>> {
  const viz = await instance();
  const pictures = new Map([['The stages of the compiler', viz.renderString(stages, { format: 'svg' })]]);
  for (const name of readdirSync(examples).sort()) {
    const files = readdirSync(join(examples, name)).filter((file) => file.endsWith('.bitesize'));
    if (files.length === 0) continue;
    const sources = files
      .sort()
      .map((file) => ({ name: file, text: readFileSync(join(examples, name, file), 'utf8') }));
    pictures.set(
      `The pipeline of the example ${name}`,
      await printSvg(projectGraph(analyse(sources).project)),
    );
  }
  return new Map([...pictures].map(([title, svg]) => [title, inlined(svg, title)]));
}

/** The element alone, with a name for those who do not see it, and without ids, which would be on the page twice. */
function inlined(svg: string, title: string): string {
  return svg
    .slice(svg.indexOf('<svg'))
    .replaceAll(/ id="[^"]*"/g, '')
    .replaceAll(/<!--[\s\S]*?-->\n?/g, '')
    .replace('<svg', `<svg role="img" aria-label="${title}"`);
}
