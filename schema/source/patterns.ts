/** What a text must look like: an expression of JSON Schema, and the same in words that follow the name of a field. */
export interface Pattern {
  readonly expression: string;
  readonly words: string;
  /** The words for a field that takes several such texts, where they differ. */
  readonly wordsForSeveral?: string;
}

/** A quantity of Kubernetes. */
const QUANTITY = '^([0-9]+([.][0-9]*)?|[.][0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]+)?$';

/** The patterns of the schemas, each in one place. The generated validators call expressions
 * by these names, the first one where several patterns share one. */
export const patterns = {
  trueOrFalse: {
    expression: '^([Tt]rue|TRUE|[Ff]alse|FALSE|[Yy]es|YES|[Nn]o|NO|[Oo]n|ON|[Oo]ff|OFF)$',
    words: 'must be true or false',
  },
  wholeNumber: { expression: '^[0-9]+$', words: 'must be a whole number' },
  signedNumber: { expression: '^-?[0-9]+$', words: 'must be a whole number' },
  decimalNumber: {
    expression: '^[0-9]{1,6}([.][0-9]{1,6})?$',
    words: 'must be a number, such as 80 or 99.5',
  },
  timeWithSeconds: {
    expression: '^([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$',
    words: 'must be a time of the day such as 23:30 or 23:30:00',
  },
  lineWithoutPercent: { expression: '^[^%\\n]+$', words: 'must be one line without `%`' },
  scheduledValue: {
    expression: '^[^;\\s]([^;\\n]*[^;\\s])?$',
    words: 'must be one line without `;` and without blanks at its ends: the plugin could not read them',
  },
  portList: {
    expression: '^ *[0-9]+ *(, *[0-9]+ *)*$',
    words: 'must be port numbers from 1 to 65535, separated by commas',
  },
  goDuration: {
    expression: '^([0-9]{1,6}(s|m|h)){1,3}$',
    words: 'must be a duration such as 15m, 1h or 1h30m',
  },
  dnsLabel: {
    expression: '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$',
    words:
      'must be lower-case letters, digits and `-`, at most 63 characters, starting and ending with a letter or digit',
  },
  storageClass: {
    expression: '^([a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*)?$',
    words:
      'must be lower-case letters, digits, `-` and `.`, starting and ending with a letter or digit; or empty, for the default class of the cluster',
  },
  dnsSubdomain: {
    expression: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$',
    words: 'must be lower-case letters, digits, `-` and `.`, starting and ending with a letter or digit',
  },
  secretKey: {
    expression: '^([.]?[-_a-zA-Z0-9][-._a-zA-Z0-9]*)$',
    words: 'must be letters, digits, `-`, `_` and `.`, and not start with `..`',
  },
  tlsSecretName: {
    expression: '^[a-z0-9.{}-]+$',
    words: 'must be a name of lower-case letters, digits, `-`, `.`, `{service}` and `{environment}`',
  },
  quantity: { expression: QUANTITY, words: 'must be a Kubernetes quantity, such as 500m, 2, 512Mi or 10G' },
  cpuAmount: {
    expression: QUANTITY,
    words: 'must be cores, such as 0.5 or 2, or thousandths of a core, such as 500m',
  },
  byteAmount: { expression: QUANTITY, words: 'must be a number of bytes with a unit, such as 512Mi or 10G' },
  storageKind: {
    expression: '^[A-Za-z0-9]([-.A-Za-z0-9]*[A-Za-z0-9])?$',
    words: 'must be `ebs`, `efs`, `secret`, `configmap`, or the name of another kind of storage',
  },
  cache: {
    expression: '^(npm|pip|maven|gradle|apt|go|bundler|(/(?![.]{1,2}(/|$))[A-Za-z0-9_.@+-]+)+)$',
    words: 'must be npm, pip, maven, gradle, apt, go, bundler, or the absolute path of a folder',
    wordsForSeveral: 'must be npm, pip, maven, gradle, apt, go, bundler, or absolute paths of folders',
  },
  ltsLine: {
    expression: '^[0-9]+[.][0-9]+$',
    words: 'must be the first two parts of a version, such as 2.568',
  },
  jenkinsVersion: {
    expression: '^[0-9]+[.][0-9]+([.][0-9]+)?$',
    words: 'must be a version such as 2.568.2',
  },
  timeZone: {
    expression: '^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$',
    words: 'must be a time zone such as UTC or Europe/Berlin',
  },
  timeOfDay: {
    expression: '^([01]?[0-9]|2[0-3]):[0-5][0-9]$',
    words: 'must be a time of the day such as 9:30 or 17:00',
  },
  permission: {
    expression: '^[A-Za-z]+/[A-Za-z]+$',
    words: 'must be a permission as `Group/Name`, such as Job/Build',
  },
  jobPermission: {
    expression: '^(Credentials|Job|Run|SCM)/[A-Za-z]+$',
    words:
      'must be a permission of jobs as `Group/Name`, such as Job/Build; the groups are Credentials, Job, Run and SCM',
    wordsForSeveral:
      'must be permissions of jobs as `Group/Name`, such as Job/Build; the groups are Credentials, Job, Run and SCM',
  },
  pluginId: {
    expression: '^[A-Za-z0-9][-._A-Za-z0-9]*$',
    words: 'must be the id of a plugin, such as git or workflow-aggregator',
  },
  publishedVersion: {
    expression: '^([A-Za-z0-9._+~-]|[$][A-Za-z_][A-Za-z0-9_]*|[$][{][A-Za-z_][A-Za-z0-9_]*[}])+$',
    words: 'must be letters, digits, `.`, `_`, `+`, `~` and `-`, or variables such as $BUILD_NUMBER',
  },
  debianPackage: {
    expression: '^[a-z0-9][a-z0-9+.-]*$',
    words: 'must be the name of a Debian package: lower-case letters, digits, `+`, `-` and `.`',
    wordsForSeveral: 'must be names of Debian packages: lower-case letters, digits, `+`, `-` and `.`',
  },
  pathPattern: {
    expression: '^(?![-!:/ ])[^{}\\\\[\\]\\r\\n]+$',
    words:
      'must be a pattern of paths in the repository, such as services/web/**: of `*`, `**` and `?`, without braces, brackets and backslashes',
    wordsForSeveral:
      'must be patterns of paths in the repository, such as services/web/**: of `*`, `**` and `?`, without braces, brackets and backslashes',
  },
  repositoryPath: {
    expression: '^(?!(?:.*/)?\\.{1,2}(?:/|$))[^-/\\\\\\s][^\\\\\\r\\n]*$',
    words: 'must be the path of a file in the repository, from its top and without ..: such as package.json',
  },
  namespaces: { expression: '^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$', words: 'must be names of namespaces' },
  addressRange: {
    expression:
      '^([0-9]{1,3}([.][0-9]{1,3}){3}/([12]?[0-9]|3[0-2])|[0-9A-Fa-f:]+/([0-9]{1,2}|1[01][0-9]|12[0-8]))$',
    words: 'must be a range such as 10.20.0.0/16',
  },
} as const satisfies Readonly<Record<string, Pattern>>;
