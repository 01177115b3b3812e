import type { Rule } from './rule.ts';

/** Every semantic rule, in the order in which they run. */
export const allRules: readonly Rule[] = [];
