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
    const { kubernetes, apt, agents } = settingsOf(specs);
    yield* checkResources(kubernetes.resources);
    for (const { containers, resources: own } of agents) {
      yield* checkResources(own);
      for (const { resources } of containers) if (resources !== undefined) yield* checkResources(resources);
    }
    yield* checkSize(kubernetes.storage.size);
    yield* checkSize(apt.size);
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
  if (parseQuantity(size.value) !== 0n) return;
  yield diagnose('check/storage-size', { size: size.value }, at(size), {
    help: 'write a size such as `10Gi`',
  });
}

function* checkUnits({ cpu, memory }: ResourceList): Generator<Diagnostic> {
  yield* checkLargest('CPU', cpu);
  yield* checkLargest('memory', memory);
  if (cpu !== undefined && isOfMemory(cpu)) {
    const parameters = { resource: 'CPU', value: cpu.value, problem: 'is an amount of memory' };
    yield diagnose('check/quantity-unit', parameters, at(cpu), {
      help: 'write cores (`0.5`, `2`) or thousandths of a core (`500m`)',
    });
  }
  if (memory === undefined || (parseQuantity(memory.value) ?? MEBIBYTE) >= MEBIBYTE) return;
  const milli = /^(\d+)m$/.exec(memory.value)?.[1];
  const problem = milli === undefined ? 'is a handful of bytes' : 'is thousandths of a byte';
  const digits = milli ?? /^(\d+)$/.exec(memory.value)?.[1];
  const span = at(memory);
  const meant = digits === undefined || span === undefined ? undefined : `${digits}Mi`;
  yield diagnose('check/quantity-unit', { resource: 'memory', value: memory.value, problem }, span, {
    help: meant === undefined ? 'write a unit: `512Mi`, `2Gi`' : `did you mean \`${meant}\`?`,
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
