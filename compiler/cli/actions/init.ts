import { todoComments } from '../../check/todo-comments.ts';
import { openConfined, pathBelow } from '../../host/confined-files.ts';
import { makeConfinedFolder } from '../../host/confined-path.ts';
import { openGit } from '../../host/git.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, baseName, joinPath } from '../../host/path.ts';
import { createFile } from '../../host/replace-file.ts';
import { analyse } from '../../pipeline.ts';
import { openProject } from '../../read/open-project.ts';
import { readProject } from '../../read/read-project.ts';
import { count } from '../../report/summary.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import { newProject } from '../../scaffold/new-project.ts';
import { planProject, type Remote, usableUrl, type Wishes } from '../../scaffold/plan-project.ts';
import type { NewProject } from '../../scaffold/project-parts.ts';
import { type Survey, survey } from '../../scaffold/survey.ts';
import { positionAt } from '../../text/position.ts';
import { slug } from '../../util/slug.ts';
import { adoptProject, type NewFiles } from '../init/adopt-project.ts';
import { askQuestions } from '../init/ask-questions.ts';

/** The options of `bitesize init`; what is absent was not given. */
export interface InitOptions extends Wishes {
  readonly name?: string;
  readonly from?: string;
  readonly jobs?: boolean;
}

/** The files of a project, and what to tell about them before and after they are written. */
interface Created {
  readonly files: NewFiles;
  readonly seen?: readonly string[];
  readonly advice?: readonly string[];
}

/** Runs `bitesize init`: writes the specs of a new project, or adopts those of another folder or repository. */
export async function runInit(host: Host, folder: string, options: InitOptions): Promise<ExitCode> {
  const there = readProject(host, folder).names;
  if (there.length > 0)
    return failed(host, `\`${place(folder)}\` has specs already: ${there.join(', ')}`, exitCodes.usage);
  const made =
    options.from === undefined
      ? await created(host, folder, options)
      : await adopted(host, folder, options.from);
  if (made === 'stopped') return failed(host, 'stopped: nothing was written', exitCodes.failure);
  if (typeof made === 'string') return failed(host, made, exitCodes.usage);
  const parent = makeConfinedFolder(host, place(folder));
  if (!parent.ok)
    return failed(host, `cannot make \`${place(folder)}\`: ${parent.failure.reason}`, exitCodes.failure);
  for (const line of made.seen ?? []) host.stdout.write(`${line}\n`);
  for (const [name, content] of made.files) {
    const path = joinPath(folder, name);
    const written = createFile(host, path, content);
    if (!written.ok)
      return failed(host, `cannot write \`${name}\`: ${written.failure.reason}`, exitCodes.failure);
    host.stdout.write(`wrote ${path}\n`);
  }
  for (const line of made.advice ?? []) host.stdout.write(`${line}\n`);
  host.stdout.write(await nextSteps(host, folder));
  return exitCodes.fine;
}

async function nextSteps(host: Host, folder: string): Promise<string> {
  const written = await openProject(host, folder);
  const found = [...written.diagnostics, ...analyse(written.sources).diagnostics];
  const errors = found.filter(({ severity }) => severity === 'error');
  const check = `bitesize check ${place(folder)}`;
  if (errors.some(({ code }) => code === 'ts/forbidden-import' || code === 'ts/unknown-import'))
    return `next: ${check}   (the specs import files from outside their folder: copy these, or pass --root)\n`;
  if (errors.length > 0)
    return `next: ${check} --fix   (${count(errors.length, 'error')}, some may mend themselves)\n`;
  const todos = written.sources.flatMap(todoComments).map(({ span, text }) => {
    const path = joinPath(folder, span.file.name);
    return `to do: ${path}:${positionAt(span.file, span.start).line}: ${text.replace(/^\W*TODO:?\s*/, '')}\n`;
  });
  const more = found.filter(({ code }) => code !== 'check/todo').length;
  const alsoCheck = more > 0 ? `next: ${check}   (${count(more, 'warning')})\n` : '';
  const readme = 'out/kubernetes/jenkins/README.md leads from there to the first build';
  return `${todos.join('')}${alsoCheck}next: bitesize compile ${place(folder)} --out out   (${readme})\n`;
}

async function adopted(host: Host, folder: string, from: string): Promise<Created | string> {
  const files = await adoptProject(host, folder, from);
  return typeof files === 'string' ? files : { files };
}

