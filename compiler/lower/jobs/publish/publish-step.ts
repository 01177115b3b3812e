import type { ShellBuilder } from '../../../../jenkins/builders/shell.ts';
import type { Component, Jenkins } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import { shellWord } from '../../../print/shell-word.ts';
import { fromSeveral, type Origin, spanOf } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { originsOf } from '../../../text/traced-text.ts';
import { slug } from '../../../util/slug.ts';
import { aptSigningFolder } from '../../controller/kubernetes/apt-server.ts';
import type { JobScope } from '../job-scope.ts';
import { renderScript } from '../render-script.ts';
import { antPatternRegex } from './ant-pattern.ts';
import { aptApiUrl, debPatterns, packagesOrigin } from './apt-api.ts';
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
  const origin = fromSeveral([...originsOf(apt.enabled), packagesOrigin(component)]);
  const api = aptApiUrl(scope.project);
  for (const { name, owner } of packagesOfOthers(scope.project, component)) {
    scope.report(
      diagnose('job/package-of-another', { name: name.value, component: owner }, spanOf(name.origin), {
        help: 'give the package another name, or build it in one component only',
      }),
    );
  }
  const { own, origins, others, otherOrigins, prefix } = packageNames(scope.project, component);
  const script = renderScript('publish-debs.sh', {
    patterns: patterns.map((pattern, index) => ({
      regex: pattern.map(antPatternRegex),
      or: index > 0,
    })),
    api,
    folder: component.name.map(slug),
    own: sourced(own.map(shellWord).join(' | '), fromSeveral(origins)),
    others: sourced(
      others.flatMap((name) => [shellWord(name), `${shellWord(name)}-*`]).join(' | '),
      fromSeveral(otherOrigins),
    ),
    prefix: component.name.map(() => `${shellWord(prefix)}-*`),
    ...requests(apt),
  });
  return [{ kind: 'shell', script, origin }];
}

/** The bodies of the requests. */
function requests(apt: Jenkins['apt']) {
  const { name, distribution, component } = apt;
  const signing = signingOptions(apt);
  const from = (value: object, ...origins: readonly Origin[]) =>
    sourced(JSON.stringify(value), fromSeveral(origins));
  const signed = [apt.signing_secret, apt.passphrase_key].flatMap(originsOf);
  return {
    repository: name.map(encodeURIComponent),
    // aptly's own way to write a distribution in a URL.
    distribution: distribution.map((text) =>
      encodeURIComponent(text.replaceAll('_', '__').replaceAll('/', '_')),
    ),
    create: from(
      {
        Name: name.value,
        DefaultDistribution: distribution.value,
        DefaultComponent: component.value,
      },
      name.origin,
      distribution.origin,
      component.origin,
    ),
    update: from({ Signing: signing }, ...signed),
    publish: from(
      {
        SourceKind: 'local',
        Sources: [{ Name: name.value, Component: component.value }],
        Distribution: distribution.value,
        Signing: signing,
      },
      name.origin,
      component.origin,
      distribution.origin,
      ...signed,
    ),
  };
}

/** How the server signs what it publishes: with the key in its keyring, and the passphrase in a file of its own. */
function signingOptions({ signing_secret: secret, passphrase_key: passphrase }: Jenkins['apt']): object {
  if (secret === undefined) return { Skip: true };
  if (passphrase === undefined) return { Batch: true };
  return { Batch: true, PassphraseFile: `${aptSigningFolder}/${passphrase.value}` };
}
