import type { ConfigFileWrapper } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

const PACKAGE = 'org.jenkinsci.plugins.configfiles.buildwrapper';

/** Gives builds copies of managed files, by the Config File Provider plugin (`ManagedFile`, read 2026-11). */
export const configFile: Thing<SpecNode<'config-file', ConfigFileWrapper>> = {
  kind: 'config-file',
  needs: elementsOf('config-file-provider', 'jobs get files of the settings'),
  xml: ({ spec }) =>
    element(`${PACKAGE}.ConfigFileBuildWrapper`, [
      element(
        'managedFiles',
        spec.files.map((file) =>
          element(`${PACKAGE}.ManagedFile`, [
            leaf('fileId', file.file_id),
            ...optional('targetLocation', file.target),
            leaf('replaceTokens', file.replace_tokens),
            ...optional('variable', file.variable),
          ]),
        ),
      ),
    ]),
};
