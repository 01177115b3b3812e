import { once } from '../util/once.ts';
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
import type { CodeDefinition } from './define-codes.ts';
import { readPages } from './generated/pages.ts';

/** The tables of all diagnostics that the compiler can report, by area: what stands before the slash of a code. */
const areas = {
  file: hostCodes,
  source: sourceCodes,
  schema: schemaCodes,
  link: linkCodes,
  live: once(() => ({ ...liveCodes(), ...liveApplyCodes(), ...liveClusterCodes() })),
  spelling: spellingCodes,
  check: checkCodes,
  secret: secretCodes,
  collision: collisionCodes,
  suppression: suppressionCodes,
  ts: typescriptCodes,
  baseline: outputCodes,
  output: outputCodes,
  controller: controllerCodes,
  plugin: pluginCodes,
  kubernetes: kubernetesCodes,
  image: imageCodes,
  job: jobCodes,
  request: requestCodes,
  fleet: fleetCodes,
  limit: limitCodes,
  server: serverCodes,
  import: importCodes,
};

type Area = keyof typeof areas;
type Table<A extends Area> = ReturnType<(typeof areas)[A]>;

/** The slug of a diagnostic, such as `schema/unknown-field`. */
export type Code = { [A in Area]: keyof Table<A> }[Area];

/** The entry of a code as its table has it. */
type Entry<C extends Code> = { [A in Area]: C extends keyof Table<A> ? Table<A>[C] : never }[Area];

/** The parameters that the message of a code takes. */
export type Parameters<C extends Code> = Entry<C>['message'] extends (parameters: infer P) => string
  ? P
  : never;

/** Returns what the tables say about a code. */
export function codeDefinition<C extends Code>(code: C): CodeDefinition<Parameters<C>> {
  const found = tableOf(code)?.[code];
  if (found === undefined) throw new Error(`no table has ${code}`);
  // The entries differ in their parameters; the signature above ties them to the code.
  return found as unknown as CodeDefinition<Parameters<C>>;
}

/** Returns all codes, area by area. */
export function allCodes(): readonly Code[] {
  const tables = new Set<AreaTable>(Object.values(areas));
  return [...tables].flatMap((table) => Object.keys(table()).filter(isCode));
}

/** Tells whether a text is a code. */
export function isCode(text: string): text is Code {
  const table = tableOf(text);
  return table !== undefined && Object.hasOwn(table, text);
}

type AreaTable = () => Readonly<Record<string, CodeDefinition<never>>>;

function tableOf(code: string): ReturnType<AreaTable> | undefined {
  const area = code.slice(0, code.indexOf('/'));
  const tables: Readonly<Record<string, AreaTable>> = areas;
  return Object.hasOwn(areas, area) ? tables[area]?.() : undefined;
}

/** Returns the page about a diagnostic as Markdown, or undefined for a code without one. */
export function pageOf(code: string): string | undefined {
  const pages = readPages();
  return Object.hasOwn(pages, code) ? pages[code] : undefined;
}
