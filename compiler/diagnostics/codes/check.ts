import { shortText } from '../../util/short-text.ts';
import { defineCodes } from '../define-codes.ts';

type Nothing = Record<string, never>;

/** Diagnostics about single specs that a schema cannot express. */
export const checkCodes = defineCodes(() => ({
  'check/controller-script': {
    severity: 'error',
    message: () => 'this script runs in the controller, and nothing says that it may',
    why: 'Outside the sandbox a script reads every credential and changes every job; whoever can change the spec could do so, too.',
  },
  'check/needs-beside': {
    severity: 'error',
    message: (p: { what: string; field: string }) => `\`${p.what}\` needs \`${p.field}\``,
    why: 'Jenkins would not know what is meant, and the step would fail or do nothing.',
  },
  'check/one-of': {
    severity: 'error',
    message: ({
      thing,
      fields,
      isMissing,
    }: {
      thing: string;
      fields: readonly string[];
      isMissing: boolean;
    }) => {
      const names = fields
        .map((field) => `\`${field}\``)
        .join(', ')
        .replace(/, ([^,]*)$/, ' and $1');
      return isMissing ? `${thing} has none of ${names}` : `${thing} has ${names}, which exclude each other`;
    },
    why: 'With none of them there is nothing to do or to build, and of several Jenkins takes one without a word.',
  },
  'check/unknown-reference': {
    severity: 'warning',
    message: (p: { variable: string; reference: string }) =>
      `variable \`${p.variable}\` refers to \`${p.reference}\`, which is no variable of the build`,
    why: 'The EnvInject plugin fills variables into the values of others, and leaves out what it does not know.',
  },
  'check/blank-ends': {
    severity: 'warning',
    message: (p: { variable: string }) =>
      `variable \`${p.variable}\` loses the blanks at the ends of its value`,
    why: 'The EnvInject plugin cuts them.',
  },
  'check/look-alike': {
    severity: 'warning',
    message: (p: { letter: string; meant: string }) =>
      `${p.letter} is a letter like any other here, not ${p.meant}`,
    why: 'Only the plain quotes, dashes and blanks mean something to a shell and to YAML; a word processor makes others of them.',
  },
  'check/leading-zero': {
    severity: 'warning',
    message: (p: { written: string; value: string }) =>
      `\`${p.written}\` is read as ${p.value}: the leading zero means nothing here`,
    why: 'Readers of YAML 1.1 take such a number for an octal one.',
  },
  'check/replicas-beside-hpa': {
    severity: 'warning',
    message: (p: { replicas: number }) => `\`replicas: ${p.replicas}\` has no effect beside \`hpa\``,
    why: 'The autoscaler decides on the number of pods; a number in the manifest would take back what it did at every deployment.',
  },
  'check/hpa-target': {
    severity: 'error',
    message: (p: { percent: number }) => `an autoscaler cannot aim at ${p.percent} percent`,
    why: 'environment-operator accepts 75 to 100: below that, services hold far more pods than they need.',
  },
  'check/hpa-metric': {
    severity: 'error',
    message: (p: { metric: string }) => `metric \`${p.metric}\` has no utilization`,
    why: 'Utilization is a share of what a container requests, and only `cpu` and `memory` are requested.',
  },
  'check/hpa-replicas': {
    severity: 'error',
    message: (p: { minimum: number; maximum: number }) =>
      `\`min_replicas\` is ${p.minimum}, more than the ${p.maximum} of \`max_replicas\``,
    why: 'Kubernetes refuses such an autoscaler; environment-operator accepted it and failed later.',
  },
  'check/hpa-incomplete': {
    severity: 'error',
    message: (_: Nothing) => '`hpa` has no `max_replicas`',
    why: 'An autoscaler needs to know where to stop.',
  },
  'check/hpa-without-minimum': {
    severity: 'warning',
    message: (_: Nothing) => 'no autoscaler is made, since `min_replicas` is 0',
    why: 'environment-operator took 0, which is also the default, for "no autoscaler".',
  },
  'check/storage-size': {
    severity: 'error',
    message: (p: { size: string }) => `\`${p.size}\` is no size of a claim`,
    why: 'The API server refuses a claim for nothing.',
  },
  'check/metric-name': {
    severity: 'error',
    message: (p: { name: string; problem: string }) =>
      `\`${p.name}\` cannot be the name of a metric: ${p.problem}`,
    why: 'The API server refuses the autoscaler: the name is part of a path in the API of metrics.',
  },
  'check/metric-value': {
    severity: 'error',
    message: (p: { value: string }) => `\`target_average_value\` is ${p.value}`,
    why: 'The API server refuses an autoscaler that aims at nothing.',
  },
  'check/quantity-unit': {
    severity: 'error',
    message: (p: { resource: string; value: string; problem: string }) =>
      `\`${p.value}\` ${p.problem}, not an amount of ${p.resource}`,
    why: 'Kubernetes takes the amount as it is written, and the container cannot start or is killed at once.',
  },
  'check/request-over-limit': {
    severity: 'error',
    message: (p: { resource: string; request: string; limit: string }) =>
      `${p.request} of ${p.resource} are requested, more than the limit of ${p.limit}`,
    why: 'Kubernetes refuses such a pod; environment-operator accepted it, and the service was never updated.',
  },
  'check/repeated-port': {
    severity: 'error',
    message: (p: { port: number }) => `port ${p.port} stands twice`,
    why: 'Kubernetes refuses a Service with the same port twice.',
  },
  'check/port-and-ports': {
    severity: 'warning',
    message: (_: Nothing) => '`port` has no effect beside `ports`',
    why: 'environment-operator read only `ports` then; the plugin could not read `ports` at all.',
  },
  'check/host': {
    severity: 'error',
    message: (p: { host: string; problem: string }) => `\`${p.host}\` is not a host name: ${p.problem}`,
    why: 'It becomes the host of an Ingress rule, and Kubernetes refuses the whole Ingress.',
  },
  'check/jenkins-cron': {
    severity: 'error',
    message: (p: { schedule: string; problem: string }) =>
      `\`${p.schedule}\` is not a schedule of Jenkins: ${p.problem}`,
    why: 'Jenkins would refuse the configuration of the job, or never start it.',
  },
  'check/cron-every-minute': {
    severity: 'warning',
    message: (p: { schedule: string }) =>
      `\`${p.schedule}\` starts a build in every minute of the hours that it names`,
    why: 'A star for the minute is often meant as once in the hour; Jenkins asks the same.',
  },
  'check/cron-same-minute': {
    severity: 'warning',
    message: (p: { schedule: string }) => `\`${p.schedule}\` starts in the same minute as all jobs like it`,
    why: 'Jobs that start together wait for agents together; Jenkins spreads those with an `H`.',
  },
  'check/cron-short-cycle': {
    severity: 'warning',
    message: (p: { schedule: string }) =>
      `the days of \`${p.schedule}\` are counted anew in every month, so the last and the first are close together`,
    why: 'A step in the day of the month begins again on the first, however long the month was.',
  },
  'check/cron-rare': {
    severity: 'warning',
    message: (p: { schedule: string; isNever: boolean }) =>
      p.isNever
        ? `\`${p.schedule}\` never comes: no month that it names has such a day`
        : `\`${p.schedule}\` does not come for two years and more at a time`,
    why: 'Jenkins takes it and looks no further than two years for the next build.',
  },
  'check/java-regex': {
    severity: 'error',
    message: (p: { regex: string; problem: string }) =>
      `\`${shortText(p.regex, 60)}\` is not a regular expression of Java: ${p.problem}`,
    why: 'Jenkins drops it when it reads the view, which then shows none of the jobs that it was for.',
  },
  'check/empty-view': {
    severity: 'warning',
    message: (p: { view: string }) => `view \`${p.view}\` has neither \`jobs\` nor \`regex\``,
    why: 'It would never show a job.',
  },
  'check/kubernetes-cron': {
    severity: 'error',
    message: (p: { schedule: string; problem: string }) =>
      `\`${p.schedule}\` is not a schedule of Kubernetes: ${p.problem}`,
    why: 'Kubernetes refuses a CronJob with such a schedule.',
  },
  'check/mount-path': {
    severity: 'error',
    message: (p: { path: string; problem: string }) => `\`${p.path}\` cannot be mounted: ${p.problem}`,
    why: 'Kubernetes refuses the pod.',
  },
  'check/volume-item': {
    severity: 'error',
    message: (p: { text: string; problem: string }) => `\`${p.text}\` cannot be mounted: ${p.problem}`,
    why: 'Kubernetes refuses the pod, or one of two files is lost.',
  },
  'check/volume-items': {
    severity: 'warning',
    message: (p: { type: string }) => `\`items\` has no effect on a volume of type \`${p.type}\``,
    why: 'Only ConfigMaps and Secrets have keys to choose from.',
  },
  'check/probe-handler': {
    severity: 'error',
    message: (p: { found: string }) => `a probe needs exactly one handler, this one has ${p.found}`,
    why: 'environment-operator took the last of several silently, and wrote a probe without any that was refused.',
  },
  'check/probe-zero': {
    severity: 'warning',
    message: (p: { field: string; meant: number }) => `\`${p.field}: 0\` means ${p.meant}`,
    why: 'Kubernetes takes 0 for "not set", and stores its default.',
  },
  'check/header-name': {
    severity: 'error',
    message: (p: { name: string }) => `\`${p.name}\` cannot be the name of a header`,
    why: 'Kubernetes refuses the pod.',
  },
  'check/liveness-success': {
    severity: 'error',
    message: (p: { threshold: number }) =>
      `\`success_threshold\` of a liveness probe must be 1, this is ${p.threshold}`,
    why: 'A container that is restarted on failure has no use for a second success; Kubernetes refuses the pod.',
  },
  'check/two-liveness-checks': {
    severity: 'warning',
    message: (_: Nothing) => '`health_check` has no effect beside `liveness_probe`',
    why: 'Both become the liveness probe of the container, and there is only one.',
  },
  'check/gradle-option': {
    severity: 'error',
    message: (p: { option: string; problem: string }) => `\`${p.option}\` ${p.problem}`,
    why: 'It would be lost without a word.',
  },
  'check/package-name': {
    severity: 'error',
    message: (p: { first: string; second: string }) =>
      `a dependency has one name, this one has \`${p.first}\` and \`${p.second}\``,
    why: 'The plugin took `package`, `pkg` and `name` for one field, and the last one won.',
  },
  'check/variable-form': {
    severity: 'error',
    message: (p: { problem: string }) => p.problem,
    why: 'Each engine guessed differently, and the variable was empty or lost.',
  },
  'check/variable-name': {
    severity: 'error',
    message: (p: { name: string }) => `\`${p.name}\` cannot be the name of a variable`,
    why: 'Kubernetes refuses a pod with such a variable, and a shell cannot read it.',
  },
  'check/secret-reference': {
    severity: 'error',
    message: (p: { reference: string; problem: string }) =>
      `\`${p.reference}\` does not name a key of a Secret: ${p.problem}`,
    why: 'Kubernetes refuses the pod; environment-operator read a second slash as part of neither name nor key.',
  },
  'check/line-text': {
    severity: 'error',
    message: (p: { field: string; unit: 'line' | 'word' }) =>
      p.unit === 'line'
        ? `\`${p.field}\` has an entry with a line break in it`
        : `\`${p.field}\` is not one word`,
    why: 'It becomes part of a file that is read line by line, where the rest would be an entry of its own.',
  },
  'check/time-zone': {
    severity: 'error',
    message: (p: { zone: string }) => `there is no time zone \`${p.zone}\``,
    why: 'Kubernetes refuses a CronJob with it, and Java would take UTC without a word.',
  },
  'check/seed-path': {
    severity: 'error',
    message: (p: { path: string; problem: string }) => `the Job DSL cannot be in \`${p.path}\`: ${p.problem}`,
    why: 'The scripts of pipelines are read from the folder `pipelines` beside that of the Job DSL, which has to be one folder.',
  },
  'check/pod-field': {
    severity: 'error',
    message: (p: { path: string }) => `\`${p.path}\` is not a field of a pod`,
    why: 'Kubernetes offers only some fields of a pod to its containers, and refuses the pod otherwise.',
  },
  'check/repeated-variable': {
    severity: 'warning',
    message: (p: { name: string }) => `variable \`${p.name}\` is set twice`,
    why: 'Only the last value is written, as Kubernetes would take it; most likely one of the two was to have another name.',
  },
  'check/variable-order': {
    severity: 'warning',
    message: (p: { name: string; reference: string; problem: string }) =>
      `\`$(${p.reference})\` in variable \`${p.name}\` stays as it is: ${p.problem}`,
    why: 'Kubernetes goes through the list from the top, and puts in only the values that it has met.',
  },
  'check/repeated-item': {
    severity: 'warning',
    message: (p: { field: string; item: string }) => `\`${p.item}\` stands twice in \`${p.field}\``,
    why: 'Kubernetes knows the items of the list by their names, so it is written once; most likely one was to be another.',
  },
  'check/container-name': {
    severity: 'error',
    message: (p: { name: string; other: string }) =>
      `init container \`${p.name}\` has the name of ${p.other}`,
    why: 'Containers of one pod need different names; Kubernetes refuses the pod.',
  },
  'check/job-name': {
    severity: 'error',
    message: (p: { noun: string; name: string; problem: string }) =>
      `${p.noun} \`${p.name}\` cannot be named so in Jenkins: ${p.problem}`,
    why: 'Jenkins refuses such a job and the seed job fails; a name with `/` or `..` would leave its folder.',
  },
  'check/toleration': {
    severity: 'error',
    message: (p: { problem: string }) => p.problem,
    why: 'The API server refuses the StatefulSet of Jenkins.',
  },
  'check/kubernetes-label': {
    severity: 'error',
    message: (p: { what: string; text: string; problem: string }) =>
      `\`${p.text}\` cannot be the ${p.what}: ${p.problem}`,
    why: 'The API server refuses the object.',
  },
  'check/kubernetes-name': {
    severity: 'error',
    message: (p: { noun: string; name: string; problem: string }) =>
      `${p.noun} \`${p.name}\` cannot be named so on Kubernetes: ${p.problem}`,
    why: 'The name becomes that of a Kubernetes object as it is, and the API server refuses the object.',
  },
  'check/resource-type': {
    severity: 'warning',
    message: (p: { type: string }) => `no resource type \`${p.type}\` is known`,
    why: 'The engines accepted any type and made a resource that no controller looked at.',
  },
  'check/two-application-lists': {
    severity: 'error',
    message: (_: Nothing) => '`applications` and `containers` stand in one file',
    why: 'They are two names of the same list; with both it is not clear whether one was left over.',
  },
  'check/no-commands': {
    severity: 'warning',
    message: (p: { test: string }) => `test \`${p.test}\` has no commands, so it always succeeds`,
    why: 'It looks like a gate, and everything passes it.',
  },
  'check/no-services': {
    severity: 'warning',
    message: (p: { environment: string }) =>
      `environment \`${p.environment}\` has \`services\` without an entry`,
    why: 'All that runs there leaves the output, and with `prune` the cluster.',
  },
  'check/artifact-pattern': {
    severity: 'warning',
    message: (p: { pattern: string; problem: string }) =>
      `nothing is found by \`${p.pattern}\`: Jenkins ${p.problem}`,
    why: 'The build fails when it finds no artifacts and no results, and nothing is published.',
  },
  'check/doubled-dollar': {
    severity: 'warning',
    message: (p: { name: string }) =>
      `variable \`${p.name}\` has \`$$\` in its value, which arrives as one \`$\``,
    why: 'Kubernetes fills variables into values: `$$` is how it spells a dollar sign that starts none.',
  },
  'check/git-url': {
    severity: 'warning',
    message: (p: { url: string; problem: string }) => `\`${p.url}\` ${p.problem}`,
    why: 'git takes such a text for something else, or refuses it, and the checkout fails.',
  },
  'check/git-branch': {
    severity: 'warning',
    message: (p: { branch: string; problem: string }) =>
      `no branch can be called \`${p.branch}\`: ${p.problem}`,
    why: 'git refuses such a name, so there is nothing to check out.',
  },
  'check/host-key': {
    severity: 'warning',
    message: (p: { host: string }) => `the key of the host \`${p.host}\` is not known`,
    why: 'Jenkins talks to no host of SSH whose key it does not know, so every checkout from there fails.',
  },
  'check/known-host': {
    severity: 'error',
    message: (p: { problem: string }) => `this is no line of a known_hosts file: ${p.problem}`,
    why: 'A line that cannot be read is ignored, and the host stays unknown.',
  },
  'check/unknown-credential': {
    severity: 'warning',
    message: (p: { name: string }) => `the credential \`${p.name}\` is not defined`,
    why: 'Jenkins has the credentials of jenkins.bitesize and no others, unless somebody adds them by hand.',
  },
  'check/credential-kind': {
    severity: 'warning',
    message: (p: { name: string; type: string; transport: string }) =>
      `the credential \`${p.name}\` is of type \`${p.type}\`, which is not for a checkout by ${p.transport}`,
    why: 'Jenkins goes on as if there were no credential, and the repository refuses it.',
  },
  'check/slack-credential': {
    severity: 'error',
    message: (p: { name: string; type: string }) =>
      `the credential \`${p.name}\` is of type \`${p.type}\`, and the token of Slack is a \`secret-text\``,
    why: 'The plugin looks for a secret text under this id, finds none, and every message fails.',
  },
  'check/publish-credential': {
    severity: 'error',
    message: (p: { name: string; type: string; publication: string }) =>
      `the credential \`${p.name}\` is of type \`${p.type}\`, with which nothing is published by ${p.publication}`,
    why: 'Jenkins finds no credential of the right type under this id, and the build fails before its first step.',
  },
  'check/publish-url': {
    severity: 'error',
    message: (p: { problem: string }) => `the address of the registry ${p.problem}`,
    why: 'What is published would go nowhere, and the build would fail at its end.',
  },
  'check/publish-files': {
    severity: 'error',
    message: () => 'nothing says which files are published',
    why: 'The other types have usual names of files; any file may be meant here.',
  },
  'check/publish-image': {
    severity: 'error',
    message: (p: { problem: string }) => `the image cannot be published: ${p.problem}`,
    why: 'The program that publishes it takes one image, and gives it one tag.',
  },
  'check/publish-once': {
    severity: 'warning',
    message: (p: { location: string }) => `each build publishes \`${p.location}\` at the same address`,
    why: 'What is published is never changed: from the second build on, other content is refused and the build fails.',
  },
  'check/publish-version': {
    severity: 'warning',
    message: (p: { type: string }) => `\`version\` has no effect for ${p.type}`,
    why: 'The version stands in the package itself, so another one is published than the spec seems to say.',
  },
  'check/gradle-text': {
    severity: 'warning',
    message: (p: { text: string }) => `\`${p.text}\` after \`gradle:\` has no effect`,
    why: 'The options of Gradle stand below the key or beside it: the tasks of this step are the default ones of the build.',
  },
  'check/todo': {
    severity: 'warning',
    message: (p: { count: number }) =>
      p.count === 1 ? 'a comment leaves something to do' : `${p.count} comments leave something to do`,
    why: 'Only a person knows what stands there, and until it does the output is that of an example.',
  },
  'check/placeholder': {
    severity: 'warning',
    message: (p: { value: string; others: number }) =>
      `\`${p.value}\` stands for a name that only you know${p.others === 0 ? '' : `, and so do ${p.others} more`}`,
    why: 'Nobody owns these names: nothing can be fetched from there, pushed to there, or reached there.',
  },
  'check/mirrored-base': {
    severity: 'warning',
    message: (p: { runtime: string; image: string }) =>
      `the base image \`${p.runtime}\` is taken from your own registry, as \`${p.image}\``,
    why: 'Without `registry.base`, base images come from the registry that Kubernetes pulls from, and public ones are not there.',
  },
  'check/no-effect-beside': {
    severity: 'warning',
    message: (p: { field: string; beside: string }) => `\`${p.field}\` has no effect ${p.beside}`,
    why: 'Jenkins keeps the setting and never looks at it, so the job does not do what its spec says.',
  },
  'check/dead-field': {
    severity: 'warning',
    message: (p: { field: string }) => `\`${p.field}\` has no effect`,
    why: 'An original engine read the field and nothing used it, so no behaviour ever came from it.',
    perFile: 'message',
  },
}));
