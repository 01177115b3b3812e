import type { ApplicationDependency } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LinkedApplication, LinkedBuild, Project } from '../../link/project.ts';
import type { ApplicationImage, RepositoryBuild } from '../../model/images/application-image.ts';
import type { Instruction, InstructionLine } from '../../model/images/dockerfile.ts';
import { oneLine } from '../../print/lines.ts';
import { fromPolicy, fromSeveral, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { imageReference, lowerCaseAdvice } from '../../util/image-reference.ts';
import { repositoryPath } from '../../util/repository-path.ts';
import { withoutSlashesAtEnd } from '../../util/without-slashes.ts';
import { type Lowered, noTrees, type RepositoryTrees } from '../lowered.ts';
import { aptRepository } from './apt-repository.ts';
import { checkRepository } from './check-repository.ts';
import { filesFolder, keptFiles } from './image-files.ts';
import { checkImageName, imageName } from './image-name.ts';
import { installPackages, packageRules } from './install-packages.ts';
import { splitCommand } from './split-command.ts';

/** Reports packages whose name or version the installer cannot take. */
function checkPackages(
  dependencies: readonly ApplicationDependency[],
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const { name, type, version } of dependencies) {
    const rules = packageRules[type.value];
    const kind = nouns[type.value];
    if (!rules.name.test(name.value)) {
      report(
        diagnose('image/package', { name: name.value, type: kind }, spanOf(name.origin), {
          help: packageHelp(name.value, type.value),
        }),
      );
    }
    if (version === undefined || version.value === '' || rules.version.test(version.value)) continue;
    report(diagnose('image/package-version', { version: version.value, type: kind }, spanOf(version.origin)));
  }
}

/** Nobody sees at once why `a_b` is wrong where `a-b` is right. */
function packageHelp(name: string, type: ApplicationDependency['type']['value']): string {
  return type === 'debian-package' && name.includes('_') && /^[\w.+-]+$/.test(name)
    ? `Debian has no \`_\` in names: the package is most likely called \`${name.replaceAll('_', '-')}\``
    : 'write one package per entry, and its version under `version`';
}

const nouns: Readonly<Record<ApplicationDependency['type']['value'], string>> = {
  'debian-package': 'Debian package',
  'gem-package': 'gem',
  'pip-package': 'Python package',
  'npm-package': 'package of npm',
};

type Report = (diagnostic: Diagnostic) => void;

/** Returns the image of one application. */
export function lowerImage(
  project: Project,
  application: LinkedApplication,
  report: Report,
): ApplicationImage {
  const { spec } = application;
  const name = imageName(project, spec.name);
  checkImageName([project.name, spec.name], report);
  const own = { kind: 'application-image', application: spec.name, ...name, origin: spec.$.origin } as const;
  checkFiles(application, report);
  if (application.build !== undefined) {
    const { version } = spec;
    if (version !== undefined) checkTag(version, report);
    const build = repositoryBuild(application.build);
    return { ...own, ...(version === undefined || version.value === '' ? {} : { version }), build };
  }
  checkPackages(spec.dependencies, report);
  const base = baseImage(project, application, report);
  const version = imageVersion(application) ?? noVersion(application, report);
  checkTag(version, report);
  const from: Instruction = { comments: [], lines: [{ text: `FROM ${base.value}` }], origin: base.origin };
  return {
    ...own,
    version,
    dockerfile: {
      kind: 'dockerfile',
      instructions: [
        from,
        ...aptRepository(project, application),
        ...installPackages(spec.dependencies),
        ...copiedFiles(application),
        imageLabels({ application: spec.name, version, base }),
        ...entrypoint(application, report),
      ],
    },
  };
}

function checkTag(version: Sourced<string>, report: Report): void {
  if (version.value === '' || tag.test(version.value)) return;
  report(
    diagnose('image/version', { version: version.value }, spanOf(version.origin), {
      help: 'use letters, digits, `.`, `_` and `-`, with a letter or digit first',
    }),
  );
}

