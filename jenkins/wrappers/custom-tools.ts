import type { CustomToolsWrapper } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

const CLASS = 'com.cloudbees.jenkins.plugins.customtools.CustomToolInstallWrapper';

/** Puts tools on the path, by the Custom Tools plugin (`CustomToolInstallWrapper`, read 2026-11). */
export const customTools: Thing<SpecNode<'custom-tools', CustomToolsWrapper>> = {
  kind: 'custom-tools',
  needs: elementsOf('custom-tools-plugin', 'jobs use tools of the settings'),
  xml: ({ spec }) =>
    element(CLASS, [
      element(
        'selectedTools',
        spec.tools.map((name) => element(`${CLASS}_-SelectedTool`, [leaf('name', name)])),
      ),
      element('multiconfigOptions', [leaf('skipMasterInstallation', spec.skip_master_install)]),
      leaf('convertHomesToUppercase', spec.convert_homes_to_upper),
    ]),
};
