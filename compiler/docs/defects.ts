import type { Code } from '../diagnostics/codes.ts';

/** What we make of a defect of the original engines. */
export interface Defect {
  /** `B01` to `B36`, as in the reference of the formats (November 2026). */
  readonly id: string;
  /** Where it was: the plugin, its job scripts, environment-operator, the init script, or the guides. */
  readonly where: 'plugin' | 'job scripts' | 'operator' | 'init script' | 'guides';
  /** What happened, in one sentence. */
  readonly before: string;
  /** What happens now, in one sentence. */
  readonly now: string;
  /** The diagnostics that speak of it, where there are any. */
  readonly codes: readonly Code[];
}

/** The decision for each of the 36 known defects of the original engines, by id. */
export const defects: readonly Defect[] = [
  {
    id: 'B01',
    where: 'job scripts',
    before: '`use_wrapper: false` of a Gradle step became true, and options were read beside `gradle` only.',
    now: '`false` holds; options stand below `gradle` or beside it, each once.',
    codes: ['check/gradle-option'],
  },
  {
    id: 'B02',
    where: 'job scripts',
    before: 'A step with another first key was dropped, and a step of plain text failed the whole seed run.',
    now: 'The order of keys has no meaning; an unknown key and a plain text are errors, the latter with a fix.',
    codes: ['schema/unknown-field', 'schema/wrong-type', 'job/empty-step', 'job/two-steps'],
  },
  {
    id: 'B03',
    where: 'plugin',
    before: 'Annotated checks of names, types and versions were never run.',
    now: 'Names, runtimes and versions are checked by what is made of them.',
    codes: ['check/kubernetes-name', 'check/job-name', 'image/name', 'image/runtime', 'image/version'],
  },
  {
    id: 'B04',
    where: 'plugin',
    before: '`secret` with `value: S` used S for the name of the Secret and for its key; `S/K` was unusable.',
    now: 'Both forms work; one word is still name and key.',
    codes: ['check/secret-reference', 'check/variable-form'],
  },
  {
    id: 'B05',
    where: 'plugin',
    before: 'Broken comparisons missed changes, or applied the same objects every minute.',
    now: 'Nothing is compared by hand: `kubectl apply` gets the compiled manifests.',
    codes: [],
  },
  {
    id: 'B06',
    where: 'plugin',
    before: '`replicas: 0`, empty values and `false` were removed from the objects.',
    now: 'What is written is written out; 0 replicas are 0.',
    codes: [],
  },
  {
    id: 'B07',
    where: 'plugin',
    before: 'The liveness probe had the key `cmd`, which Kubernetes ignored.',
    now: 'It is `command`; `cmd` in a spec is read as `command`.',
    codes: ['spelling/field-name'],
  },
  {
    id: 'B08',
    where: 'plugin',
    before: 'Claims had the size `null`.',
    now: 'A claim has the size of the spec, and one without a size is an error.',
    codes: ['kubernetes/claim-without-size'],
  },
  {
    id: 'B09',
    where: 'plugin',
    before: 'A service without external URL got an Ingress for every host.',
    now: 'There is an Ingress only with an external URL.',
    codes: ['check/host'],
  },
  {
    id: 'B10',
    where: 'plugin',
    before: 'Blue/green deployed to the name without colour, and labels of the colours matched no pods.',
    now: 'A new version goes to the inactive colour; both colours have the labels of their application.',
    codes: [],
  },
  {
    id: 'B11',
    where: 'plugin',
    before: 'The deploy job was green whatever happened.',
    now: 'It waits for the rollout up to `deployment.timeout`, and fails with it.',
    codes: [],
  },
  {
    id: 'B12',
    where: 'plugin',
    before:
      '`deployment.timeout`, `next_environment`, `os` and the version, type and runtime of components had no effect.',
    now: '`timeout` is the limit of the rollout; the others still have no effect, and a warning says so.',
    codes: ['check/dead-field', 'link/unknown-environment'],
  },
  {
    id: 'B13',
    where: 'plugin',
    before:
      'An application without command crashed, a blank one gave an invalid entrypoint, and quotes were misread.',
    now: 'Without a command the base image decides; a command is split into words as a shell does it.',
    codes: ['image/unclosed-quote'],
  },
  {
    id: 'B14',
    where: 'plugin',
    before: 'Images were pushed to one registry and pulled from another.',
    now: '`registry.pull` is `registry.push` unless the settings say otherwise.',
    codes: [],
  },
  {
    id: 'B15',
    where: 'plugin',
    before:
      'Versions of Python packages and Python packages of images were ignored, and installed packages never recognised.',
    now: 'All three installers work in builds and images, with versions.',
    codes: ['check/package-name', 'job/package-version', 'job/package-location', 'image/package-version'],
  },
  {
    id: 'B16',
    where: 'job scripts',
    before: 'Tests never stopped a promotion.',
    now: 'They do by default; `pipeline.tests: report` gives the old behaviour.',
    codes: [],
  },
  {
    id: 'B17',
    where: 'job scripts',
    before: 'One manual environment silently stopped all later ones.',
    now: 'The pipeline asks for approval there, and goes on.',
    codes: [],
  },
  {
    id: 'B18',
    where: 'job scripts',
    before: 'Code that was to filter upstream builds was never called.',
    now: 'It is gone: an image is built after each success of its components.',
    codes: [],
  },
  {
    id: 'B19',
    where: 'init script',
    before: 'A change of environments.bitesize did not make new jobs.',
    now: 'The seed job reacts to every change of the compiled jobs.',
    codes: [],
  },
  {
    id: 'B20',
    where: 'init script',
    before:
      'A changed key was not updated, keys stood in the environment, and pipelines approved themselves.',
    now: 'Credentials come from Secrets at each start; pipelines run in the sandbox and need no approval.',
    codes: [],
  },
  {
    id: 'B21',
    where: 'job scripts',
    before: '`a-b` and `a_b` shared a version parameter, and dots gave variables that no shell can read.',
    now: 'Every other character becomes `_`, and two names that meet there are an error.',
    codes: ['collision/parameter'],
  },
  {
    id: 'B22',
    where: 'job scripts',
    before: 'Names of jobs were not checked, and a component called `seed-job` replaced the seed job.',
    now: 'Names that Jenkins refuses, and two things with one job, are errors.',
    codes: ['check/job-name', 'collision/job'],
  },
  {
    id: 'B23',
    where: 'plugin',
    before: 'Namespaces were not checked, and nothing was ever deleted.',
    now: 'Namespaces are checked; what left the specs is listed, and deleted only with `prune`, never a claim.',
    codes: ['schema/pattern'],
  },
  {
    id: 'B24',
    where: 'plugin',
    before: 'Blue/green without an active colour sent traffic to a service `X-null`.',
    now: 'It is an error.',
    codes: ['link/no-active-colour'],
  },
  {
    id: 'B25',
    where: 'plugin',
    before: '`ports` could not be read.',
    now: '`port` and `ports` both take a number, a comma list or a list.',
    codes: ['check/port-and-ports', 'check/repeated-port'],
  },
  {
    id: 'B26',
    where: 'plugin',
    before: 'One bad service failed the whole file, for all environments, at run time.',
    now: 'Every mistake is found before anything runs, all of them in one run.',
    codes: [],
  },
  {
    id: 'B27',
    where: 'operator',
    before: 'Unknown keys were ignored, and what seemed to be missing was deleted, claims included.',
    now: 'Unknown keys are errors with a suggestion, an empty spec is an error, and claims are never deleted.',
    codes: ['schema/unknown-field', 'source/empty', 'spelling/options-beside'],
  },
  {
    id: 'B28',
    where: 'operator',
    before:
      '`application` had no default; the deployment of an environment and `health_check` had no effect.',
    now: '`application` is the name of the service; both fields count.',
    codes: ['check/two-liveness-checks', 'spelling/environment-health-check'],
  },
  {
    id: 'B29',
    where: 'operator',
    before: 'Only the last of several external URLs had TLS.',
    now: 'All of them have.',
    codes: [],
  },
  {
    id: 'B30',
    where: 'operator',
    before: 'A variable with an empty value lost its name.',
    now: 'It stays a variable with an empty value.',
    codes: ['check/variable-form'],
  },
  {
    id: 'B31',
    where: 'operator',
    before:
      '`provisioning`, `set`, `graceperiod`, `export_to`, jobs in gists and `database_type` had no effect.',
    now: 'The first four are written out; gists of jobs and `database_type` still have no effect, and a warning says so.',
    codes: ['spelling/database-type', 'kubernetes/gist-type', 'kubernetes/nested-chart-value'],
  },
  {
    id: 'B32',
    where: 'operator',
    before:
      'It crashed on short amounts of memory, bad sizes, ports that are no numbers and new blue/green services.',
    now: 'Values are checked by their type; nothing in a spec makes the compiler fail.',
    codes: ['schema/wrong-type', 'schema/pattern', 'check/quantity-unit', 'kubernetes/claim-without-size'],
  },
  {
    id: 'B33',
    where: 'operator',
    before: 'An error in an init container made pods start without them.',
    now: 'It is an error.',
    codes: ['check/container-name', 'check/variable-form'],
  },
  {
    id: 'B34',
    where: 'operator',
    before:
      'Autoscalers with their bounds reversed and requests above limits were accepted; a target without a name was replaced.',
    now: 'Both are errors, and a target without a name is one for CPU.',
    codes: ['check/hpa-replicas', 'check/hpa-metric', 'check/request-over-limit', 'spelling/hpa-target'],
  },
  {
    id: 'B35',
    where: 'operator',
    before:
      'Service entries had a wrong kind, routes of the mesh ignored `backend_port`, and certificates were asked for without `ssl`.',
    now: 'The kind is ServiceEntry, the port counts, and TLS is there only with `ssl`.',
    codes: ['kubernetes/unknown-backend-port'],
  },
  {
    id: 'B36',
    where: 'guides',
    before:
      'Manifests and examples of the guides did not work, and two engines spelled the same thing differently.',
    now: 'Examples are compiled in tests; the spellings of the guides are read, with a fix.',
    codes: ['spelling/value', 'spelling/bluegreen-mode', 'spelling/environment-health-check'],
  },
];
