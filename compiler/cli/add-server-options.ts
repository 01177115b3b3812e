import type { Command } from 'commander';
import { traceOption } from './trace-http.ts';

/** What of the command line says which Jenkins is meant. */
export interface ServerOptions {
  readonly jenkins: string;
  readonly caFile?: string;
  /** `true` for standard error. */
  readonly traceHttp?: string | true;
}

/** A Jenkins, a cluster, or both. */
export interface LiveOptions extends Omit<ServerOptions, 'jenkins'> {
  readonly jenkins?: string;
  /** A context of the kubeconfig; `true` for the current one. */
  readonly cluster?: string | true;
}

/** What is asked, or what is wrong with the command line. */
export type LiveTarget =
  | { readonly kind: 'jenkins'; readonly jenkins: string }
  | { readonly kind: 'cluster'; readonly cluster: string | true }
  | { readonly kind: 'problem'; readonly problem: string };

/** Returns what the options say is asked: one of both. */
export function liveTarget({ jenkins, cluster, caFile, traceHttp }: LiveOptions): LiveTarget {
  if (jenkins !== undefined && cluster === undefined) return { kind: 'jenkins', jenkins };
  if (jenkins !== undefined || cluster === undefined)
    return {
      kind: 'problem',
      problem:
        'name a Jenkins with `--jenkins <url>`, or a cluster with `--cluster [context]`: one at a time',
    };
  return caFile === undefined && traceHttp === undefined
    ? { kind: 'cluster', cluster }
    : { kind: 'problem', problem: '`--ca-file` and `--trace-http` are for `--jenkins`' };
}

/** Where Jenkins is, as an option. */
const JENKINS = [
  '--jenkins <url>',
  'address of Jenkins; the login comes from JENKINS_USER and JENKINS_TOKEN, or from a netrc file',
] as const;

/** Adds the options of commands that need a running Jenkins. */
export function addServerOptions(command: Command): Command {
  return addConnectionOptions(command.requiredOption(...JENKINS));
}

/** Adds the options of commands that ask a running Jenkins, a cluster, or both. */
export function addLiveOptions(command: Command): Command {
  return addConnectionOptions(command.option(...JENKINS)).option(
    '--cluster [context]',
    'ask the cluster of a context of your kubeconfig with kubectl (default: the current context)',
  );
}

function addConnectionOptions(command: Command): Command {
  return command
    .option('--ca-file <file>', 'certificates (PEM) that are trusted in place of those of Node')
    .addOption(traceOption());
}
