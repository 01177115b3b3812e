import { checkCodes } from './codes/check.ts';
import { collisionCodes } from './codes/collision.ts';
import { controllerCodes } from './codes/controller.ts';
import { fleetCodes } from './codes/fleet.ts';
import { hostCodes } from './codes/host.ts';
import { imageCodes } from './codes/image.ts';
import { importCodes } from './codes/import.ts';
import { jobCodes } from './codes/job.ts';
import { kubernetesCodes } from './codes/kubernetes.ts';
import { limitCodes } from './codes/limit.ts';
import { linkCodes } from './codes/link.ts';
import { liveCodes } from './codes/live.ts';
import { liveApplyCodes } from './codes/live-apply.ts';
import { liveClusterCodes } from './codes/live-cluster.ts';
import { outputCodes } from './codes/output.ts';
import { pluginCodes } from './codes/plugin.ts';
import { requestCodes } from './codes/request.ts';
import { schemaCodes } from './codes/schema.ts';
import { secretCodes } from './codes/secret.ts';
import { serverCodes } from './codes/server.ts';
import { sourceCodes } from './codes/source.ts';
import { spellingCodes } from './codes/spelling.ts';
import { suppressionCodes } from './codes/suppression.ts';
import { typescriptCodes } from './codes/typescript.ts';
import { readPages } from './generated/pages.ts';

/** Every diagnostic that the compiler can report, by its code. One table per area stands in `codes/`. */
export const codes = {
  ...hostCodes,
  ...sourceCodes,
  ...schemaCodes,
  ...linkCodes,
  ...liveCodes,
  ...liveApplyCodes,
  ...liveClusterCodes,
  ...spellingCodes,
  ...checkCodes,
  ...secretCodes,
  ...collisionCodes,
  ...suppressionCodes,
  ...typescriptCodes,
  ...outputCodes,
  ...controllerCodes,
  ...pluginCodes,
  ...kubernetesCodes,
  ...imageCodes,
  ...jobCodes,
  ...requestCodes,
  ...fleetCodes,
  ...limitCodes,
  ...serverCodes,
  ...importCodes,
};

/** The slug of a diagnostic, such as `schema/unknown-field`. */
export type Code = keyof typeof codes;

/** The parameters that the message of a code takes. */
export type Parameters<C extends Code> = (typeof codes)[C]['message'] extends (parameters: infer P) => string
  ? P
  : never;

/** Returns the page about a diagnostic as Markdown, or undefined for a code without one. */
export function pageOf(code: string): string | undefined {
  const pages = readPages();
  return Object.hasOwn(pages, code) ? pages[code] : undefined;
}
