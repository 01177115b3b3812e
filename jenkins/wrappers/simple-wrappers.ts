import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { ItemNode } from '../shared/node.ts';
import { use, WRAPPERS } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** A wrapper without settings. */
export interface SimpleWrapper<Kind extends string> extends ItemNode {
  readonly kind: Kind;
}

/** Shows colours in the output, by the AnsiColor plugin. */
export const colorizeOutput = simple(
  'colorize-output',
  'colorizeOutput',
  'jobs show colours in their output',
  () => element('hudson.plugins.ansicolor.AnsiColorBuildWrapper', [leaf('colorMapName', 'xterm')]),
);

/** Shows the time of each line, by the Timestamper plugin. */
export const timestamps = simple('timestamps', 'timestamps', 'jobs show the time of each line', () =>
  element('hudson.plugins.timestamper.TimestamperBuildWrapper'),
);

/** Cleans the workspace before the build, by the Workspace Cleanup plugin. */
export const preBuildCleanup = simple(
  'pre-build-cleanup',
  'preBuildCleanup',
  'jobs clean their workspace before a build',
  () =>
    element('hudson.plugins.ws__cleanup.PreBuildCleanup', [
      element('patterns'),
      leaf('deleteDirs', false),
      leaf('cleanupParameter', ''),
      leaf('externalDelete', ''),
    ]),
);

/** Hides passwords in the output, by the Mask Passwords plugin. */
export const maskPasswords = simple(
  'mask-passwords',
  'maskPasswords',
  'jobs hide passwords in their output',
  () => element('com.michelin.cio.hudson.plugins.maskpasswords.MaskPasswordsBuildWrapper'),
);

function simple<Kind extends string>(
  kind: Kind,
  method: string,
  reason: string,
  xml: () => XmlElement,
): Thing<SimpleWrapper<Kind>> {
  return { kind, needs: use(WRAPPERS, method, reason), xml, dsl: (_, dsl) => dsl.call(method) };
}
