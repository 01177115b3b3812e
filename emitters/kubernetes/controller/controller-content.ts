import type { Artifact } from '../../../compiler/model/artifact.ts';
import {
  imageTagPlaceholder,
  scriptsChecksumPlaceholder,
} from '../../../compiler/model/controller/content-placeholders.ts';
import type { Controller } from '../../../compiler/model/controller/controller.ts';
import type { PluginPlan } from '../../../compiler/model/controller/plugin-plan.ts';
import { TracedText } from '../../../compiler/text/traced-text.ts';
import { sha256 } from '../../../compiler/util/sha256.ts';

/** What the controller runs with besides its objects. */
export interface ControllerFiles {
  readonly plugins: PluginPlan['plugins'];
  readonly initScripts: readonly Artifact[];
  /** Those in the image: none where a repository has them. */
  readonly jobDsl: readonly Artifact[];
}

/** What the controller's pod depends on and only emitters know. */
export interface ControllerContent {
  /** By the names of their files, in the order in which Jenkins runs them. */
  readonly scripts: Readonly<Record<string, TracedText>>;
  /** SHA-256 of the init scripts, in hexadecimal digits. */
  readonly scriptsChecksum: string;
  /** First digits of the SHA-256 of what the stage `kubernetes` of the Dockerfile is built from. */
  readonly imageTag: string;
}

/** Returns the content of the controller. Its image has another tag if and only if something in it is different. */
export function controllerContent({ image }: Controller, files: ControllerFiles): ControllerContent {
  const scripts = files.initScripts.map(({ path, content }) => [fileName(path), content] as const);
  return {
    scripts: Object.fromEntries(scripts),
    scriptsChecksum: checksum(scripts.flatMap(([name, { text }]) => [name, text])),
    imageTag: checksum([
      image.base.value,
      ...files.plugins.map(({ id, version, url }) => `${id}:${version}:${url}`),
      ...files.jobDsl.flatMap(({ path, content }) => [path, content.text]),
    ]).slice(0, 12),
  };
}

/** Returns a printed manifest with what follows from the content in it; no line moves. */
export function fillContent({ text, marks }: TracedText, content: ControllerContent): TracedText {
  const filled = text
    .replaceAll(imageTagPlaceholder, content.imageTag)
    .replaceAll(scriptsChecksumPlaceholder, content.scriptsChecksum);
  return new TracedText(filled, marks);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Lengths are part of what is summed up, so that text cannot move from one entry to the next unnoticed. */
function checksum(texts: readonly string[]): string {
  return sha256(texts.map((text) => `${text.length}:${text}`).join(''));
}
