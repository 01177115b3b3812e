import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { spanOf } from '../../text/origin.ts';
import { Sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';
import { imageReference } from '../../util/image-reference.ts';
import { kubernetesNameProblem } from '../../util/kubernetes-name.ts';
import { allowanceOf, suggestion } from '../../util/suggestion.ts';
import { bare, optionEntries, type Scope } from './scope.ts';

/** What the `options` of a `type: cron` service say, sorted by where Kubernetes wants it. */
export interface CronOptions {
  readonly schedule?: Sourced<string>;
  readonly image?: Sourced<string>;
  readonly tag?: Sourced<string>;
  readonly container?: Sourced<string>;
  readonly restartPolicy?: Sourced<string>;
  /** Fields of the CronJob's spec. */
  readonly cronJob: { readonly [key: string]: Traceable };
  /** Fields of the Job's spec. */
  readonly job: { readonly [key: string]: Traceable };
}

type Place = 'cronJob' | 'job' | 'schedule' | 'image' | 'tag' | 'container' | 'restartPolicy';
type Shape = 'text' | 'integer' | 'boolean';

/** The options of the operator's samples, and the other plain fields of the two specs (batch/v1). */
const known: Readonly<Record<string, readonly [Place, Shape]>> = {
  schedule: ['schedule', 'text'],
  image: ['image', 'text'],
  tag: ['tag', 'text'],
  name: ['container', 'text'],
  restartPolicy: ['restartPolicy', 'text'],
  concurrencyPolicy: ['cronJob', 'text'],
  failedJobsHistoryLimit: ['cronJob', 'integer'],
  startingDeadlineSeconds: ['cronJob', 'integer'],
  successfulJobsHistoryLimit: ['cronJob', 'integer'],
  suspend: ['cronJob', 'boolean'],
  timeZone: ['cronJob', 'text'],
  activeDeadlineSeconds: ['job', 'integer'],
  backoffLimit: ['job', 'integer'],
  ttlSecondsAfterFinished: ['job', 'integer'],
};

/** Returns the options of a CronJob; reports one that is unknown or has a value of the wrong type. */
export function cronOptions(scope: Scope, service: Service): CronOptions {
  const groups = { cronJob: {} as Record<string, Traceable>, job: {} as Record<string, Traceable> };
  const texts: Partial<Record<Exclude<Place, 'cronJob' | 'job'>, Sourced<string>>> = {};
  for (const [key, value] of optionEntries(service.options)) {
    const [place, shape] = Object.hasOwn(known, key) ? (known[key] ?? []) : [];
    const span = (value instanceof Sourced ? spanOf(value.origin) : undefined) ?? spanOf(service.$.origin);
    if (place === undefined || shape === undefined) {
      const near = suggestion(key, Object.keys(known), allowanceOf(scope.project));
      const help =
        near === undefined ? `known are ${Object.keys(known).join(', ')}` : `did you mean \`${near}\`?`;
      scope.report(diagnose('kubernetes/unknown-cron-option', { option: key }, span, { help }));
      continue;
    }
    const read = readAs(shape, value);
    if (read === undefined) {
      scope.report(diagnose('kubernetes/bad-cron-option', { option: key, expected: shape }, span));
    } else if (valueProblem(key, String(read.value)) !== undefined) {
      const parameters = { option: key, problem: valueProblem(key, String(read.value)) ?? '' };
      scope.report(
        diagnose('kubernetes/cron-option-value', parameters, span, { help: 'write it as a CronJob has it' }),
      );
    } else if (place === 'cronJob' || place === 'job') {
      groups[place][key] = read;
    } else {
      texts[place] = read.map(String);
    }
  }
  return { ...groups, ...texts };
}

/** Values that the API server takes, where they are few; see the fields of batch/v1. */
const choices: Readonly<Record<string, readonly string[]>> = {
  restartPolicy: ['OnFailure', 'Never'],
  concurrencyPolicy: ['Allow', 'Forbid', 'Replace'],
};

function valueProblem(option: string, value: string): string | undefined {
  const known = Object.hasOwn(choices, option) ? choices[option] : undefined;
  if (known !== undefined) {
    return known.includes(value)
      ? undefined
      : `it is one of ${known.map((name) => `\`${name}\``).join(', ')}`;
  }
  if (option === 'name') return kubernetesNameProblem(value, 'label');
  return option === 'image' && imageReference(value) === undefined
    ? 'it is not an image reference'
    : undefined;
}

/** The operator turned all options into texts, so `"3"` and `3` both occur. */
function readAs(shape: Shape, value: Traceable): Sourced<string | number | boolean> | undefined {
  if (!(value instanceof Sourced)) return undefined;
  const plain = bare(value);
  if (typeof plain === 'object') return undefined;
  const text = String(plain);
  switch (shape) {
    case 'text':
      return value.map(() => text);
    case 'integer':
      return /^[0-9]+$/.test(text) ? value.map(() => Number(text)) : undefined;
    case 'boolean':
      return /^(true|false)$/i.test(text) ? value.map(() => text.toLowerCase() === 'true') : undefined;
  }
}
