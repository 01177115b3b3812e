import type { Probe, Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { at, isWritten, keyOf, type Rule } from './rule.ts';
import { eachOwnService } from './support/each-service.ts';

const handlers = ['exec', 'http_get', 'tcp_socket'] as const;

/** A probe asks in exactly one way, and a container has one liveness probe. */
export const probesRule: Rule = {
  name: 'probes',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) yield* checkProbes(service);
  },
};

function* checkProbes(service: Service): Generator<Diagnostic> {
  const { liveness_probe: liveness, readiness_probe: readiness, health_check: check } = service;
  for (const probe of [liveness, readiness]) {
    if (probe === undefined) continue;
    yield* checkHandler(probe);
    yield* checkZeros(probe);
    for (const { name } of probe.handler.http_get?.http_headers ?? []) {
      if (HEADER.test(name.value)) continue;
      yield diagnose('check/header-name', { name: name.value }, at(name), {
        help: 'write letters, digits and `-`, such as `X-Api-Key`',
      });
    }
  }
  if (liveness === undefined) return;
  const threshold = liveness.success_threshold;
  if (threshold.value > 1) {
    yield diagnose('check/liveness-success', { threshold: threshold.value }, at(threshold), {
      help: 'remove the line: 1 is the default',
    });
  }
  if (check === undefined) return;
  const label = keyOf(service, 'liveness_probe');
  yield diagnose('check/two-liveness-checks', {}, keyOf(service, 'health_check'), {
    labels: label === undefined ? [] : [{ span: label, text: 'this one counts' }],
    help: 'remove one of the two',
  });
}

/** What the API server takes for the name of a header (`IsHTTPHeaderName`). */
const HEADER = /^[-A-Za-z0-9]+$/;

/** Fields of a probe for which Kubernetes takes 0 as "not set". */
const zeros = ['timeout_seconds', 'period_seconds', 'success_threshold', 'failure_threshold'] as const;
const meant = { timeout_seconds: 1, period_seconds: 10, success_threshold: 1, failure_threshold: 3 } as const;

function* checkZeros(probe: Probe): Generator<Diagnostic> {
  for (const field of zeros) {
    const number = probe[field];
    if (number.value !== 0 || !isWritten(probe, field)) continue;
    yield diagnose('check/probe-zero', { field, meant: meant[field] }, at(number), {
      help: `write \`${field}: ${meant[field]}\`, or remove the line`,
    });
  }
}

function* checkHandler({ handler }: Probe): Generator<Diagnostic> {
  // A handler that was refused is reported already, and counts as written.
  const written = handlers.filter((name) => handler.$.fields.has(name));
  if (written.length === 1 || (written.length === 0 && handler.$.hasUnknown === true)) return;
  const found = written.length === 0 ? 'none' : written.map((name) => `\`${name}\``).join(' and ');
  yield diagnose('check/probe-handler', { found }, keyOf(handler, written[1] ?? ''), {
    help: 'write one of `exec`, `http_get` and `tcp_socket`',
  });
}
