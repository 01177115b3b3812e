import type { LinkedApplication, Project } from '../../link/project.ts';
import type { Instruction } from '../../model/images/dockerfile.ts';
import { oneLine } from '../../print/lines.ts';
import { shellWord } from '../../print/shell-word.ts';
import { fromPolicy, fromSeveral } from '../../text/origin.ts';
import { originsOf } from '../../text/traced-text.ts';

/**
 * Returns the instructions that make apt read the project's own repository, for an image that takes a package from a
 * component. With a public key in the settings apt checks the signature; without one the repository is marked as
 * trusted, it alone, where the plugin turned off the check for every repository with `--force-yes`.
 */
export function aptRepository(
  { settings }: Pick<Project, 'settings'>,
  { spec }: LinkedApplication,
): readonly Instruction[] {
  const { apt } = settings;
  const own = spec.dependencies.filter(
    ({ type, origin }) => type.value === 'debian-package' && (origin?.build?.value ?? '') !== '',
  );
  if (own.length === 0 || apt.enabled?.value === false) return [];
  const keyFile = `/etc/apt/keyrings/${fileName(apt.name.value)}.asc`;
  const option = apt.public_key === undefined ? 'trusted=yes' : `signed-by=${keyFile}`;
  const source = `deb [${option}] ${oneLine(apt.url.value)} ${oneLine(apt.distribution.value)} ${oneLine(apt.component.value)}`;
  const list = `/etc/apt/sources.list.d/${fileName(apt.name.value)}.list`;
  const preferences = `/etc/apt/preferences.d/${fileName(apt.name.value)}`;
  const pin = {
    text: ` && printf '%s\\n' 'Package: *' ${shellWord(`Pin: origin "${hostOf(apt.url.value)}"`)} 'Pin-Priority: 990' > ${preferences}`,
    origin: fromSeveral([apt.name.origin, apt.url.origin, preferred]),
  };
  const [only, ...others] = own;
  const origin = fromSeveral([
    ...own.map(({ $ }) => $.origin),
    ...(only === undefined || others.length > 0 ? [] : [only.type.origin, ...originsOf(only.origin?.build)]),
    ...originsOf(apt.enabled),
    ...(apt.public_key === undefined ? [unsigned] : [apt.public_key.origin]),
  ]);
  const written = {
    text: `echo ${shellWord(source)} > ${list}`,
    origin: fromSeveral([apt.name.origin, apt.url.origin, apt.distribution.origin, apt.component.origin]),
  };
  if (apt.public_key === undefined) {
    return [
      {
        comments: ['The repository of the project; it is not signed.'],
        lines: [{ ...written, text: `RUN ${written.text}` }, pin],
        origin,
      },
    ];
  }
  const key = apt.public_key.value.trim().split(/\r?\n/);
  return [
    {
      comments: ['The repository of the project, and the key that signs it.'],
      lines: [
        { text: 'RUN mkdir -p /etc/apt/keyrings' },
        { text: " && printf '%s\\n'" },
        ...key.map((line) => ({ text: `      ${shellWord(line === '' ? '' : line)}` })),
        { text: `      > ${keyFile}`, origin: apt.name.origin },
        { ...written, text: ` && ${written.text}` },
        pin,
      ],
      origin,
    },
  ];
}

const unsigned = fromPolicy(
  'Without `apt.public_key` the repository of the project cannot be checked, so it alone is trusted as it is.',
);

/** Debian has packages of 60,000 names, `worker` among them, and apt takes the highest version. */
const preferred = fromPolicy(
  'A package of a component comes from the repository of the project, also where the distribution has one of the same name.',
);

/** The host as the preferences of apt know it (apt_preferences(5)): without a port, and empty for files. */
function hostOf(url: string): string {
  return oneLine(/^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?(\[[^\]/]*\]|[^/:?#]*)/i.exec(url)?.[1] ?? '').replace(
    /[\s"]/g,
    '',
  );
}

function fileName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]+/g, '-');
}
