import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { at, isWritten, keyOf, type Rule } from './rule.ts';
import { eachOwnService } from './support/each-service.ts';

/** Each port of a service stands once, under one of the two names. */
export const portsRule: Rule = {
  name: 'ports',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) {
      if (service.port.length > 1) yield* checkRepeated(service.port);
      if (service.ports.length > 1) yield* checkRepeated(service.ports);
      yield* checkBoth(service);
    }
  },
};

function* checkRepeated(ports: readonly Sourced<number>[]): Generator<Diagnostic> {
  const seen = new Set<number>();
  for (const port of ports) {
    if (seen.has(port.value)) {
      yield diagnose('check/repeated-port', { port: port.value }, at(port), {
        help: 'remove one of the two',
      });
    }
    seen.add(port.value);
  }
}

function* checkBoth(service: Service): Generator<Diagnostic> {
  if (!isWritten(service, 'port') || !isWritten(service, 'ports')) return;
  const label = keyOf(service, 'ports');
  yield diagnose('check/port-and-ports', {}, keyOf(service, 'port'), {
    labels: label === undefined ? [] : [{ span: label, text: 'this one counts' }],
    help: 'remove one of the two',
  });
}
