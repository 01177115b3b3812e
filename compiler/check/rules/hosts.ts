import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic, Fix } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { hostProblem, meantHost } from '../../util/host-problem.ts';
import { settingsOf } from '../check-spec.ts';
import { at, type Rule } from './rule.ts';

import { eachOwnService } from './support/each-service.ts';

/** Everything that becomes the host of an Ingress is a host name and no URL. */
export const hostsRule: Rule = {
  name: 'hosts',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) {
      for (const host of hostsOf(service)) yield* checkHost(host);
    }
    const ingress = settingsOf(specs).kubernetes.ingress;
    if (ingress !== undefined) yield* checkHost(ingress.host);
  },
};

function hostsOf({ external_url, deployment }: Service): readonly Sourced<string>[] {
  const custom = deployment?.custom_urls;
  return [...external_url, ...(custom?.blue ?? []), ...(custom?.green ?? [])];
}

function* checkHost(host: Sourced<string>): Generator<Diagnostic> {
  const problem = hostProblem(host.value);
  if (problem === undefined) return;
  const severalHosts = host.value.includes(',');
  const fix = severalHosts ? listFix(host) : hostFix(host);
  yield diagnose('check/host', { host: host.value, problem }, at(host), {
    help: severalHosts ? 'write a list: `[a.example.com, b.example.com]`' : 'write it like `web.example.com`',
    fixes: fix === undefined ? [] : [fix],
  });
}

/** Nothing is lost with a scheme, a `/` at the end, or upper case; a path or a port is another matter. */
function hostFix(host: Sourced<string>): Fix | undefined {
  const meant = meantHost(host.value);
  const span = at(host);
  if (meant === undefined || span === undefined) return undefined;
  const safe =
    meant ===
    host.value
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  return { title: `write \`${meant}\``, edits: [{ span, text: meant }], safe };
}

function listFix(host: Sourced<string>): Fix | undefined {
  const span = at(host);
  const hosts = host.value.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  if (span === undefined || hosts.some((part) => hostProblem(part) !== undefined)) return undefined;
  return { title: 'write a list', edits: [{ span, text: `[${hosts.join(', ')}]` }], safe: true };
}
