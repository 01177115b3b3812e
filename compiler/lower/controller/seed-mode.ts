import type { Jenkins } from '../../../schema/generated/located.ts';
import { fromDefault } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';

/** Returns where the Job DSL comes from: as written, else the repository if there is one, else the image. */
export function seedMode({ seed }: Jenkins): Sourced<'repository' | 'image'> {
  if (seed.mode !== undefined) return seed.mode;
  if (seed.repository !== undefined) return seed.repository.map(() => 'repository');
  return sourced('image', fromDefault('jenkins.seed.repository'));
}
