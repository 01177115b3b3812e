import { bluegreenModes } from './bluegreen-mode.ts';
import { databaseType } from './database-type.ts';
import { environmentHealthCheck } from './environment-health-check.ts';
import { oldFieldNames } from './field-names.ts';
import { oldFieldValues } from './field-values.ts';
import { hpaMetricTarget, hpaTarget } from './hpa-target.ts';
import type { OldSpelling } from './old-spelling.ts';
import { optionsBeside } from './options-beside.ts';
import { podField } from './pod-field.ts';
import { resources } from './resources.ts';

/** Every old spelling, in the order in which they are tried on an object. */
export const allOldSpellings: readonly OldSpelling[] = [
  ...oldFieldNames,
  ...oldFieldValues,
  ...bluegreenModes,
  hpaTarget,
  hpaMetricTarget,
  environmentHealthCheck,
  databaseType,
  podField,
  resources,
  optionsBeside,
];
