import { type Hosting, servedFolder } from '../../../compiler/link/hosting.ts';
import type { Artifact } from '../../../compiler/model/artifact.ts';
import type { Controller, PluginPlan } from '../../../compiler/model/controller/controller.ts';
import {
  imageTagPlaceholder,
  projectConfigMap,
  scriptsChecksumPlaceholder,
  scriptsConfigMap,
  startFilesConfigMap,
} from '../../../compiler/model/controller/kubernetes/scripts-config-map.ts';
import { pluginCauses } from '../../../compiler/model/controller/plugin-causes.ts';
import type { EnvironmentIr } from '../../../compiler/model/kubernetes/environment.ts';
import type { KubernetesObject } from '../../../compiler/model/kubernetes/kubernetes-object.ts';
import { createTemplates } from '../../../compiler/print/templates.ts';
import { countBreaks } from '../../../compiler/text/count-breaks.ts';
import { fromPolicy, fromSeveral, type Origin, spanOf } from '../../../compiler/text/origin.ts';
import { type Sourced, sourced } from '../../../compiler/text/sourced.ts';
import { joined, type LineMark, TracedText, type Valued } from '../../../compiler/text/traced-text.ts';
import { compareText } from '../../../compiler/util/compare-text.ts';
import { sha256 } from '../../../compiler/util/sha256.ts';
import type { SecretsOperator } from '../../../schema/generated/located.ts';
import { emitObjects, printKustomization } from '../emit-folder.ts';
import { templates } from './generated/templates.js';
import { readmeData } from './guide-data.ts';
import { leftoversData, objectsList } from './leftovers-data.ts';
import { secretsData, secretsList } from './secrets-data.ts';
import { addProjectData, partReadmeData, sharedReadmeData } from './shared-guide-data.ts';

const folder = 'kubernetes/jenkins';

const origin = fromPolicy('Every project has a Jenkins of its own, which runs on Kubernetes.');

const sharedOrigin = fromPolicy('Several projects share a Jenkins, which runs on Kubernetes.');

const render = createTemplates(templates);

/**
 * Returns the files of the controller: its objects, the kustomization.yaml, the script that makes the Secrets from
 * files, the one that finds what earlier specs left in the cluster, and a guide.
 */
export function emitController(controller: Controller, files: ControllerFiles): readonly Artifact[] {
  const { role } = controller;
  const content = controllerContent(controller, files);
  const maps = [scriptsConfigMap(controller, content.scripts), ...startFilesConfigMap(controller)];
  const objects = [...controller.objects, ...maps].sort((a, b) => compareText(a.file, b.file));
  const comments = [
    joined`The Jenkins of ${controller.project.map((name) => name.replace(/\s+/g, ' '))}: kubectl apply --server-side -k .`,
    'Make its Secrets first: see README.md.',
  ];
  if (role.kind === 'shared') return emitShared(controller, role, { objects, comments, content });
  return [
    ...emitObjects(folder, objects).map((artifact) => ({
      ...artifact,
      content: fillContent(artifact.content, content),
    })),
    {
      path: `${folder}/kustomization.yaml`,
      content: printKustomization({ comments, objects, origin }),
      origin,
    },
    {
      path: `${folder}/create-secrets.sh`,
      content: render('create-secrets', secretsData(controller)),
      origin,
    },
    {
      path: `${folder}/leftovers.sh`,
      content: render('leftovers', leftoversData(controller, objects)),
      origin,
    },
    {
      path: `${folder}/README.md`,
      content: render('readme', {
        ...readmeData(controller, files.environments, content.imageTag),
        hasPipelines: files.hasPipelines,
      }),
      origin,
    },
  ];
}

/** Returns the files of a controller that serves several projects; its kustomization.yaml includes what they bring. */
function emitShared(
  controller: Controller,
  role: Extract<Controller['role'], { kind: 'shared' }>,
  { objects, comments, content }: SharedParts,
): readonly Artifact[] {
  const folders = role.served.map(({ hosting: { slug } }) =>
    slug.map((name) => `../../${servedFolder(name)}`),
  );
  const file = (name: string, text: TracedText): Artifact => ({
    path: `${folder}/${name}`,
    content: text,
    origin: sharedOrigin,
  });
  const statefulSetFile = objects.find(({ id }) => id.kind === 'StatefulSet')?.file ?? '';
  return [
    ...emitObjects(folder, objects).map((artifact) => ({
      ...artifact,
      content: fillContent(artifact.content, content),
    })),
    file('kustomization.yaml', printKustomization({ comments, objects, folders, origin: sharedOrigin })),
    ...secretFiles(controller, role.secrets, file),
    file(
      'add-project.sh',
      render(
        'add-project',
        addProjectData(controller, role, { imageTag: content.imageTag, statefulSetFile }),
      ),
    ),
    file('leftovers.sh', render('leftovers', leftoversData(controller, objects))),
    file('README.md', render('shared-readme', sharedReadmeData(controller, role, content.imageTag))),
  ];
}

/** What the files of a shared controller are made of. */
interface SharedParts {
  readonly objects: readonly KubernetesObject[];
  readonly comments: readonly Valued<string>[];
  readonly content: ControllerContent;
}

function secretFiles(
  controller: Controller,
  { operator, store }: SecretsOperator,
  file: (name: string, text: TracedText) => Artifact,
): readonly Artifact[] {
  const isMade = operator.value !== 'none' && store !== undefined;
  if (isMade || controller.secrets.length === 0) return [];
  return [file('create-secrets.sh', render('create-secrets', secretsData(controller)))];
}

