import type { Ir, IrPart } from '../../../compiler/model/ir.ts';
import { sha256 } from '../../../compiler/util/sha256.ts';
import { type InitScriptFile, renderInitScripts } from '../../init-groovy/render-init-scripts.ts';
import { jobDsl } from '../../job-dsl/index.ts';

/** The parts of the IR that the content of the controller is made of. */
export const controllerParts = [
  'controller',
  'plugins',
  'items',
  'ownScripts',
] as const satisfies readonly IrPart[];
export type ControllerPart = (typeof controllerParts)[number];

/** What the controller's pod depends on and only emitters know. */
export interface ControllerContent {
  readonly scripts: readonly InitScriptFile[];
  /** SHA-256 of the init scripts, in hexadecimal digits. */
  readonly scriptsChecksum: string;
  /** First digits of the SHA-256 of what the stage `kubernetes` of the Dockerfile is built from. */
  readonly imageTag: string;
}

/** Returns the content of the controller. Its image has another tag if and only if something in it is different. */
export function controllerContent(ir: Pick<Ir, ControllerPart | 'project'>): ControllerContent {
  const { image } = ir.controller;
  const scripts = renderInitScripts(ir.controller);
  const plugins = ir.plugins.plugins.map(({ id, version, url }) => `${id}:${version}:${url}`);
  const jobs = image.jobDslFolder === undefined ? [] : jobDsl.emit(ir);
  return {
    scripts,
    scriptsChecksum: checksum(scripts.flatMap(({ name, content }) => [name, content.text])),
    imageTag: checksum([
      image.base.value,
      ...plugins,
      ...jobs.flatMap(({ path, content }) => [path, content.text]),
    ]).slice(0, 12),
  };
}

/** Lengths are part of what is summed up, so that text cannot move from one entry to the next unnoticed. */
function checksum(texts: readonly string[]): string {
  return sha256(texts.map((text) => `${text.length}:${text}`).join(''));
}
