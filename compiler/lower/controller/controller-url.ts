import type { Jenkins } from '../../../schema/generated/located.ts';
import { hostProblem } from '../../check/rules/hosts.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { fromDefault, fromSeveral, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { withoutSlashesAtEnd } from '../../util/without-slashes.ts';
import type { ControllerNames } from './controller-names.ts';

/** The address of Jenkins, and what follows from it. */
export interface ControllerUrl {
  /** With a slash at its end. */
  readonly url: Sourced<string>;
  /** Its path: empty, or starting with `/` and not ending with it. */
  readonly pathPrefix: Sourced<string>;
}

/**
 * Returns the address of Jenkins: the one of the spec, else the host of the Ingress, else the Service in the
 * cluster. Reports one that Jenkins would refuse (`jenkins.util.UrlHelper`), and one that the Ingress does not serve.
 */
export function controllerUrl(
  settings: Jenkins,
  names: ControllerNames,
): { value: ControllerUrl; diagnostics: readonly Diagnostic[] } {
  const url = (settings.url ?? defaultUrl(settings, names)).map((text) => `${withoutSlashesAtEnd(text)}/`);
  const match = /^(https?):\/\/([^/:@?#\s]+)(?::[0-9]+)?(\/[A-Za-z0-9._~/-]*)?$/.exec(url.value);
  const path = withoutSlashesAtEnd(match?.[3] ?? '');
  // The default has no path, whatever is in it.
  const pathPrefix =
    settings.url === undefined ? sourced(path, fromDefault('jenkins.url')) : url.map(() => path);
  return {
    value: { url, pathPrefix },
    diagnostics:
      match === null
        ? [badUrl(url)]
        : differsFromIngress(url, { scheme: match[1] ?? '', host: match[2] ?? '' }, settings),
  };
}

function defaultUrl(settings: Jenkins, { name, namespace }: ControllerNames): Sourced<string> {
  const { ingress } = settings.kubernetes;
  const field = { kind: 'default', field: 'jenkins.url' } as const;
  if (ingress !== undefined) {
    const scheme = ingress.tls.value ? 'https' : 'http';
    return sourced(`${scheme}://${ingress.host.value}/`, fromSeveral([field, ingress.host.origin]));
  }
  return sourced(
    `http://${name.value}.${namespace.value}.svc/`,
    fromSeveral([field, name.origin, namespace.origin]),
  );
}

function badUrl(url: Sourced<string>): Diagnostic {
  return diagnose('controller/url', { url: url.value }, spanOf(url.origin), {
    help: 'write an address such as `https://ci.example.com/`',
  });
}

function differsFromIngress(
  url: Sourced<string>,
  { scheme, host }: { scheme: string; host: string },
  { kubernetes: { ingress } }: Jenkins,
): Diagnostic[] {
  // A host that can be none is told about as such.
  if (ingress === undefined || hostProblem(ingress.host.value) !== undefined) return [];
  const served = `${ingress.tls.value ? 'https' : 'http'}://${ingress.host.value}`;
  if (served.toLowerCase() === `${scheme}://${host}`.toLowerCase()) return [];
  const label = spanOf(ingress.host.origin);
  return [
    diagnose('controller/url-not-served', { url: url.value, served: `${served}/` }, spanOf(url.origin), {
      labels: label === undefined ? [] : [{ span: label, text: 'the Ingress serves this host' }],
      help: 'give both the same scheme and host',
    }),
  ];
}
