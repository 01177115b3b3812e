import type ts from 'typescript';
import type { CallSite, LiteralSite, PlaceId, Sites } from './sites.ts';
import { UNKNOWN } from './sites.ts';

/** A piece of a file: index of the file, start and end. */
export type PlaceRow = readonly [file: number, start: number, end: number];

/** Collects the tables while code is instrumented. */
export class Tables {
  /** Names of the files of the program, as places count them. */
  readonly files: string[] = [];
  readonly places: PlaceRow[] = [];
  readonly literals: LiteralSite[] = [];
  private readonly calls: CallSite[] = [];
  private readonly callIds = new Map<ts.Node, number>();
  private readonly functionIds = new Map<ts.Node, number>();
  private readonly placeIds = new Map<string, PlaceId>();
  private readonly fileIds = new Map<string, number>();

  get sites(): Sites {
    return { literals: this.literals, calls: this.calls };
  }

  /** Returns the number of the place of a node. */
  place(node: ts.Node): PlaceId {
    const source = node.getSourceFile();
    const file = this.file(source.fileName);
    const row: PlaceRow = [file, node.getStart(source), node.end];
    const key = row.join(' ');
    const known = this.placeIds.get(key);
    if (known !== undefined) return known;
    this.placeIds.set(key, this.places.length);
    return this.places.push(row) - 1;
  }

  /** Returns the number of a call; its site is filled in when the call is instrumented. */
  call(node: ts.Node): number {
    const known = this.callIds.get(node);
    if (known !== undefined) return known;
    const site = { place: this.place(node), enclosing: UNKNOWN, function: UNKNOWN, arguments: [] };
    const id = this.calls.push(site) - 1;
    this.callIds.set(node, id);
    return id;
  }

  /** Fills in the site of a call. */
  describeCall(id: number, site: CallSite): void {
    this.calls[id] = site;
  }

  /** Adds a literal and returns its number. */
  literal(site: LiteralSite): number {
    return this.literals.push(site) - 1;
  }

  /** Returns the number of a function. */
  function(node: ts.Node): number {
    const known = this.functionIds.get(node) ?? this.functionIds.size;
    this.functionIds.set(node, known);
    return known;
  }

  private file(name: string): number {
    const known = this.fileIds.get(name);
    if (known !== undefined) return known;
    this.fileIds.set(name, this.files.length);
    return this.files.push(name) - 1;
  }
}
