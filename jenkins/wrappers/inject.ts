import type { InjectPasswordsWrapper, InjectWrapper } from '../../schema/generated/located.ts';
import { environmentReason } from '../shared/environment.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** Sets variables of texts, files and scripts, by the EnvInject plugin (`EnvInjectJobPropertyInfo`, read 2026-11). */
export const inject: Thing<SpecNode<'inject', InjectWrapper>> = {
  kind: 'inject',
  needs: elementsOf('envinject', environmentReason),
  xml: ({ spec }) =>
    element('EnvInjectBuildWrapper', [
      element('info', [
        ...optional('propertiesFilePath', spec.properties_file),
        ...optional('propertiesContent', spec.properties_content),
        ...optional('scriptFilePath', spec.script_file),
        ...optional('scriptContent', spec.script_content),
        leaf('loadFilesFromMaster', spec.load_from_master),
      ]),
    ]),
};

/** Sets variables to passwords, by the EnvInject plugin (`EnvInjectPasswordWrapper`, read 2026-11). */
export const injectPasswords: Thing<SpecNode<'inject-passwords', InjectPasswordsWrapper>> = {
  kind: 'inject-passwords',
  needs: elementsOf('envinject', 'jobs have passwords as variables'),
  xml: ({ spec }) =>
    element('EnvInjectPasswordWrapper', [
      leaf('injectGlobalPasswords', spec.global),
      leaf('maskPasswordParameters', spec.mask_password_params),
      element(
        'passwordEntries',
        spec.job_passwords.map(({ name, value }) =>
          element('EnvInjectPasswordEntry', [leaf('name', name), leaf('value', value)]),
        ),
      ),
    ]),
};
