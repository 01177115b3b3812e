import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import {
  fileParameter,
  hiddenParameter,
  passwordParameter,
  randomStringParameter,
  runParameter,
  validatingStringParameter,
} from './asking-parameters.ts';
import {
  activeChoices,
  activeChoicesReactive,
  dynamicReference,
  matrixCombinations,
} from './choosing-parameters.ts';
import { credentialsParameter } from './credentials.ts';
import { extendedChoice } from './extended-choice.ts';
import { gitParameter } from './git-parameter.ts';
import { labelParameter, nodeParameter } from './node-parameters.ts';
import { nonStoredPassword } from './non-stored-password.ts';
import { booleanParameter, choiceParameter, stringParameter, textParameter } from './simple-parameters.ts';

const things = [
  stringParameter,
  textParameter,
  booleanParameter,
  choiceParameter,
  nonStoredPassword,
  credentialsParameter,
  passwordParameter,
  fileParameter,
  runParameter,
  hiddenParameter,
  randomStringParameter,
  validatingStringParameter,
  labelParameter,
  nodeParameter,
  gitParameter,
  matrixCombinations,
  extendedChoice,
  activeChoices,
  activeChoicesReactive,
  dynamicReference,
  xmlThing,
] as const;

/** What a person or another job gives to a build. Names are not empty and unique in their job. */
export type Parameter = NodeOf<typeof things>;

/** All parameters. */
export const parameters = thingFamily(things);
