import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { credentialsParameter } from './credentials.ts';
import { nonStoredPassword } from './non-stored-password.ts';
import { booleanParameter, choiceParameter, stringParameter, textParameter } from './simple-parameters.ts';

const things = [
  stringParameter,
  textParameter,
  booleanParameter,
  choiceParameter,
  nonStoredPassword,
  credentialsParameter,
] as const;

/** What a person or another job gives to a build. Names are not empty and unique in their job. */
export type Parameter = NodeOf<typeof things>;

/** All parameters. */
export const parameters = thingFamily(things);
