import { readGitUrl } from '../util/git-url.ts';
import type { ImageRecipe } from './detectors/detector.ts';
import type { NewComponent, NewImage, NewProject, NewService } from './project-parts.ts';
import type { Found } from './source-folder.ts';
import type { Answer } from './spec-text.ts';
import { type Part, type PartImage, partName, type Survey } from './survey.ts';

/** What the user said, on the command line or when asked; absent is what nobody said. */
export interface Wishes {
  readonly git?: string;
  readonly branch?: string;
  readonly runtime?: string;
  readonly host?: string;
  readonly port?: number;
  readonly registry?: string;
}

/** What git says of the checkout. */
export interface Remote {
  readonly url?: string;
  readonly branch?: string;
}

/**
 * Returns the new project that a repository should have: what the user said, else what was found, else a guess to be looked
 * at. `home` is the folder that the specs are written to, as a path from the one that was looked at; empty for itself.
 */
export function planProject(
  name: string,
  seen: Survey,
  remote: Remote,
  wishes: Wishes,
  home: string,
): NewProject {
  const components = componentsOf(name, seen, wishes, home);
  const taken = new Set(
    components.flatMap(({ images }) => images.flatMap(({ services }) => services)).map((each) => each.name),
  );
  const git = wishes.git ?? remote.url;
  return {
    name,
    components,
    git:
      git === undefined
        ? { value: `git@git.example.com:${name}/${name}.git`, todo: 'the repository of the source' }
        : { value: git, ...(wishes.git === undefined ? { from: 'the remote `origin`' } : {}) },
    branch: known(wishes.branch) ?? {
      value: remote.branch ?? 'main',
      from: remote.branch === undefined ? 'assumed' : 'the branch of the checkout',
    },
    registry: known(wishes.registry) ??
      registryOf(git) ?? { value: 'registry.example.com', todo: 'the registry that images are pushed to' },
    host: known(wishes.host) ?? { value: `${name}.example.com`, todo: 'the host name that people use' },
    thirdParties: seen.compose.thirdParties.flatMap((each) => {
      const own = partName(each.name);
      if (own === '' || taken.has(own)) return [];
      taken.add(own);
      return [{ ...each, name: own }];
    }),
    notes: notesOf(seen),
  };
}

/** Returns the registry that comes with a repository of GitLab or GitHub; undefined for one elsewhere. */
export function registryOf(git: string | undefined): Answer | undefined {
  const [, host = '', path = ''] =
    /^(?:(?:https|ssh):\/\/)?(?:[\w.-]+@)?(gitlab\.com|github\.com)[:/]+([\w./-]+?)(?:\.git)?\/?$/.exec(
      git ?? '',
    ) ?? [];
  const value = host === 'gitlab.com' ? `registry.gitlab.com/${path}` : `ghcr.io/${path.split('/')[0]}`;
  return host === '' ? undefined : { value: value.toLowerCase(), from: 'that of the repository; assumed' };
}

function known(value: string | undefined): Answer | undefined {
  return value === undefined ? undefined : { value };
}

function componentsOf(project: string, seen: Survey, wishes: Wishes, home: string): readonly NewComponent[] {
  const { parts, within } = seen;
  // Of a folder that nothing is known of, something is built all the same.
  const all: readonly Part[] = parts.length === 0 ? [unseen(project)] : parts;
  const [first] = all;
  const isWhole = all.length === 1 && first?.path === '' && first.images.length === 1;
  const components = new Set<string>();
  const services = new Set<string>();
  return all.map((part): NewComponent => {
    const last = part.path.split('/').at(-1) ?? '';
    const name = freeName([isWhole ? project : part.name, last, part.path, project], components);
    const { program } = part.code ?? {};
    const images = part.images.map((image): NewImage => {
      const own = part.images.length === 1 ? name : image.services[0].name;
      const [main, ...others] = image.services;
      const imageName = freeName([own, main.name], services);
      const portOfService = (port: Found<number> | undefined) =>
        wishes.port === undefined ? portOf(port) : { value: String(wishes.port) };
      const serviceOf = (service: typeof main, called: string): NewService => {
        const port = portOfService(service.port);
        return {
          name: called,
          ...(port === undefined ? {} : { port }),
          ...(service.command === undefined ? {} : { command: service.command }),
          variables: service.variables,
        };
      };
      return {
        name: imageName,
        ...buildOf(image, part, within, { home, name: imageName, wishes, isIgnoring: seen.ignoring }),
        services: [
          serviceOf(parts.length === 0 ? { ...main, port: { value: 8080 } } : main, imageName),
          ...others.map((service) => serviceOf(service, freeName([service.name], services))),
        ],
      };
    });
    const isAlone =
      part.path !== '' &&
      program?.fromTop !== true &&
      part.images.every(({ context }) => context === part.path || context.startsWith(`${part.path}/`));
    return {
      name,
      ...(part.code === undefined ? {} : { code: part.code }),
      from: part.from,
      folder: joined(within, program?.fromTop === true ? '' : part.path),
      ...(all.length > 1 && isAlone ? { paths: `${joined(within, part.path)}/**` } : {}),
      images,
    };
  });
}

