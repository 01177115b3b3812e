import { readGitUrl } from '../util/git-url.ts';
import type { Answer, NewPart, NewProject } from './new-project.ts';
import type { Found } from './source-folder.ts';
import { type Part, partName, type Survey } from './survey.ts';

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

/** Returns the new project that a repository should have: what the user said, else what was found, else a guess to be looked at. */
export function planProject(name: string, seen: Survey, remote: Remote, wishes: Wishes): NewProject {
  const parts = seen.parts.length === 0 ? [unseen(name, seen, wishes)] : partsOf(name, seen, wishes);
  const taken = new Set(parts.map((part) => part.name));
  const git = wishes.git ?? remote.url;
  return {
    name,
    parts,
    git:
      git === undefined
        ? { value: `git@git.example.com:${name}/${name}.git`, todo: 'the repository of the source' }
        : { value: git, ...(wishes.git === undefined ? { from: `the remote \`origin\`${orSsh(git)}` } : {}) },
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

/** Jenkins logs in with a key: over HTTPS it gets what is public. */
function orSsh(git: string): string {
  const [, host, path] = /^https?:\/\/([\w.-]+)\/([\w./~-]+)$/.exec(git) ?? [];
  return host === undefined ? '' : `; if it is private, git@${host}:${path}`;
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

function partsOf(project: string, { parts, compose }: Survey, wishes: Wishes): readonly NewPart[] {
  const taken = new Set<string>();
  return parts.map((part) => {
    const isWhole =
      parts.length === 1 && part.path === '' && compose.built.every(({ folder }) => folder !== '');
    const names = [isWhole ? project : part.name, part.path.split('/').at(-1) ?? '', part.path, project];
    const name = freeName(names, taken);
    const { program } = part;
    const port = wishes.port === undefined ? portOf(program.port) : { value: String(wishes.port) };
    return {
      name,
      runtime: known(wishes.runtime) ?? {
        value: program.runtime.value,
        from: program.runtime.from ?? 'assumed',
      },
      command: commandOf(name, part),
      ...(port === undefined ? {} : { port }),
      found: part,
    };
  });
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

function commandOf(name: string, { program: { start, startIn } }: Part): Answer {
  const folder = `/opt/${name}${startIn === undefined ? '' : `/${startIn}`}`;
  if (start === undefined) return { value: `${folder}/run`, todo: 'what the container runs' };
  return {
    value: `cd ${folder} && exec ${start.value}`,
    ...(start.from === undefined ? {} : { from: start.from }),
  };
}

/** A part that nothing in the folder says anything about. */
function unseen(project: string, { docker }: Survey, wishes: Wishes): NewPart {
  const name = partName(project);
  return {
    name,
    runtime: known(wishes.runtime) ?? { value: 'debian:13-slim', from: 'assumed' },
    port:
      wishes.port === undefined
        ? ((docker.port && portOf(docker.port)) ?? { value: '8080', todo: 'the port that it listens on' })
        : { value: String(wishes.port) },
    command:
      docker.command === undefined
        ? { value: `/opt/${name}/run`, todo: 'what the container runs' }
        : { value: docker.command.value, todo: 'what the container runs; this is from the Dockerfile' },
  };
}

/** What has no place in the specs; people should know that it was seen. */
function notesOf({ compose, ciJobs, leftOut, docker, parts }: Survey): readonly string[] {
  const used = new Set(parts.flatMap(({ program }) => program.test.map(({ value }) => value)));
  const jobs = ciJobs.filter(({ commands }) => !commands.some((command) => used.has(command)));
  return [
    ...compose.others.map(
      ({ name, image, from }) =>
        `${from} runs \`${name}\` from the image \`${image}\`, which is not here: an application with it as \`runtime\` and a service run it.`,
    ),
    ...(docker.base?.from !== undefined && parts.length === 0
      ? [
          `${docker.base.from} builds an image from \`${docker.base.value}\`: images are made of Debian packages here.`,
        ]
      : []),
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
