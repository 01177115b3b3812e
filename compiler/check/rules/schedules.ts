import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { Sourced } from '../../text/sourced.ts';
import { jenkinsCronProblem } from '../../util/jenkins-cron.ts';
import { type CronAdvice, jenkinsCronAdvice } from '../../util/jenkins-cron-advice.ts';
import { kubernetesCronProblem } from '../../util/kubernetes-cron.ts';
import { suggestion } from '../../util/suggestion.ts';
import { javaTimeZones } from '../../util/time-zone.ts';
import { settingsOf } from '../check-spec.ts';
import { specReferences } from '../references.ts';
import { serviceKind } from '../service-fields.ts';
import { at, type Rule } from './rule.ts';
import { eachOwnService } from './support/each-service.ts';
import { spanWithin } from './support/span-within.ts';

/** Schedules of jobs have the form of Jenkins, those of CronJobs the form of Kubernetes. */
export const schedulesRule: Rule = {
  name: 'schedules',
  *check(specs) {
    for (const { service } of eachOwnService(specs)) {
      if (serviceKind(service) === 'cron') yield* checkService(service);
    }
    const { seed, pipeline, kubernetes } = settingsOf(specs);
    for (const schedule of [seed.poll, pipeline.component_poll, pipeline.service_manage.schedule]) {
      yield* checkJenkins(schedule);
    }
    for (const { refers, name } of specReferences(specs))
      if (refers === 'schedule') yield* checkJenkins(name);
    if (kubernetes.backup !== undefined) yield* checkKubernetes(kubernetes.backup.schedule);
  },
};

/** The schedule of a service stands beside the other fields or in `options`, as the operator had it. */
function* checkService({ schedule, options }: Service): Generator<Diagnostic> {
  if (schedule !== undefined) yield* checkKubernetes(schedule);
  const option: unknown = isMap(options) ? options.schedule : undefined;
  if (option instanceof Sourced && typeof option.value === 'string') yield* checkKubernetes(option);
}

function* checkJenkins(schedule: Sourced<string>): Generator<Diagnostic> {
  const problem = jenkinsCronProblem(schedule.value);
  if (problem === undefined) return yield* adviseJenkins(schedule);
  const { line, start } = problem;
  const span = schedule.value.includes('\n') ? spanWithin(schedule, start, line) : at(schedule);
  yield diagnose('check/jenkins-cron', { schedule: line, problem: problem.problem }, span, {
    help: problem.zone === undefined ? FORM : zoneHelp(problem.zone),
  });
}

const advice = {
  'every-minute': 'write the minute, or `H` for one that Jenkins chooses',
  'same-minute': 'write `H`: Jenkins chooses a minute for each job, and keeps it',
  'short-cycle': 'list the days, or use the day of the week',
  rare: 'write a date that comes every year',
  never: 'correct the day or the month',
} as const satisfies Record<CronAdvice['kind'], string>;

/** Lines that Jenkins takes and warns of; nobody chose those that are a default. */
function* adviseJenkins(schedule: Sourced<string>): Generator<Diagnostic> {
  if (at(schedule) === undefined) return;
  for (const { kind, line, start, better } of jenkinsCronAdvice(schedule.value)) {
    const span = spanWithin(schedule, start, line);
    const isWritten = span !== undefined && span.file.text.slice(span.start, span.end) === line;
    const help = better === undefined ? advice[kind] : [advice[kind], `such as \`${better}\``];
    const fixes =
      better === undefined || !isWritten
        ? []
        : [{ title: `write \`${better}\``, edits: [{ span, text: better }], safe: false }];
    yield kind === 'rare' || kind === 'never'
      ? diagnose('check/cron-rare', { schedule: line, isNever: kind === 'never' }, span, { help })
      : diagnose(`check/cron-${kind}`, { schedule: line }, span, { help, fixes });
  }
}

const FORM = 'write minute, hour, day of the month, month and day of the week, such as `H 4 * * 1-5`';

function zoneHelp(zone: string): string {
  const near = suggestion(zone, javaTimeZones());
  return near === undefined
    ? 'write a zone of the tz database, such as `Europe/London`'
    : `did you mean \`${near}\`?`;
}

function* checkKubernetes(schedule: Sourced<string>): Generator<Diagnostic> {
  const problem = kubernetesCronProblem(schedule.value);
  if (problem === undefined) return;
  yield diagnose('check/kubernetes-cron', { schedule: firstLine(schedule.value), problem }, at(schedule), {
    help: 'write minute, hour, day of the month, month and day of the week, such as `30 4 * * 1-5`',
  });
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
