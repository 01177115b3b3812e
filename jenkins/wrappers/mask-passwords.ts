import type { MaskPasswordsWrapper } from '../../schema/generated/located.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf, use, WRAPPERS } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Hides passwords in the output. */
export interface MaskPasswords extends ItemNode {
  readonly kind: 'mask-passwords';
  /** What a spec says of it; only what Jenkins itself knows is hidden when it is absent. */
  readonly spec?: MaskPasswordsWrapper | undefined;
}

const PACKAGE = 'com.michelin.cio.hudson.plugins.maskpasswords';

const reason = 'jobs hide passwords in their output';
const expressions = elementsOf('mask-passwords', reason, '2.9');

/** Hides passwords in the output, by the Mask Passwords plugin (`MaskPasswordsBuildWrapper`, read 2026-11). */
export const maskPasswords: Thing<MaskPasswords> = {
  kind: 'mask-passwords',
  needs: use(WRAPPERS, 'maskPasswords', reason),
  xml: ({ spec }) =>
    element(
      `${PACKAGE}.MaskPasswordsBuildWrapper`,
      spec === undefined || saysNothing(spec) ? [] : [passwordPairs(spec), maskRegexes(spec)],
    ),
  dsl: (_, dsl) => dsl.call('maskPasswords'),
  hasCalls: ({ spec }) => spec === undefined || saysNothing(spec),
  inside: ({ spec, origin }, needs) => {
    if (spec !== undefined && !saysNothing(spec)) needs.use(expressions, origin);
  },
};

function saysNothing({ passwords, regexes }: MaskPasswordsWrapper): boolean {
  return passwords.length === 0 && regexes.length === 0;
}

function passwordPairs({ passwords }: MaskPasswordsWrapper) {
  return element(
    'varPasswordPairs',
    passwords.map(({ name, value }) =>
      element(`${PACKAGE}.MaskPasswordsBuildWrapper_-VarPasswordPair`, [
        leaf('var', name),
        leaf('password', value),
      ]),
    ),
  );
}

function maskRegexes({ regexes }: MaskPasswordsWrapper) {
  return element(
    'varMaskRegexes',
    regexes.map((regex) =>
      element(`${PACKAGE}.MaskPasswordsConfig_-VarMaskRegexEntry`, [
        leaf('key', ''),
        element('value', [leaf('regex', regex)]),
      ]),
    ),
  );
}