interface ImagePlace {
  readonly home: string;
  readonly name: string;
  readonly wishes: Wishes;
  readonly isIgnoring: ReadonlySet<string>;
}

/** Where the image is built from, and its Dockerfile where there is none yet. */
function buildOf(
  { context, dockerfile, services }: PartImage,
  { path, code }: Part,
  within: string,
  { home, name, wishes, isIgnoring }: ImagePlace,
): Pick<NewImage, 'context' | 'dockerfile' | 'written'> {
  const own = dockerfile ?? (home === '' ? joined(path, 'Dockerfile') : `${home}/${name}.Dockerfile`);
  const place = { context: joined(within, context) || '.', dockerfile: relativePath(context, own) };
  if (dockerfile !== undefined) return place;
  const { program } = code ?? {};
  const version = program?.image.version.value ?? '';
  const recipe: ImageRecipe | undefined = program?.recipe;
  const port = wishes.port ?? services[0].port?.value;
  return {
    ...place,
    written: {
      // Paths of files are relative to the folder of the specs.
      file: home === '' ? own : `${name}.Dockerfile`,
      hasIgnore: isIgnoring.has(context),
      ...(recipe === undefined ? {} : { recipe }),
      ...(program === undefined ? {} : { tools: program.image.tools(version) }),
      runtime: wishes.runtime ?? recipe?.runtime(version) ?? 'debian:13-slim',
      ...(program?.start === undefined ? {} : { start: program.start.value }),
      ...(port === undefined ? {} : { port: String(port) }),
    },
  };
}

function joined(folder: string, path: string): string {
  return [folder, path].filter((part) => part !== '').join('/');
}

/** A path as it is written relative to a folder; both are from the same top. */
function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** Takes the first name that nobody has; where all are taken, the first one with a number. */
function freeName(names: readonly string[], taken: Set<string>): string {
  const possible = names.map(partName).filter((name) => name !== '');
  const [first = 'app'] = possible;
  let name = possible.find((each) => !taken.has(each)) ?? first;
  for (let number = 2; taken.has(name); number++) name = `${first}-${number}`;
  taken.add(name);
  return name;
}

function portOf(port: Found<number> | undefined): Answer | undefined {
  if (port === undefined) return undefined;
  const value = String(port.value);
  return port.from === undefined
    ? { value, todo: `the port that it listens on; ${value} is a guess` }
    : { value, from: port.from };
}

/** A part that nothing in the folder says anything about. */
function unseen(project: string): Part {
  return {
    name: project,
    path: '',
    from: '',
    images: [{ context: '', services: [{ name: project, variables: { value: [] } }] }],
  };
}

/** What has no place in the specs; people should know that it was seen. */
function notesOf({ compose, ciJobs, leftOut, parts }: Survey): readonly string[] {
  const used = new Set(parts.flatMap(({ code }) => code?.program.test.map(({ value }) => value) ?? []));
  const jobs = ciJobs.filter(({ commands }) => !commands.some((command) => used.has(command)));
  return [
    ...compose.others.map(
      ({ name, image, from }) =>
        `${from} runs \`${name}\` from the image \`${image}\`, which is not here: a service with \`image\` and a tag runs it.`,
    ),
    ...compose.built.flatMap(({ name, target, from }) =>
      target === undefined
        ? []
        : [
            `${from} builds \`${name}\` up to the stage \`${target}\`: here it is the last stage; \`target\` says another one.`,
          ],
    ),
    ...jobs
      .slice(0, 5)
      .map(({ name, commands, from }) => `${from} tests in \`${name}\`: ${commands.slice(0, 5).join('; ')}`),
    ...(leftOut > 0 ? [`${leftOut} more folders have programs in them and are not here.`] : []),
  ];
}

/** Returns a URL that git and Jenkins fetch from; undefined for what is none, or has a password in it. */
export function usableUrl(text: string): string | undefined {
  if (!/^[!-~]{1,500}$/.test(text) || /\/\/[^/@]*:[^/@]*@/.test(text) || /^[\w-]+::/.test(text))
    return undefined;
  return readGitUrl(text).kind === 'wrong' ? undefined : text;
}
