import type { ApplicationDependency } from '../../../schema/generated/located.ts';
import type { Instruction, InstructionLine } from '../../model/images/dockerfile.ts';
import { oneLine } from '../../print/lines.ts';
import { shellWord } from '../../print/shell-word.ts';
import { fromSeveral, type Origin } from '../../text/origin.ts';
import { originsOf } from '../../text/traced-text.ts';

/** How the packages of one installer are named and numbered. */
interface PackageRules {
  readonly name: RegExp;
  readonly version: RegExp;
}

/**
 * The names and versions that each installer takes: Debian Policy 5.6.1 and 5.6.12 (and an architecture after the
 * name), the RubyGems specification, PEP 508 (with extras) and PEP 440, and the names of npm (validate-npm-package-name)
 * with a version, a range of one word or a tag. No name starts with a dash.
 */
export const packageRules: Readonly<Record<ApplicationDependency['type']['value'], PackageRules>> = {
  'debian-package': {
    name: /^[A-Za-z0-9][A-Za-z0-9+.-]*(:[a-z0-9-]+)?$/,
    version: /^[A-Za-z0-9][A-Za-z0-9.+:~*-]*$/,
  },
  'gem-package': { name: /^[A-Za-z0-9_][A-Za-z0-9._-]*$/, version: /^([~><=!]+ *)?[0-9][A-Za-z0-9.-]*$/ },
  'npm-package': {
    name: /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/,
    version: /^(?![-])[A-Za-z0-9~^*.+_-]+$/,
  },
  'pip-package': {
    name: /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?(\[[A-Za-z0-9,._ -]+\])?$/,
    version: /^[A-Za-z0-9][A-Za-z0-9.+!*-]*$/,
  },
};

/**
 * Returns the RUN instructions that install packages: one per installer, in the order of the spec within each.
 * Versions are honoured; a Debian version may be the beginning of one (`1.2` installs the newest `1.2*`).
 */
export function installPackages(dependencies: readonly ApplicationDependency[]): readonly Instruction[] {
  const of = (type: ApplicationDependency['type']['value']) =>
    dependencies.filter((dependency) => dependency.type.value === type);
  return [
    ...debian(of('debian-package')),
    ...each(
      of('gem-package'),
      (gem) => `gem install --no-document ${word(gem.name.value)}${gemVersion(gem)}`,
    ),
    ...each(
      of('pip-package'),
      (item) => `pip install --no-cache-dir ${word(pipRequirement(item))}`,
      pipSettings,
    ),
    ...each(
      of('npm-package'),
      ({ name, version }) =>
        `npm install --global --no-audit --no-fund ${word(isEmpty(version?.value) ? name.value : `${name.value}@${version?.value}`)}`,
    ),
  ];
}

/** Debian 12 and newer refuse pip outside of a virtual environment; an image is one, and older pips ignore this. */
const pipSettings = {
  prefix: 'export PIP_BREAK_SYSTEM_PACKAGES=1',
};

function debian(packages: readonly ApplicationDependency[]): readonly Instruction[] {
  if (packages.length === 0) return [];
  const lines: InstructionLine[] = [
    { text: 'RUN export DEBIAN_FRONTEND=noninteractive' },
    { text: ' && apt-get update -q' },
    { text: ' && apt-get install -q -y --no-install-recommends' },
    ...packages.map((item) => ({
      text: `      ${word(isEmpty(item.version?.value) ? item.name.value : `${item.name.value}=${item.version?.value.replace(/\*$/, '')}*`)}`,
      origin: because(item),
    })),
    { text: ' && rm -rf /var/lib/apt/lists/*' },
  ];
  return [{ comments: [], lines, origin: originOf(packages) }];
}

function each(
  packages: readonly ApplicationDependency[],
  command: (item: ApplicationDependency) => string,
  { prefix }: { readonly prefix?: string } = {},
): readonly Instruction[] {
  if (packages.length === 0) return [];
  const commands: InstructionLine[] = packages.map((item, index) => ({
    text: command(item),
    origin: fromSeveral([
      because(item),
      ...(index === 1 && prefix === undefined ? typesOf(packages.slice(0, 1)) : []),
      ...(index === packages.length - 2 ? typesOf(packages.slice(-1)) : []),
    ]),
  }));
  const all = prefix === undefined ? commands : [{ text: prefix }, ...commands];
  const lines = all.map((line, index) => ({ ...line, text: `${index === 0 ? 'RUN ' : ' && '}${line.text}` }));
  return [{ comments: [], lines, origin: originOf(packages) }];
}

function gemVersion({ version }: ApplicationDependency): string {
  return version === undefined || isEmpty(version.value) ? '' : ` --version ${word(version.value)}`;
}

function pipRequirement({ name, version }: ApplicationDependency): string {
  return version === undefined || isEmpty(version.value) ? name.value : `${name.value}==${version.value}`;
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text === '';
}

/** Names were checked, so this only keeps `*` and blanks from the shell; a line break can never get here. */
function word(text: string): string {
  return shellWord(oneLine(text));
}

/** What a package is called, where it comes from and that it is there. */
function because({
  name,
  version,
  type,
  $,
}: Pick<ApplicationDependency, 'name' | 'version' | 'type' | '$'>): Origin {
  return fromSeveral([name.origin, ...originsOf(version), type.origin, $.origin]);
}

/** A line begins the instruction, or ends it, where the package before or after it is of another type. */
function typesOf(packages: readonly ApplicationDependency[]): readonly Origin[] {
  return packages.map(({ type }) => type.origin);
}

function originOf(packages: readonly ApplicationDependency[]) {
  // One package of many changes its own line when it is of another type, and the only one takes all lines with it.
  const types = packages.length === 1 ? packages.map(({ type }) => type.origin) : [];
  return fromSeveral([...packages.map(({ $ }) => $.origin), ...types]);
}
