import { notAvailable } from './not-available.ts';

/** What gives another result each time, makes code out of text, or hides what a value is. */
const unavailable = [
  'Date',
  'Proxy',
  'WeakRef',
  'FinalizationRegistry',
  'SharedArrayBuffer',
  'Atomics',
  'Function',
  'eval',
];

/** What no library of the language knows; code that looks for it finds nothing. */
const unknown = [
  'performance',
  'queueMicrotask',
  'DOMException',
  'InternalError',
  'navigator',
  'print',
  'console',
];

/**
 * Makes the sandbox deterministic and unchangeable, before any spec runs: takes away clocks, randomness and the making
 * of code, and freezes everything that belongs to the language.
 */
export function lockdown(): void {
  const hidden = hiddenObjects();
  for (const name of unknown) Reflect.deleteProperty(globalThis, name);
  for (const name of unavailable) define(globalThis, name, standIn(name));
  define(Math, 'random', notAvailable('Math.random'));
  for (const prototype of hidden.functionPrototypes) define(prototype, 'constructor', standIn('Function'));
  const seen = new Set<unknown>();
  freezeAll(globalThis, seen);
  for (const object of hidden.others) freezeAll(object, seen);
}

function standIn(name: string): object {
  const result = notAvailable(name);
  // `instanceof` still works for functions.
  if (name === 'Function') Reflect.set(result, 'prototype', Function.prototype);
  if (name !== 'Date') return result;
  for (const method of ['now', 'parse', 'UTC']) define(result, method, notAvailable(`Date.${method}`));
  return result;
}

/** Objects of the language that no global leads to by its properties. */
function hiddenObjects(): { functionPrototypes: object[]; others: unknown[] } {
  const functions = [
    () => undefined,
    async () => undefined,
    function* () {
      yield;
    },
    async function* () {
      yield;
    },
  ];
  const iterators = [
    [][Symbol.iterator](),
    ''[Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    'a'.matchAll(/a/g),
    (function* () {
      yield;
    })(),
    (async function* () {
      yield;
    })(),
  ];
  const functionPrototypes = functions.flatMap((each) => prototypeChain(each).slice(0, 1));
  const others: unknown[] = [...functions, ...iterators].flatMap(prototypeChain);
  others[others.length] = Reflect.getPrototypeOf(Int8Array);
  return { functionPrototypes, others };
}

function prototypeChain(value: object): object[] {
  const prototype: object | null = Reflect.getPrototypeOf(value);
  return prototype === null ? [] : [prototype, ...prototypeChain(prototype)];
}

function freezeAll(value: unknown, seen: Set<unknown>): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value)) return;
  seen.add(value);
  Object.freeze(value);
  freezeAll(Reflect.getPrototypeOf(value), seen);
  for (const key of Reflect.ownKeys(value)) {
    const descriptor = Reflect.getOwnPropertyDescriptor(value, key);
    freezeAll(descriptor?.value, seen);
    freezeAll(descriptor?.get, seen);
    freezeAll(descriptor?.set, seen);
  }
}

function define(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: false });
}