/** What leads out of the repository is reported by a rule. */
function repositoryBuild({ spec, component, repository }: LinkedBuild): RepositoryBuild {
  const { context, dockerfile, target, args } = spec;
  const folder = inRepository('', context.value);
  return {
    component: component.name,
    agent: component.agent,
    git: repository.git,
    branch: repository.branch,
    credentials: repository.credentials,
    context: context.map(() => (folder === '' ? '.' : folder)),
    path: sourced(inRepository(folder, dockerfile.value), fromSeveral([dockerfile.origin, context.origin])),
    ...(target === undefined ? {} : { target }),
    args: Object.entries(args).map(([name, value]) => ({ name, value })),
  };
}

function inRepository(folder: string, path: string): string {
  const found = repositoryPath(folder, path);
  return found.ok ? found.path : '';
}

/** Reports files of a component whose build keeps none. */
function checkFiles({ files }: LinkedApplication, report: Report): void {
  for (const { spec, component } of files) {
    if (component.$.fields.has('artifacts') && component.artifacts.length > 0) continue;
    const span = spanOf(component.name.origin);
    report(
      diagnose('image/no-artifacts', { component: component.name.value }, spanOf(spec.component.origin), {
        labels: span === undefined ? [] : [{ span, text: 'the component' }],
        help: `add \`artifacts\` to it, such as \`location: ${spec.location.value}\``,
      }),
    );
  }
}

/** Returns the COPY instructions for artifacts of components, which the image job puts beside the Dockerfile. */
function copiedFiles({ files }: LinkedApplication): readonly Instruction[] {
  return files.map(({ spec }, index) => {
    const { folder, file } = keptFiles(spec.location.value);
    const from = [filesFolder(index), folder, file].filter(Boolean).join('/');
    return {
      comments: [],
      // The form of an array takes names with blanks.
      lines: [{ text: `COPY ${JSON.stringify([file === undefined ? `${from}/` : from, spec.path.value])}` }],
      origin: fromSeveral([spec.$.origin, spec.location.origin, spec.path.origin]),
    };
  });
}

/** The build number comes behind it, and both together are a label of at most 63 characters. */
const tag = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,46}$/;

/** An application whose `build` has a mistake needs no version, and one with an unknown field may have meant either. */
function noVersion({ spec }: LinkedApplication, report: Report): Sourced<string> {
  if (spec.$.fields.has('build') || spec.$.hasUnknown === true) return sourced('', spec.$.origin);
  report(
    diagnose('image/no-version', { application: spec.name.value }, spanOf(spec.name.origin), {
      help: 'add `version` to the application, or to its first dependency with `origin.build`',
    }),
  );
  return sourced('', spec.$.origin);
}

/**
 * Returns the version of an application's image: its own, or that of the first package that a component makes (the
 * plugin's rule), or undefined. An empty text was accepted by the engines and means none.
 */
function imageVersion({ spec, producers }: LinkedApplication): Sourced<string> | undefined {
  const produced = spec.dependencies.filter(
    (dependency) =>
      producers.some((producer) => producer.dependency === dependency) ||
      (dependency.origin?.build?.value ?? '') !== '',
  );
  return [spec.version, ...produced.slice(0, 1).map(({ version }) => version)].find(
    (version) => version !== undefined && version.value !== '',
  );
}

const ociLabels = fromPolicy('Says what an image is, by the annotations of the OCI image specification.');

/** Returns the LABEL instruction with the annotations of the OCI image specification that are known. */
function imageLabels(parts: {
  readonly application: Sourced<string>;
  readonly version: Sourced<string>;
  readonly base: Sourced<string>;
}): Instruction {
  const labels = [
    label('title', parts.application),
    label('version', parts.version),
    label('base.name', parts.base),
  ];
  const lines = labels.map((line, index) => ({
    ...line,
    text: `${index === 0 ? 'LABEL ' : '      '}${line.text}`,
  }));
  return { comments: [], lines, origin: ociLabels };
}

