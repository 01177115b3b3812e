import type { ValueOrigin } from './origin.ts';
import { keyOrigin, memberOrigin, originOf } from './registry.ts';
import type { Written, WrittenNode } from './written.ts';

/** The deepest nesting, the most values and the longest text that a result may have. */
export interface ResultLimits {
  readonly depth: number;
  readonly nodes: number;
  readonly characters: number;
}

/** A value that cannot be written: it is no plain data, or there is too much of it. */
export interface NotPlain {
  readonly path: string;
  readonly what: string;
  readonly origin: ValueOrigin;
}

/** Is thrown to leave the recursion; never leaves this file. */
class Refused {
  readonly reason: NotPlain;

  constructor(reason: NotPlain) {
    this.reason = reason;
  }
}

/** Returns a value as a tree with an origin at every node, or what in it is no plain data. */
export function writeResult(value: unknown, origin: ValueOrigin, limits: ResultLimits): Written | NotPlain {
  const writer = new ResultWriter(limits);
  try {
    return { root: writer.node(value, origin, ''), origins: writer.origins };
  } catch (error) {
    if (error instanceof Refused) return error.reason;
    throw error;
  }
}

class ResultWriter {
  readonly origins: ValueOrigin[] = [];
  private readonly known = new Map<string, number>();
  private readonly open = new Set<object>();
  private readonly limits: ResultLimits;
  private nodes = 0;
  private characters = 0;

  constructor(limits: ResultLimits) {
    this.limits = limits;
  }

  node(value: unknown, origin: ValueOrigin, path: string): WrittenNode {
    if (++this.nodes > this.limits.nodes) refuse(path, `more than ${this.limits.nodes} values`, origin);
    switch (typeof value) {
      case 'string':
        return ['s', this.index(origin), this.text(value, origin, path)];
      case 'number':
        if (!Number.isFinite(value)) refuse(path, `the number ${value}`, origin);
        return ['n', this.index(origin), String(value)];
      case 'boolean':
        return ['b', this.index(origin), String(value)];
      case 'object':
        return value === null ? ['z', this.index(origin), ''] : this.object(value, origin, path);
      case 'undefined':
        return refuse(path, 'undefined', origin);
      default:
        return refuse(path, `a ${typeof value}`, origin);
    }
  }

  private object(value: object, outer: ValueOrigin, path: string): WrittenNode {
    const origin = originOf(value) ?? outer;
    if (this.open.has(value)) refuse(path, 'an object that contains itself', origin);
    if (this.open.size >= this.limits.depth)
      refuse(path, `nested deeper than ${this.limits.depth} levels`, origin);
    this.open.add(value);
    const result = Array.isArray(value) ? this.list(value, origin, path) : this.mapping(value, origin, path);
    this.open.delete(value);
    return result;
  }

  private list(value: readonly unknown[], origin: ValueOrigin, path: string): WrittenNode {
    if (Reflect.getPrototypeOf(value) !== Array.prototype) refuse(path, 'an instance of a class', origin);
    if (value.length > this.limits.nodes) refuse(path, `more than ${this.limits.nodes} values`, origin);
    const items: WrittenNode[] = [];
    for (let index = 0; index < value.length; index++) {
      const at = `${path}[${index}]`;
      const item = plainProperty(value, String(index), origin, at);
      items[index] = this.node(item, memberOrigin(value, String(index), item) ?? origin, at);
    }
    return ['l', this.index(origin), items];
  }

  private mapping(value: object, origin: ValueOrigin, path: string): WrittenNode {
    const prototype = Reflect.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) refuse(path, kindOf(value), origin);
    const entries: [string, number, WrittenNode][] = [];
    for (const key of Reflect.ownKeys(value)) {
      if (typeof key === 'symbol') return refuse(path, 'an object with a symbol as key', origin);
      const at = path === '' ? key : `${path}.${key}`;
      const item = plainProperty(value, key, origin, at);
      if (item === undefined) continue;
      const keyPlace = this.index(keyOrigin(value, key, item) ?? origin);
      const node = this.node(item, memberOrigin(value, key, item) ?? origin, at);
      entries[entries.length] = [this.text(key, origin, at), keyPlace, node];
    }
    return ['m', this.index(origin), entries];
  }

  private text(text: string, origin: ValueOrigin, path: string): string {
    this.characters += text.length;
    if (this.characters > this.limits.characters)
      refuse(path, `more than ${this.limits.characters} characters of text`, origin);
    return text;
  }

  private index(origin: ValueOrigin): number {
    const key = `${origin.place} ${origin.steps.join(' ')}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.origins.length);
    this.origins[this.origins.length] = origin;
    return this.origins.length - 1;
  }
}

function plainProperty(owner: object, key: string, origin: ValueOrigin, path: string): unknown {
  const descriptor = Reflect.getOwnPropertyDescriptor(owner, key);
  if (descriptor !== undefined && !('value' in descriptor)) refuse(path, 'a getter', origin);
  return descriptor?.value;
}

function kindOf(value: object): string {
  const name: unknown = Reflect.get(Reflect.getPrototypeOf(value) ?? {}, 'constructor')?.name;
  return typeof name === 'string' && /^[A-Za-z]\w{0,40}$/.test(name) ? `a ${name}` : 'an instance of a class';
}

function refuse(path: string, what: string, origin: ValueOrigin): never {
  throw new Refused({ path: path.slice(0, 200), what, origin });
}
