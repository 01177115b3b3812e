import type { CostlyInput } from './inputs/costly-input.ts';
import { links } from './inputs/links.ts';
import { lowered } from './inputs/lowered.ts';
import { ownJobs } from './inputs/own-jobs.ts';
import { rules } from './inputs/rules.ts';
import { schema } from './inputs/schema.ts';
import { secrets } from './inputs/secrets.ts';
import { comments, yaml } from './inputs/text.ts';

/** All kinds of costly specs. */
export const costlyInputs: readonly CostlyInput[] = [
  ...yaml,
  ...schema,
  ...rules,
  ...secrets,
  ...links,
  ...lowered,
  ...ownJobs,
  ...comments,
];