function label(name: string, { value, origin }: Sourced<string>): InstructionLine {
  const quoted = oneLine(value).replace(/["\\$]/g, '\\$&');
  return { text: `org.opencontainers.image.${name}="${quoted}"`, origin };
}

/** The shell starts the program, goes on, has nothing left to do, and ends. */
function inBackground(command: Sourced<string>): Diagnostic {
  const span = spanOf(command.origin);
  const text = span === undefined ? '' : span.file.text.slice(span.start, span.end);
  const sign = text.lastIndexOf('&');
  const edit = span && {
    span: { ...span, start: span.start + text.slice(0, sign).trimEnd().length, end: span.start + sign + 1 },
    text: '',
  };
  return diagnose('image/background-command', {}, span, {
    help: 'remove the `&`: a container runs as long as its command',
    fixes: edit === undefined || sign === -1 ? [] : [{ title: 'remove the `&`', edits: [edit], safe: false }],
  });
}

/**
 * Returns the ENTRYPOINT of an application in exec form, or nothing without a command: the base image's then counts.
 * A command that only a shell understands runs in `/bin/sh -c`.
 */
function entrypoint(
  { spec }: LinkedApplication,
  report: (diagnostic: Diagnostic) => void,
): readonly Instruction[] {
  const { command } = spec;
  if (command === undefined) return [];
  const split = splitCommand(command.value);
  switch (split.kind) {
    case 'unclosed-quote':
      report(
        diagnose('image/unclosed-quote', { quote: split.quote }, spanOf(command.origin), {
          help: 'close the quote, or put a backslash before it',
        }),
      );
      return [];
    case 'odd-blank':
      report(
        diagnose('image/odd-blank', { character: split.character }, spanOf(command.origin), {
          help: 'write a space, or put the word with it into quotes',
        }),
      );
      return [];
    case 'words':
      if (split.pattern !== undefined)
        report(
          diagnose('image/unexpanded-pattern', { word: split.pattern }, spanOf(command.origin), {
            help: `only a shell looks for files: \`sh -c '...'\`, or write the name; quote it where the program knows patterns`,
          }),
        );
      return split.words.length === 0 ? [] : [instruction(split.words, [], command)];
    case 'shell':
      if (/[^&\\]&[ \t\n]*$/.test(split.script)) report(inBackground(command));
      return [
        instruction(
          ['/bin/sh', '-c', split.script],
          [`The command has ${split.because}, so a shell runs it.`],
          command,
        ),
      ];
  }
}

function instruction(
  words: readonly string[],
  comments: readonly string[],
  { origin }: NonNullable<LinkedApplication['spec']['command']>,
): Instruction {
  return { comments, lines: [{ text: `ENTRYPOINT ${JSON.stringify(words)}` }], origin };
}

/**
 * Returns the image of the FROM line: `runtime` in the base registry. A runtime that names a registry itself (its
 * first part has a dot or a port, or is `localhost`, the rule of Docker) is used as it is.
 */
function baseImage(
  { settings }: Pick<Project, 'settings'>,
  { spec }: LinkedApplication,
  report: (diagnostic: Diagnostic) => void,
): Sourced<string> {
  const { runtime } = spec;
  // It is reported already that there is none.
  if (runtime === undefined) return sourced('', spec.$.origin);
  const { base, pull, push } = settings.registry;
  const registry = base ?? pull ?? push;
  const host = withoutSlashesAtEnd(registry.value);
  check(runtime, report);
  if (host === '' || namesRegistry(runtime.value)) return runtime;
  return sourced(`${host}/${runtime.value}`, fromSeveral([runtime.origin, registry.origin]));
}

function namesRegistry(runtime: string): boolean {
  const [first = '', ...rest] = runtime.split('/');
  return rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
}

function check(runtime: Sourced<string>, report: (diagnostic: Diagnostic) => void): void {
  const parts = imageReference(runtime.value);
  const span = spanOf(runtime.origin);
  if (parts === undefined) {
    report(
      diagnose('image/runtime', { runtime: runtime.value }, span, {
        help: `write a name and a tag, such as \`ubuntu-jdk8:1.0\` or \`team/base:2.1\`${lowerCaseAdvice(runtime.value)}`,
      }),
    );
  } else if (parts.digest === undefined && (parts.tag === undefined || parts.tag === ':latest')) {
    report(
      diagnose('image/floating-runtime', { runtime: runtime.value }, span, {
        help: 'add the tag of a version, such as `nginx:1.27`',
      }),
    );
  }
}

/** Returns the images of a project's applications, in the order of the spec. */
export function lowerImages(
  project: Project,
  trees: RepositoryTrees = noTrees,
): Lowered<readonly ApplicationImage[]> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  // What it would be built from is reported already.
  const whole = project.applications.filter(
    ({ spec, build }) => spec.build === undefined || build !== undefined,
  );
  for (const application of whole) checkRepository(project, application, trees, report);
  const value = whole.map((application) => lowerImage(project, application, report));
  return { value, diagnostics };
}
