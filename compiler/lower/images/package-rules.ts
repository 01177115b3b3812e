import type { ApplicationDependency } from '../../../schema/generated/located.ts';

/** How the packages of one installer are named and numbered. */
export interface PackageRules {
  readonly name: RegExp;
  readonly version: RegExp;
}

/**
 * The names and versions that each installer takes: Debian Policy 5.6.1 and 5.6.12 (and an architecture after the
 * name), the RubyGems specification, PEP 508 (with extras) and PEP 440. No name starts with a dash.
 */
export const packageRules: Readonly<Record<ApplicationDependency['type']['value'], PackageRules>> = {
  'debian-package': {
    name: /^[A-Za-z0-9][A-Za-z0-9+.-]*(:[a-z0-9-]+)?$/,
    version: /^[A-Za-z0-9][A-Za-z0-9.+:~*-]*$/,
  },
  'gem-package': { name: /^[A-Za-z0-9_][A-Za-z0-9._-]*$/, version: /^([~><=!]+ *)?[0-9][A-Za-z0-9.-]*$/ },
  'pip-package': {
    name: /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?(\[[A-Za-z0-9,._ -]+\])?$/,
    version: /^[A-Za-z0-9][A-Za-z0-9.+!*-]*$/,
  },
};
