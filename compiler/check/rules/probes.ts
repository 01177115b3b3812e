import type { Probe, Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { at, keyOf, type Rule } from './rule.ts';

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
  for (const probe of [liveness, readiness]) if (probe !== undefined) yield* checkHandler(probe);
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

function* checkHandler({ handler }: Probe): Generator<Diagnostic> {
  // A handler that was refused is reported already, and counts as written.
  const written = handlers.filter((name) => handler.$.fields.has(name));
  if (written.length === 1 || (written.length === 0 && handler.$.hasUnknown === true)) return;
  const found = written.length === 0 ? 'none' : written.map((name) => `\`${name}\``).join(' and ');
  yield diagnose('check/probe-handler', { found }, keyOf(handler, written[1] ?? ''), {
    help: 'write one of `exec`, `http_get` and `tcp_socket`',
  });
}