const partOrigin = fromPolicy(
  'A project on a shared controller brings the namespaces and rights of its agents, and its scripts.',
);

/** Returns what a project adds to the cluster for its part of a shared controller, with its scripts and a guide. */
export function emitPart(
  controller: Controller,
  hosting: Hosting,
  { initScripts, environments }: Pick<ControllerFiles, 'initScripts' | 'environments'>,
): readonly Artifact[] {
  const { objects } = controller;
  const configMap = {
    object: projectConfigMap(controller, hosting.slug),
    files: initScripts.map(({ path, origin: why }) => sourced(path, why)),
  };
  const project = controller.project.map((name) => name.replace(/\s+/g, ' '));
  const comments = [
    joined`What ${project} adds to the Jenkins ${hosting.controller}, whose kustomization.yaml includes it.`,
    'The ConfigMap of its init scripts is made of the files themselves.',
  ];
  const file = (name: string, text: TracedText): Artifact => ({
    path: `${folder}/${name}`,
    content: text,
    origin: partOrigin,
  });
  return [
    ...emitObjects(folder, objects),
    {
      path: 'kustomization.yaml',
      content: printKustomization({
        comments,
        objects,
        objectsFolder: `${folder}/`,
        configMap,
        origin: partOrigin,
      }),
      origin: partOrigin,
    },
    ...secretFiles(controller, hosting.secrets, file),
    ...(controller.secrets.length === 0 ? [] : [file('secrets.txt', secretsList(controller))]),
    file('objects.txt', objectsList(controller, [...objects, configMap.object])),
    file('README.md', render('part-readme', partReadmeData(controller, hosting, environments))),
  ];
}

/** What the controller runs with besides its objects. */
interface ControllerFiles {
  readonly environments: readonly EnvironmentIr[];
  readonly plugins: PluginPlan['plugins'];
  readonly initScripts: readonly Artifact[];
  /** Those in the image: none where a repository has them. */
  readonly jobDsl: readonly Artifact[];
  /** Whether the Job DSL reads scripts of pipelines. */
  readonly hasPipelines: boolean;
}

/** What the controller's pod depends on and only emitters know. */
interface ControllerContent {
  /** By the names of their files, in the order in which Jenkins runs them. */
  readonly scripts: Readonly<Record<string, Sourced<TracedText>>>;
  /** SHA-256 of the init scripts and of the files that they read, in hexadecimal digits. */
  readonly scriptsChecksum: Sourced<string>;
  /** First digits of the SHA-256 of what the stage `kubernetes` of the Dockerfile is built from. */
  readonly imageTag: Sourced<string>;
}

/** Returns the content of the controller. Its image has another tag if and only if something in it is different. */
function controllerContent(
  { image, seedMode, startFiles }: Controller,
  files: ControllerFiles,
): ControllerContent {
  const scripts = files.initScripts.map((file) => [fileName(file.path), file] as const);
  return {
    scripts: Object.fromEntries(
      scripts.map(([name, { content, origin: why }]) => [name, sourced(content, why)]),
    ),
    scriptsChecksum: sourced(
      checksum([
        ...scripts.flatMap(([name, { content }]) => [name, content.text]),
        ...startFiles.flatMap(({ name, text }) => [name, text.text]),
      ]),
      fromSeveral([...writtenIn(files.initScripts), ...startFiles.map((file) => file.origin)]),
    ),
    imageTag: sourced(
      checksum([
        image.base.value,
        ...files.plugins.map(({ id, version, url }) => `${id}:${version}:${url}`),
        ...files.jobDsl.flatMap(({ path, content }) => [path, content.text]),
      ]).slice(0, 12),
      fromSeveral([
        image.base.origin,
        seedMode.origin,
        ...pluginCauses(files.plugins).values(),
        ...files.plugins.flatMap(({ pin }) => pin?.origin ?? []),
        ...writtenIn(files.jobDsl),
      ]),
    ),
  };
}

/** Returns a printed manifest with what follows from the content in it; no line moves. */
function fillContent(printed: TracedText, content: ControllerContent): TracedText {
  const { text, marks } = printed;
  const all: LineMark[] = [];
  let filled = text;
  for (const [placeholder, value] of [
    [imageTagPlaceholder, content.imageTag],
    [scriptsChecksumPlaceholder, content.scriptsChecksum],
  ] as const) {
    if (!filled.includes(placeholder)) continue;
    for (const line of linesWith(placeholder, filled))
      all.push({ first: line, last: line, origin: value.origin });
    filled = filled.replaceAll(placeholder, value.value);
  }
  return all.length === 0 ? printed : new TracedText(filled, [...marks, ...all]);
}

/** Returns the lines that hold a word, counted from 0, each once. */
function linesWith(word: string, text: string): ReadonlySet<number> {
  const lines = new Set<number>();
  let [line, start] = [0, 0];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    line += countBreaks(text.slice(start, at));
    start = at;
    lines.add(line);
  }
  return lines;
}

/** Returns what is behind the lines of files, each once: a checksum changes with any of it. */
function writtenIn(files: readonly Artifact[]): readonly Origin[] {
  const found = new Set<Origin>();
  for (const { content } of files)
    for (const { origin } of content.marks) if (spanOf(origin) !== undefined) found.add(origin);
  return [...found];
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Lengths are part of what is summed up, so that text cannot move from one entry to the next unnoticed. */
function checksum(texts: readonly string[]): string {
  return sha256(texts.map((text) => `${text.length}:${text}`).join(''));
}
