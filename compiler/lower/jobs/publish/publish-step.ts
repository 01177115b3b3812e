import type { ShellBuilder } from '../../../../jenkins/builders/shell.ts';
import type { Component, Jenkins } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { shellWord } from '../../../print/shell-word.ts';
import { fromSeveral, spanOf } from '../../../text/origin.ts';

import { slug } from '../../../util/slug.ts';
import { aptSigningFolder } from '../../controller/kubernetes/apt-server.ts';
import type { JobScope } from '../job-scope.ts';
import { renderScript } from '../render-script.ts';
import { aptApiUrl, debPatterns } from './apt-api.ts';

import { packageNames, packagesOfOthers } from './package-names.ts';

/**
 * Returns the step that publishes the Debian packages of a component to the apt repository of the project, in a list
 * of one or none. It talks to aptly's REST API (https://www.aptly.info/doc/api/): uploads the files, adds them to
 * the repository, and brings the published repository up to date, or publishes it for the first time. The plugin
 * published after every build, packages or not.
 */
export function publishStep(scope: JobScope, component: Component): readonly ShellBuilder[] {
  const { apt } = scope.settings;
  const patterns = debPatterns(component);
  if (patterns.length === 0 || apt.enabled?.value === false) return [];
  const origin = fromSeveral(patterns.map((pattern) => pattern.origin));
  const api = aptApiUrl(scope.project);
  for (const { name, owner } of packagesOfOthers(scope.project, component)) {
    scope.report(
      diagnose('job/package-of-another', { name: name.value, component: owner }, spanOf(name.origin), {
        help: 'give the package another name, or build it in one component only',
      }),
    );
  }
  const { own, others, prefix } = packageNames(scope.project, component);
  const script = renderScript('publish-debs.sh', {
    patterns: patterns.map((pattern, index) => ({
      regex: antPatternRegex(pattern.value),
      or: index > 0,
      origin: pattern.origin,
    })),
    api: api.value,
    apiOrigin: api.origin,
    folder: slug(component.name.value),
    own: own.map(shellWord).join(' | '),
    others: others.flatMap((name) => [shellWord(name), `${shellWord(name)}-*`]).join(' | '),
    prefix: `${shellWord(prefix)}-*`,
    namesOrigin: fromSeveral([component.name.origin, ...component.packages.map((name) => name.origin)]),
    ...requests(apt),
    origin,
  });
  return [{ kind: 'shell', script, origin }];
}

/** The bodies of the requests. */
function requests(apt: Jenkins['apt']) {
  const { name, distribution, component } = apt;
  const signing = signingOptions(apt);
  return {
    repository: encodeURIComponent(name.value),
    // aptly's own way to write a distribution in a URL.
    distribution: encodeURIComponent(distribution.value.replaceAll('_', '__').replaceAll('/', '_')),
    create: JSON.stringify({
      Name: name.value,
      DefaultDistribution: distribution.value,
      DefaultComponent: component.value,
    }),
    update: JSON.stringify({ Signing: signing }),
    publish: JSON.stringify({
      SourceKind: 'local',
      Sources: [{ Name: name.value, Component: component.value }],
      Distribution: distribution.value,
      Signing: signing,
    }),
    settingsOrigin: fromSeveral([name.origin, distribution.origin, component.origin]),
  };
}

/** How the server signs what it publishes: with the key in its keyring, and the passphrase in a file of its own. */
function signingOptions({ signing_secret: secret, passphrase_key: passphrase }: Jenkins['apt']): object {
  if (secret === undefined) return { Skip: true };
  if (passphrase === undefined) return { Batch: true };
  return { Batch: true, PassphraseFile: `${aptSigningFolder}/${passphrase.value}` };
}

/**
 * Returns a POSIX extended regular expression for the paths, as `find .` prints them, that an Ant pattern matches:
 * `**` stands for any folders, `*` and `?` for anything in one name. Several slashes are one.
 */
function antPatternRegex(pattern: string): string {
  const path = pattern.replace(/[\\/]+/g, '/').replace(/^(?:\.?\/)+/, '');
  const parts = path.split('/');
  const body = parts
    .map((part, index) => {
      const last = index === parts.length - 1;
      if (part === '**') return last ? '.*' : '(.*/)?';
      return `${namePattern(part)}${last ? '' : '/'}`;
    })
    .join('');
  return `\\./${body}`;
}

function namePattern(name: string): string {
  return name.replace(/[\\^$.|?*+()[\]{}]/g, (character) => {
    if (character === '*') return '[^/]*';
    return character === '?' ? '[^/]' : `\\${character}`;
  });
}
