import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { spanOf } from '../text/origin.ts';
import { type Specs, settingsOf } from './check-spec.ts';

/** Official images of Docker Hub that have no owner in their name, those that services are made of. */
const official: ReadonlySet<string> = new Set([
  ...[
    'almalinux',
    'alpine',
    'amazoncorretto',
    'amazonlinux',
    'busybox',
    'caddy',
    'clojure',
    'debian',
    'elixir',
  ],
  ...[
    'eclipse-temurin',
    'erlang',
    'fedora',
    'golang',
    'gradle',
    'groovy',
    'haproxy',
    'haskell',
    'httpd',
    'ibmjava',
  ],
  ...[
    'jetty',
    'julia',
    'maven',
    'nginx',
    'node',
    'openjdk',
    'perl',
    'php',
    'pypy',
    'python',
    'rockylinux',
    'ruby',
  ],
  ...['rust', 'sapmachine', 'swift', 'tomcat', 'traefik', 'ubuntu'],
]);

/** Returns one finding about base images that are public and would be taken from a registry that need not have them. */
export function findMirroredBases(specs: Specs): readonly Diagnostic[] {
  const { registry } = settingsOf(specs);
  // Who wrote where base images come from has thought about it.
  if (registry.base !== undefined) return [];
  const applications = [...(specs.application?.applications ?? []), ...(specs.application?.containers ?? [])];
  const [first, ...others] = applications.flatMap(({ runtime }) =>
    runtime !== undefined && isOfficial(runtime.value) ? [runtime] : [],
  );
  if (first === undefined) return [];
  const pull = (registry.pull ?? registry.push).value;
  return [
    diagnose(
      'check/mirrored-base',
      { runtime: first.value, image: `${pull}/${first.value}` },
      spanOf(first.origin),
      {
        labels: others.flatMap(({ origin }) => {
          const span = spanOf(origin);
          return span === undefined ? [] : [{ span, text: 'this, too' }];
        }),
        help: [
          'take them from Docker Hub with `registry: {base: ""}` in jenkins.bitesize',
          `or copy them first, and write \`base: ${pull}\``,
        ],
      },
    ),
  ];
}

/** A name with a version: `nginx` alone may well be an image of one's own. */
function isOfficial(runtime: string): boolean {
  const [name = '', tag] = runtime.split(':');
  return tag !== undefined && official.has(name);
}
