import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LocatedObject } from '../../source/node.ts';
import type { Span } from '../../text/span.ts';
import { type Specs, settingsOf } from '../check-spec.ts';
import { MOST_FOLDERS, tooManyFolders } from './job-names.ts';
import type { Rule } from './rule.ts';

/** The most entries of one kind that a project may have. Each becomes jobs and objects: a thousandth of that is usual. */
export const MOST_ENTRIES = 5000;

/** A project has no more of anything than a Jenkins can hold; a larger one would take minutes to compile. */
export const projectSizeRule: Rule = {
  name: 'project-size',
  *check(specs) {
    for (const { noun, entries } of countedEntries(specs)) {
      const first = entries[MOST_ENTRIES];
      if (first === undefined) continue;
      const parameters = { noun, count: entries.length, limit: MOST_ENTRIES };
      yield diagnose('limit/entries', parameters, startOf(first.$.span), {
        help: 'split the project, or remove what nobody uses',
      });
    }
    const { folder } = settingsOf(specs);
    const folders = folder?.value.split('/').length ?? 0;
    if (folder !== undefined && folders > MOST_FOLDERS) yield tooManyFolders(folder, folders);
  },
};

interface Counted {
  readonly noun: string;
  readonly entries: readonly LocatedObject[];
}

function countedEntries(specs: Specs): readonly Counted[] {
  const environments = specs.environments?.environments ?? [];
  const { application, build } = specs;
  const { agents, credentials, views, plugins, job_xml } = settingsOf(specs);
  return [
    { noun: 'components', entries: build?.components ?? [] },
    {
      noun: 'applications',
      entries: [...(application?.applications ?? []), ...(application?.containers ?? [])],
    },
    { noun: 'environments', entries: environments },
    { noun: 'services', entries: environments.flatMap(({ services }) => services) },
    { noun: 'tests', entries: environments.flatMap(({ tests }) => tests) },
    { noun: 'gists', entries: environments.flatMap(({ gists }) => gists) },
    { noun: 'agents', entries: agents },
    { noun: 'credentials', entries: credentials },
    { noun: 'views', entries: views },
    { noun: 'plugins', entries: plugins },
    { noun: 'XML fragments of jobs', entries: job_xml },
  ];
}

/** The entry itself may be long. */
function startOf(span: Span | undefined): Span | undefined {
  return span && { ...span, end: Math.min(span.end, span.start + 1) };
}
