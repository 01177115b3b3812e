import type { ResourceList, Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { largestQuantity, parseQuantity } from '../../util/quantity.ts';
import { settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';
import { containersOf, eachOwnService } from './support/each-service.ts';

/** One mebibyte, in the billionths that quantities are counted in. */
const MEBIBYTE = (1n << 20n) * 1_000_000_000n;

/** Amounts of CPU and memory have a unit of theirs, and no request is above its limit. */
export const quantitiesRule: Rule = {
  name: 'quantities',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) {
      yield* checkResources(service);
      for (const { volumes } of containersOf(service)) {
        for (const { size } of volumes) if (size !== undefined) yield* checkSize(size);
      }
    }
    const { kubernetes, apt, agents, limits, caches } = settingsOf(specs);
    yield* checkResources(kubernetes.resources);
    for (const { resources, containers } of agents) {
      for (const each of [resources, ...containers.map((container) => container.resources)]) {
        if (each !== undefined) yield* checkResources(each);
      }
    }
    yield* checkUnits({ cpu: limits.max_cpu, memory: limits.max_memory });
    yield* checkUnits({ cpu: limits.default_cpu, memory: limits.default_memory });
    yield* checkUnits({ cpu: limits.request_cpu });
    yield* checkSize(kubernetes.storage.size);
    yield* checkSize(apt.size);
    yield* checkSize(caches.size);
    if (kubernetes.backup !== undefined) yield* checkSize(kubernetes.backup.size);
  },
};

function* checkResources({ limits, requests }: Pick<Service, 'limits' | 'requests'>): Generator<Diagnostic> {
  for (const list of [limits, requests]) if (list !== undefined) yield* checkUnits(list);
  yield* checkOrder('CPU', requests?.cpu, limits?.cpu);
  yield* checkOrder('memory', requests?.memory, limits?.memory);
}

/** A claim is for some storage at least. */
function* checkSize(size: Sourced<string>): Generator<Diagnostic> {
  if ((parseQuantity(size.value) ?? MEBIBYTE) > 0n) {
    yield* checkBytes({ resource: 'storage', unit: 'Gi' }, size);
    return;
  }
  yield diagnose('check/storage-size', { size: size.value }, at(size), {
    help: 'write a size such as `10Gi`',
  });
}

function* checkUnits({ cpu, memory }: Pick<ResourceList, 'cpu' | 'memory'>): Generator<Diagnostic> {
  yield* checkLargest('CPU', cpu);
  if (cpu !== undefined && isOfMemory(cpu)) {
    const parameters = { resource: 'CPU', value: cpu.value, problem: 'is an amount of memory' };
    yield diagnose('check/quantity-unit', parameters, at(cpu), {
      help: 'write cores (`0.5`, `2`) or thousandths of a core (`500m`)',
    });
  }
  if (memory !== undefined) yield* checkBytes({ resource: 'memory', unit: 'Mi' }, memory);
}

/** What the bytes are for, and the unit in which people think of them. */
interface Bytes {
  readonly resource: 'memory' | 'storage';
  readonly unit: 'Mi' | 'Gi';
}

function* checkBytes({ resource, unit }: Bytes, amount: Sourced<string>): Generator<Diagnostic> {
  yield* checkLargest(resource, amount);
  const bytes = parseQuantity(amount.value) ?? MEBIBYTE;
  if (bytes >= MEBIBYTE) return;
  const span = at(amount);
  const [, digits, milli] = /^(\d+)(m?)$/.exec(amount.value) ?? [];
  const problem =
    bytes <= 0n ? 'is nothing' : milli === 'm' ? 'is thousandths of a byte' : 'is a handful of bytes';
  const meant = digits === undefined || bytes <= 0n || span === undefined ? undefined : `${digits}${unit}`;
  yield diagnose('check/quantity-unit', { resource, value: amount.value, problem }, span, {
    help:
      meant !== undefined
        ? `did you mean \`${meant}\`?`
        : bytes <= 0n
          ? 'write an amount such as `512Mi`, or remove it: the default holds then'
          : unit === 'Mi'
            ? 'write a unit: `512Mi`, `2Gi`'
            : 'write a unit: `10Gi`, `500Mi`',
    fixes:
      meant === undefined || span === undefined
        ? []
        : [{ title: `write \`${meant}\``, edits: [{ span, text: meant }], safe: false }],
  });
}

function* checkLargest(resource: string, amount: Sourced<string> | undefined): Generator<Diagnostic> {
  if (amount === undefined || (parseQuantity(amount.value) ?? 0n) <= largestQuantity) return;
  const parameters = { resource, value: amount.value, problem: 'is more than Kubernetes can count' };
  yield diagnose('check/quantity-unit', parameters, at(amount), { help: 'write less than `8Ei`' });
}

/** Whether a value is an amount of memory where CPU is meant. */
function isOfMemory({ value }: Sourced<string>): boolean {
  return /[A-Zk]i?$/.test(value);
}

function* checkOrder(
  resource: string,
  request: Sourced<string> | undefined,
  limit: Sourced<string> | undefined,
): Generator<Diagnostic> {
  if (request === undefined || limit === undefined) return;
  // The one with the wrong unit is told about as such.
  if (resource === 'CPU' && (isOfMemory(request) || isOfMemory(limit))) return;
  const asked = parseQuantity(request.value);
  const most = parseQuantity(limit.value);
  if (asked === undefined || most === undefined || asked <= most) return;
  const label = at(limit);
  const parameters = { resource, request: request.value, limit: limit.value };
  yield diagnose('check/request-over-limit', parameters, at(request), {
    labels: label === undefined ? [] : [{ span: label, text: 'the limit' }],
    help: 'raise the limit or lower the request',
  });
}
