import {
  type AliasEvent,
  COLLECTION_STYLE,
  EVENT_ALIAS,
  EVENT_MAPPING,
  EVENT_POP,
  EVENT_SCALAR,
  EVENT_SEQUENCE,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE_FOLDED_BLOCK,
  SCALAR_STYLE_LITERAL_BLOCK,
  SCALAR_STYLE_PLAIN,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { once } from '../util/once.ts';
import { suggestion } from '../util/suggestion.ts';
import { collectEntries, type RawEntry } from './collect-entries.ts';
import { controlCharacter } from './control-character.ts';
import { emptyEntry, emptyValue, nextDash } from './empty-value.ts';
import { MAX_DEPTH, MAX_REPEATED_NODES, MAX_REPEATED_TEXT, MAX_TEXT } from './limits.ts';
import { unmarkedEntries } from './missing-dashes.ts';
import type { Node, ScalarNode } from './node.ts';

/** Tags that only repeat what the schema decides anyway; every other tag is refused. */
const HARMLESS_TAGS = /^!!?(str|int|float|bool|null|seq|map|merge)?$/;

/** What may stand between the last value of a flow collection and its end, and the end. */
const FLOW_END = /(?:[\s,:?]|#[^\n]*\n)*[\]}]/y;

interface Anchor {
  readonly node: Node;
  readonly size: number;
  readonly letters: number;
}

/** How many values there were at a place, and how many letters were in them, what aliases repeat included. */
interface Size {
  readonly nodes: number;
  readonly letters: number;
}

/** Returns the located tree that the events of one document describe; aliases and merge keys are applied. */
export function buildTree(
  file: SourceFile,
  events: readonly Event[],
): { root: Node | undefined; diagnostics: readonly Diagnostic[] } {
  const builder = new TreeBuilder(file, events);
  const root = builder.build();
  return { root, diagnostics: builder.diagnostics };
}

/** What nobody would call an anchor is text, such as a glob or a host. */
function aliasHelp(name: string, anchors: ReadonlyMap<string, unknown>): string {
  const near = suggestion(name, anchors.keys());
  if (near !== undefined) return `did you mean \`*${near}\`?`;
  return /^[\w-]+$/.test(name) && anchors.size > 0
    ? `mark a value before it with \`&${name}\`, or quote it if it is text`
    : 'quote the value if it is text that starts with `*`';
}

function isDuplicate({ code }: Diagnostic): boolean {
  return code === 'source/duplicate-key';
}

/** Returns the span from the first key to the end of the last value. */
function spanOfEntries(entries: readonly RawEntry[]): Span | undefined {
  const [first] = entries;
  const last = entries.at(-1);
  return first && last && { ...first.key.span, end: Math.max(last.key.span.end, last.value.span.end) };
}

/** Walks the events once; holds the cursor, the anchors seen so far and the count of values. */
class TreeBuilder {
  readonly diagnostics: Diagnostic[] = [];
  private readonly file: SourceFile;
  private readonly events: readonly Event[];
  private next = 1; // the first event opens the document
  private nodes = 0;
  private letters = 0;
  private repeated = 0;
  private repeatedLetters = 0;
  private end = 0;
  private readonly anchors = new Map<string, Anchor>();
  private readonly open = new Set<string>();
  private overflow = false;
  /** Up to here, dashes were looked for. */
  private searched = 0;
  /** Entries of the list that is read, behind the last one, which lack their `-`. */
  private unmarked: readonly Node[] = [];
  /** The names of all aliases of the file. */
  private readonly repeatedAnchors = once(
    () =>
      new Set(this.events.flatMap((event) => (event.type === EVENT_ALIAS ? [this.aliasName(event)] : []))),
  );

  constructor(file: SourceFile, events: readonly Event[]) {
    this.file = file;
    this.events = events;
  }

  build(): Node | undefined {
    return this.node(0);
  }

  private node(depth: number, isItem = false): Node | undefined {
    const event = this.events[this.next++];
    if (event === undefined || event.type === EVENT_POP) return undefined;
    const before: Size = { nodes: this.nodes++, letters: this.letters };
    switch (event.type) {
      case EVENT_SCALAR:
        return this.anchored(event, before, this.scalar(event));
      case EVENT_ALIAS:
        return this.alias(event);
      case EVENT_SEQUENCE:
      case EVENT_MAPPING: {
        const isTagged = this.checkTag(event.tagStart, event.tagEnd);
        if (depth >= MAX_DEPTH) return this.tooDeep(event.start);
        const name = this.anchorName(event);
        if (name !== undefined) this.open.add(name);
        const node =
          event.type === EVENT_SEQUENCE ? this.sequence(event, depth) : this.mapping(event, depth, isItem);
        if (name !== undefined) this.open.delete(name);
        return this.anchored(event, before, isTagged ? { ...node, reported: true } : node);
      }
      default:
        return undefined;
    }
  }

  private sequence(event: SequenceEvent, depth: number): Node {
    const items: Node[] = [];
    while (!this.closes()) {
      const from = Math.max(this.end, event.start, this.searched);
      const item = this.node(depth + 1, true);
      if (item !== undefined)
        items.push(event.style === COLLECTION_STYLE.FLOW ? item : this.entry(item, from));
      if (this.unmarked.length === 0) continue;
      for (const unmarked of this.unmarked) items.push(unmarked);
      this.unmarked = [];
    }
    return { kind: 'sequence', items, span: this.spanOf(event) };
  }

  /** Returns an entry of a list in lines of its own; one without a value stands at its dash. */
  private entry(item: Node, from: number): Node {
    if (item.kind !== 'scalar' || item.text !== '' || item.style !== 'plain') return item;
    const { file } = this;
    const { at, isDash } = nextDash(file.text, from);
    this.searched = at;
    if (!isDash) return item;
    this.searched++;
    const found = emptyEntry(item, file, at, (anchor) => this.repeatedAnchors().has(anchor));
    if (found === undefined) return item;
    this.diagnostics.push(found);
    return { ...item, reported: true };
  }

  private mapping(event: MappingEvent, depth: number, isItem: boolean): Node {
    const entries: RawEntry[] = [];
    while (!this.closes()) {
      const key = this.node(depth + 1);
      const value = this.node(depth + 1);
      if (key !== undefined && value !== undefined) entries.push({ key, value });
    }
    for (const entry of entries) {
      const found = emptyValue(entry, (anchor) => this.repeatedAnchors().has(anchor));
      if (found !== undefined) this.diagnostics.push(found);
    }
    const span = this.spanOf(event);
    const collected = collectEntries(entries);
    const unmarked = isItem && collected.diagnostics.some(isDuplicate) ? unmarkedEntries(entries) : undefined;
    if (unmarked === undefined) return this.collected(collected, span);
    for (const found of unmarked.diagnostics) this.diagnostics.push(found);
    const [first, ...others] = unmarked.entries.map((each) =>
      this.collected(collectEntries(each), spanOfEntries(each) ?? span),
    );
    this.unmarked = others;
    return first ?? this.collected(collected, span);
  }

  private collected({ entries, diagnostics }: ReturnType<typeof collectEntries>, span: Span): Node {
    for (const found of diagnostics) this.diagnostics.push(found);
    const node: Node = { kind: 'mapping', entries, span };
    const isOdd = diagnostics.some(({ code }) => code === 'source/complex-key');
    return isOdd ? { ...node, reported: true } : node;
  }

  private closes(): boolean {
    const event = this.events[this.next];
    if (event !== undefined && event.type !== EVENT_POP) return false;
    this.next++;
    return true;
  }

  private scalar(event: ScalarEvent): ScalarNode {
    const isTagged = this.checkTag(event.tagStart, event.tagEnd);
    const style =
      event.style === SCALAR_STYLE_PLAIN
        ? 'plain'
        : event.style === SCALAR_STYLE_LITERAL_BLOCK || event.style === SCALAR_STYLE_FOLDED_BLOCK
          ? 'block'
          : 'quoted';
    const empty = event.valueStart < 0 || event.valueEnd < event.valueStart;
    const quote = style === 'quoted' ? 1 : 0;
    const start = empty ? this.end : event.valueStart - quote;
    let end = empty ? this.end : event.valueEnd + quote;
    if (style === 'block') end = start + this.file.text.slice(start, end).trimEnd().length;
    const text = empty ? '' : getScalarValue(this.file.text, event);
    this.letters += text.length;
    this.end = Math.max(this.end, end);
    const span = { file: this.file, start, end };
    if (text.length > MAX_TEXT) return this.tooLong(text, style, span);
    const character = controlCharacter(text);
    if (character !== undefined)
      this.diagnostics.push(diagnose('source/control-character', { character }, span, { help: 'remove it' }));
    const node: ScalarNode = { kind: 'scalar', text, style, span };
    return isTagged || character !== undefined ? { ...node, reported: true } : node;
  }

  /** A finding points at its start: the text itself is not for people. */
  private tooLong(text: string, style: ScalarNode['style'], span: Span): ScalarNode {
    const parameters = { length: text.length, limit: MAX_TEXT };
    const start = { ...span, end: span.start + 1 };
    const help = 'shorten it, or put it into a file of its own that the spec names';
    this.diagnostics.push(diagnose('source/long-text', parameters, start, { help }));
    return { kind: 'scalar', text: '', style, span: start, reported: true };
  }

  private aliasName({ anchorStart, anchorEnd }: AliasEvent): string {
    return this.file.text.slice(anchorStart, anchorEnd);
  }

  private alias(event: AliasEvent): Node | undefined {
    const name = this.aliasName(event);
    const { anchorStart, anchorEnd: end } = event;
    // The name begins behind the `*`; one that begins with another `*` is mostly a glob.
    const span = { file: this.file, start: anchorStart - 1, end };
    this.end = Math.max(this.end, end);
    const nothing: ScalarNode = { kind: 'scalar', text: '', style: 'plain', span, reported: true };
    if (this.open.has(name)) {
      this.diagnostics.push(diagnose('source/recursive-alias', { name }, span));
      return nothing;
    }
    const anchor = this.anchors.get(name);
    if (anchor === undefined) {
      this.diagnostics.push(
        diagnose('source/unknown-alias', { name }, span, { help: aliasHelp(name, this.anchors) }),
      );
      return nothing;
    }
    this.nodes += anchor.size;
    this.repeated += anchor.size;
    this.letters += anchor.letters;
    this.repeatedLetters += anchor.letters;
    const tooMany =
      this.repeated > MAX_REPEATED_NODES
        ? ({ what: 'values', limit: MAX_REPEATED_NODES } as const)
        : this.repeatedLetters > MAX_REPEATED_TEXT
          ? ({ what: 'characters', limit: MAX_REPEATED_TEXT } as const)
          : undefined;
    if (tooMany === undefined) return { ...anchor.node, alias: span };
    if (!this.overflow) this.diagnostics.push(diagnose('source/too-many-nodes', tooMany, span));
    this.overflow = true;
    return nothing;
  }

  private anchored(
    event: { readonly anchorStart: number; readonly anchorEnd: number },
    before: Size,
    node: Node,
  ): Node {
    const name = this.anchorName(event);
    if (name !== undefined) {
      const { nodes, letters } = before;
      this.anchors.set(name, { node, size: this.nodes - nodes, letters: this.letters - letters });
    }
    return node;
  }

  private anchorName(event: {
    readonly anchorStart: number;
    readonly anchorEnd: number;
  }): string | undefined {
    if (event.anchorStart < 0) return undefined;
    return this.file.text.slice(event.anchorStart, event.anchorEnd);
  }

  /** Returns whether a value has a tag that is not allowed. */
  private checkTag(start: number, end: number): boolean {
    if (start < 0) return false;
    const tag = this.file.text.slice(start, end);
    if (HARMLESS_TAGS.test(tag)) return false;
    this.diagnostics.push(
      diagnose(
        'source/unknown-tag',
        { tag },
        { file: this.file, start, end },
        {
          help: 'quote the value if it is text that starts with `!`, else remove the tag',
        },
      ),
    );
    return true;
  }

  /** What is too deep is left out, and what holds it knows that something was there. */
  private tooDeep(start: number): ScalarNode {
    const span = { file: this.file, start, end: start + 1 };
    this.diagnostics.push(diagnose('source/too-deep', { limit: MAX_DEPTH }, span));
    for (let level = 1; level > 0 && this.next < this.events.length; this.next++) {
      const type = this.events[this.next]?.type;
      if (type === EVENT_POP) level--;
      else if (type === EVENT_MAPPING || type === EVENT_SEQUENCE) level++;
    }
    return { kind: 'scalar', text: '', style: 'plain', span, reported: true };
  }

  /** A flow collection ends with its bracket; the events do not say where that is. */
  private spanOf({ start, style }: SequenceEvent | MappingEvent): Span {
    let end = Math.max(start, this.end);
    if (style === COLLECTION_STYLE.FLOW && /[[{]/.test(this.file.text[start] ?? '')) {
      FLOW_END.lastIndex = Math.max(start + 1, this.end);
      if (FLOW_END.test(this.file.text)) end = FLOW_END.lastIndex;
      FLOW_END.lastIndex = 0;
      this.end = Math.max(this.end, end);
    }
    return { file: this.file, start, end };
  }
}
