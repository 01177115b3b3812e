import type { Artifact } from '../../../compiler/model/artifact.ts';
import type { Controller, PluginPlan } from '../../../compiler/model/controller/controller.ts';
import {
  imageTagPlaceholder,
  scriptsChecksumPlaceholder,
  scriptsConfigMap,
  startFilesConfigMap,
} from '../../../compiler/model/controller/kubernetes/scripts-config-map.ts';
import { pluginCauses } from '../../../compiler/model/controller/plugin-causes.ts';
import type { EnvironmentIr } from '../../../compiler/model/kubernetes/environment.ts';
import { createTemplates } from '../../../compiler/print/templates.ts';
import { fromPolicy, fromSeveral, type Origin, spanOf } from '../../../compiler/text/origin.ts';
import { type Sourced, sourced } from '../../../compiler/text/sourced.ts';
import { joined, type LineMark, TracedText } from '../../../compiler/text/traced-text.ts';
import { compareText } from '../../../compiler/util/compare-text.ts';
import { sha256 } from '../../../compiler/util/sha256.ts';
import { emitObjects, printKustomization } from '../emit-folder.ts';
import { templates } from './generated/templates.js';
import { readmeData } from './guide-data.ts';
import { leftoversData } from './leftovers-data.ts';
import { secretsData } from './secrets-data.ts';

const folder = 'kubernetes/jenkins';

const origin = fromPolicy('Every project has a Jenkins of its own, which runs on Kubernetes.');

const render = createTemplates(templates);

/**
 * Returns the files of the controller: its objects, the kustomization.yaml, the script that makes the Secrets from
 * files, the one that finds what earlier specs left in the cluster, and a guide.
 */
export function emitController(controller: Controller, files: ControllerFiles): readonly Artifact[] {
  const content = controllerContent(controller, files);
  const maps = [scriptsConfigMap(controller, content.scripts), ...startFilesConfigMap(controller)];
  const objects = [...controller.objects, ...maps].sort((a, b) => compareText(a.file, b.file));
  const comments = [
    joined`The Jenkins of ${controller.project.map((name) => name.replace(/\s+/g, ' '))}: kubectl apply --server-side -k .`,
    'Make its Secrets first: see README.md.',
  ];
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
function fillContent({ text, marks }: TracedText, content: ControllerContent): TracedText {
  const all: LineMark[] = [];
  let filled = text;
  for (const [placeholder, value] of [
    [imageTagPlaceholder, content.imageTag],
    [scriptsChecksumPlaceholder, content.scriptsChecksum],
  ] as const) {
    if (!filled.includes(placeholder)) continue;
    filled.split('\n').forEach((line, index) => {
      if (line.includes(placeholder)) all.push({ first: index, last: index, origin: value.origin });
    });
    filled = filled.replaceAll(placeholder, value.value);
  }
  return all.length === 0 ? new TracedText(text, marks) : new TracedText(filled, [...marks, ...all]);
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