async function created(host: Host, folder: string, options: InitOptions): Promise<Created | string> {
  const given = options.name ?? baseName(absolutePath(host.cwd, folder));
  if (!/[a-z0-9]/i.test(given)) return `\`${given}\` makes no name for a project: pass \`--name <name>\``;
  const { seen, remote, isCheckout, home } = lookAt(host, folder);
  const asked =
    host.ask === undefined || Object.keys(options).some((name) => name !== 'jobs')
      ? {}
      : await askQuestions(host.ask, { remote: remote.url });
  if (asked === undefined) return 'stopped';
  // Names of namespaces have 63 letters, and `-jenkins` stands behind it.
  const name = slug(given).slice(0, 40).replace(/-+$/, '');
  const project = planProject(name, seen, remote, { ...asked, ...options }, home);
  return {
    files: new Map(newProject(project, options.jobs).map(({ name, text }) => [name, text])),
    seen: describeSurvey(seen, project),
    advice:
      isCheckout && !seen.ignoresOutput
        ? ['advice: put `out/` into .gitignore: it is made anew from the specs']
        : [],
  };
}

/** Returns lines that tell the user what was found where, what was assumed, and what could not be read. */
function describeSurvey(seen: Survey, project: NewProject): readonly string[] {
  const { components, thirdParties, notes } = project;
  const assumed = components.flatMap(({ name, code, images }) => {
    const { version, tools } = code?.program.image ?? {};
    const ports = images.flatMap(({ services }) => services).filter(({ port }) => port?.todo !== undefined);
    return [
      ...(version === undefined || version.from !== undefined
        ? []
        : [`assumed \`${tools?.(version.value)}\` for \`${name}\`: no file names a version`]),
      ...ports.map(
        (service) => `assumed port ${service.port?.value} for \`${service.name}\`: no file names one`,
      ),
    ];
  });
  return [
    ...components.flatMap(({ name, from, code }) =>
      from === '' ? [] : [`found \`${name}\`: ${code?.language ?? 'its Dockerfile'} (${from})`],
    ),
    ...thirdParties.map(({ name, image, from }) => `found \`${name}\`: ${image} (${from})`),
    ...(components.every(({ from }) => from === '')
      ? ['found no Dockerfile, and no program in a language that is known here']
      : []),
    ...(project.registry.from === undefined ? [] : [`assumed the registry \`${project.registry.value}\``]),
    ...(project.branch.from === 'assumed' ? [`assumed branch \`${project.branch.value}\``] : []),
    ...assumed,
    ...notes.map((note) => `note: ${note}`),
    ...seen.unread.map(({ path, problem }) => `could not read \`${path}\`: ${problem}`),
  ];
}

/** What `init` looks at. */
interface Looked {
  readonly seen: Survey;
  readonly remote: Remote;
  readonly isCheckout: boolean;
  /** The folder of the specs, as a path from the one that was looked at; empty for itself. */
  readonly home: string;
}

/** What is in the folder and its repository. Of a folder of its own for the specs, the whole repository is looked at. */
function lookAt(host: Host, folder: string): Looked {
  const files = openConfined(host.files, { cwd: host.cwd, folder });
  const opened = openGit(host, folder);
  if (!opened.ok) return { seen: survey(files, ''), remote: {}, isCheckout: false, home: '' };
  const { top, run } = opened.git;
  const within = placeBelow(host, top, folder);
  const own = survey(files, within ?? '');
  const isEnough = within === undefined || within === '' || own.parts.length > 0;
  const said = (...argv: string[]) => {
    const ran = run(argv);
    return ran.started && ran.code === 0 ? ran.stdout.trim() : '';
  };
  const url = usableUrl(said('remote', 'get-url', 'origin'));
  const main = said('symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD').replace(
    /^origin\//,
    '',
  );
  const branch = main === '' ? said('symbolic-ref', '--quiet', '--short', 'HEAD') : main;
  return {
    seen: isEnough ? own : survey(openConfined(host.files, { cwd: top, folder: top }), ''),
    home: isEnough ? '' : within,
    remote: {
      ...(url === undefined ? {} : { url }),
      ...(/^[\w./-]{1,200}$/.test(branch) ? { branch } : {}),
    },
    isCheckout: true,
  };
}

/** The path of a folder below the top of its repository; it may not be there yet. Undefined where that cannot be told. */
function placeBelow(host: Host, top: string, folder: string): string | undefined {
  const real = host.files.realPath(absolutePath(host.cwd, folder));
  if (real.ok) return pathBelow(top, real.value);
  const parent = host.files.realPath(host.cwd);
  return parent.ok ? pathBelow(top, absolutePath(parent.value, folder)) : undefined;
}

function place(folder: string): string {
  return folder === '' ? '.' : folder;
}

function failed(host: Host, problem: string, code: ExitCode): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return code;
}
