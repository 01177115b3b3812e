import type { Pair } from './compare.ts';

/** Whether only our object has the field. */
export const isNew = ({ ours, theirs }: Pair) => ours !== undefined && theirs === undefined;
/** Whether only the object of the engine has the field. */
export const isGone = ({ ours, theirs }: Pair) => ours === undefined && theirs !== undefined;
/** Whether something in the environment is deployed blue/green. */
export const isBlueGreen = ({ sample }: Pair) =>
  sample.ours.some((object) => object.metadata.annotations?.deployment_method === 'bluegreen');
/** Whether an autoscaler decides on the number of pods. */
export const isAutoscaled = ({ sample, ourObject }: Pair) =>
  sample.ours.some(
    (other) => other.kind === 'HorizontalPodAutoscaler' && other.metadata.name === ourObject?.metadata.name,
  );

/** Whether our object is one of two colours. */
export const isColour = ({ ourObject, sample }: Pair) => {
  const [, name] = /^(.*)-(blue|green)$/.exec(ourObject?.metadata.name ?? '') ?? [];
  return sample.ours.some(
    ({ kind, metadata }) =>
      kind === 'Service' && metadata.name === name && metadata.annotations?.deployment_active !== undefined,
  );
};

/** Whether their object stands for two coloured ones of ours. */
export const hasColours = ({ theirObject, sample }: Pair) =>
  ['blue', 'green'].every((colour) =>
    sample.ours.some(
      ({ kind, metadata }) =>
        kind === theirObject?.kind && metadata.name === `${theirObject.metadata.name}-${colour}`,
    ),
  );
