import { shellWord } from '../print/shell-word.ts';
import type { Part } from './survey.ts';

/** A step of a build: what it is for, and its lines. */
interface BuildStep {
  readonly title: string;
  readonly script: readonly string[];
}

/** Returns the steps that test a part, build it, and make a Debian package of it. */
export function buildSteps(name: string, part: Part | undefined): readonly BuildStep[] {
  if (part === undefined)
    return [
      {
        title: 'TODO: what builds the component, and puts what it is made of into "$target"',
        script: packed(name, ['cp README* "$target" || true']),
      },
    ];
  const { build, test, install, fromTop } = part.program;
  const folder = [part.within, fromTop === true ? '' : part.path].filter((path) => path !== '').join('/');
  const enter = folder === '' ? [] : [`cd ${shellWord(folder)}`];
  const commands = [...build, ...test.map(({ value }) => value)];
  const sources = [...new Set(test.flatMap(({ from }) => from ?? []))];
  const made = build.length > 0 ? [`builds it (${part.from})`] : [];
  const tested = test.length > 0 ? [`tests it (${sources.join(', ')})`] : [];
  return [
    ...(commands.length === 0
      ? []
      : [{ title: sentence([...made, ...tested].join(' and ')), script: [...enter, ...commands] }]),
    {
      title: 'Packs it as the Debian package that the image installs, in /opt.',
      script: packed(name, install, enter),
    },
  ];
}

function packed(name: string, install: readonly string[], enter: readonly string[] = []): readonly string[] {
  return [
    ...enter,
    'root="$WORKSPACE/.package/root"',
    `target="$root/opt/${name}"`,
    'rm -rf "$root" "$WORKSPACE"/*.deb',
    'mkdir -p "$root/DEBIAN" "$target"',
    ...install,
    `printf '%s\\n' 'Package: ${name}' "Version: 1.0.$BUILD_NUMBER" "Architecture: $(dpkg --print-architecture)" \\`,
    `  'Maintainer: ${name} <root@localhost>' 'Description: ${name}' > "$root/DEBIAN/control"`,
    `dpkg-deb --root-owner-group --build "$root" "$WORKSPACE/${name}_1.0.$BUILD_NUMBER.deb"`,
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
