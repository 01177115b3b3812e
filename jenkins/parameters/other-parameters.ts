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

const things = [
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
] as const;

/** Parameters that only jobs.bitesize and few projects have: they are loaded when one of them is met. */
export function otherParameters(): typeof things {
  return things;
}
