import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { controlCharacter } from '../source/control-character.ts';
import type { Node, ScalarNode } from '../source/node.ts';
import type { EvaluatedSource } from '../source/parse-source.ts';
import type { SourceFile, Span } from '../text/span.ts';
import type { Evaluated } from './evaluated.ts';
import type { ValueOrigin } from './sandbox/origin.ts';
import type { Written, WrittenNode } from './sandbox/written.ts';

/**
 * Returns the sources of evaluated specs with their located trees, as if they had been parsed from YAML; spans lead into
 * the TypeScript files. `files` are all files by path below the root, `pathOf` gives the path of a spec.
 */
export function buildSources(
  { files: paths, places, specs }: Evaluated,
  files: ReadonlyMap<string, SourceFile>,
  pathOf: (name: string) => string,
): readonly EvaluatedSource[] {
  const placeSpan = (place: number): Span => {
    const [index = -1, start = 0, end = 0] = places[place] ?? [];
    const file = files.get(paths[index] ?? '');
    if (file === undefined) throw new Error(`the result of a spec has no place ${place}`);
    return { file, start, end };
  };
  return specs.flatMap(({ name, value }) => {
    const file = files.get(pathOf(name));
    if (file === undefined) return [];
    const builder = new TreeBuilder(value, placeSpan);
    const root = builder.node(value.root);
    return [withValue(file, { root, diagnostics: builder.diagnostics })];
  });
}

/**
 * The value joins its own file, so that spans and findings name one and the same object. It is hidden from what copies
 * or prints objects: a file whose value leads to the file has no end.
 */
function withValue(file: SourceFile, value: EvaluatedSource['value']): EvaluatedSource {
  return Object.defineProperty(file, 'value', { value }) as EvaluatedSource;
}

class TreeBuilder {
  readonly diagnostics: Diagnostic[] = [];
  private readonly spans: readonly Span[];

  constructor({ origins }: Written, placeSpan: (place: number) => Span) {
    this.spans = origins.map((origin) => spanOf(origin, placeSpan));
  }

  node(written: WrittenNode): Node {
    const [kind, origin] = written;
    const span = this.span(origin);
    switch (kind) {
      case 's':
        return this.text(written[2], span);
      case 'n':
      case 'b':
        return { kind: 'scalar', text: written[2], style: 'plain', span };
      case 'z':
        return { kind: 'scalar', text: '', style: 'plain', span };
      case 'l':
        return { kind: 'sequence', items: written[2].map((item) => this.node(item)), span };
      case 'm': {
        const entries = written[2].map(([key, keyOrigin, value]) => ({
          key: this.text(key, this.span(keyOrigin)),
          value: this.node(value),
        }));
        return { kind: 'mapping', entries, span };
      }
    }
  }

  private text(text: string, span: Span): ScalarNode {
    const character = controlCharacter(text);
    if (character !== undefined)
      this.diagnostics.push(diagnose('source/control-character', { character }, span));
    return { kind: 'scalar', text, style: 'quoted', span };
  }

  private span(origin: number): Span {
    const span = this.spans[origin];
    if (span === undefined) throw new Error(`the result of a spec has no origin ${origin}`);
    return span;
  }
}

function spanOf({ place, steps }: ValueOrigin, placeSpan: (place: number) => Span): Span {
  const span = placeSpan(place);
  if (steps.length === 0) return span;
  return { ...span, via: steps.map(([kind, at]) => ({ kind, span: placeSpan(at) })) };
}
