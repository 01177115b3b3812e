import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import { otherParameters } from './other-parameters.ts';
import { booleanParameter, choiceParameter, stringParameter, textParameter } from './simple-parameters.ts';

const things = [stringParameter, textParameter, booleanParameter, choiceParameter, xmlThing] as const;

/** What a person or another job gives to a build. Names are not empty and unique in their job. */
export type Parameter = NodeOf<typeof things> | NodeOf<ReturnType<typeof otherParameters>>;

/** All parameters. */
export const parameters = thingFamily(things, otherParameters);
