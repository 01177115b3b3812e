import type { ChangeGroup } from '../../diff/change.ts';
import type { Host } from '../../host/host.ts';
import { findDrift } from '../../live/find-drift.ts';
import { findServerDrift } from '../../live/server-drift.ts';
import { count } from '../../report/summary.ts';
import { type ExitCode, exitCodes } from '../../run/exit-code.ts';
import type { ColourChoice } from '../../run/finish/use-colour.ts';
import { type LiveOptions, liveTarget, type ServerOptions } from '../add-server-options.ts';
import { type DiffFormat, printGroups } from '../diff/print-diff.ts';
import { openLive, tellFindings } from '../live/open-live.ts';
import { showCluster } from '../live/show-cluster.ts';

/** The options of `bitesize drift`. */
export interface DriftOptions extends LiveOptions {
  readonly format: DiffFormat;
  readonly others?: true;
  readonly exitCode?: true;
  readonly color: ColourChoice;
}

/** Runs `bitesize drift`: in what a running Jenkins, or a cluster, differs from what the specs make. */
export async function runDrift(
  host: Host,
  folders: readonly string[],
  options: DriftOptions,
): Promise<ExitCode> {
  const target = liveTarget(options);
  switch (target.kind) {
    case 'problem':
      host.stderr.write(`error: ${target.problem}\n`);
      return exitCodes.usage;
    case 'cluster':
      return showCluster(host, folders, { ...options, ...target }, 'drift');
    case 'jenkins':
      return showJenkins(host, folders, { ...options, ...target });
  }
}

async function showJenkins(
  host: Host,
  folders: readonly string[],
  options: DriftOptions & ServerOptions,
): Promise<ExitCode> {
  const opened = await openLive(host, folders, { ...options, besideJobs: true });
  if (opened.kind === 'ended') return opened.code;
  const { projects, wanted, state, equal, findings } = opened.live;
  const items = findDrift(wanted, state, equal);
  equal.save();
  const server = findServerDrift(projects, wanted, state.facts);
  const changed = [...items.changed, ...server.changed];
  const missing = [...items.missing, ...server.missing];
  const { leftOver } = items;
  const isWrong = tellFindings(host, [...findings, ...server.findings], options.color);
  const groups: readonly ChangeGroup[] = [
    { id: 'changed', title: 'Changed in Jenkins', changes: changed },
    { id: 'missing', title: 'Missing in Jenkins', changes: missing },
    { id: 'leftOver', title: 'Left over: no spec makes it any more', changes: leftOver },
    ...(options.others === true
      ? [
          {
            id: 'others',
            title: 'Not made from specs',
            changes: [],
            names: [...items.others, ...server.others],
          },
        ]
      : []),
  ];
  const drifted = changed.length + missing.length + leftOver.length;
  const summary = `Drift: ${changed.length} changed, ${missing.length} missing, ${leftOver.length} left over; ${count(items.others.length, 'item')} of others`;
  const head = {
    url: state.url,
    drift: { changed: changed.length, missing: missing.length, leftOver: leftOver.length },
  };
  host.stdout.write(printGroups(host, groups, { summary, head }, options), 'colours');
  if (isWrong) return exitCodes.errors;
  return options.exitCode === true && drifted > 0 ? exitCodes.differs : exitCodes.fine;
}
