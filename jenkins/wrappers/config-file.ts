import type { ConfigFileWrapper } from '../../schema/generated/located.ts';
import { managedFile } from '../builders/other-steps.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element } from '../shared/xml.ts';

/** Gives builds copies of managed files, by the Config File Provider plugin (`ConfigFileBuildWrapper`, read 2026-11). */
export const configFile: Thing<SpecNode<'config-file', ConfigFileWrapper>> = {
  kind: 'config-file',
  needs: elementsOf('config-file-provider', 'jobs use managed files'),
  xml: ({ spec }) =>
    element('org.jenkinsci.plugins.configfiles.buildwrapper.ConfigFileBuildWrapper', [
      element('managedFiles', spec.files.map(managedFile)),
    ]),
};
