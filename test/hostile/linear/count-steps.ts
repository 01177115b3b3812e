import { type Profiler, Session } from 'node:inspector/promises';

/** Counts how often V8 enters the functions and blocks of the product: the same number each time, on every machine. */
export interface StepCounter {
  /** Returns the steps that some work takes. */
  readonly stepsOf: (work: () => Promise<unknown>) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Returns a counter of steps. Work inside of V8, such as that of a pattern or a sort, is not counted. */
export async function createStepCounter(isCounted: (url: string) => boolean): Promise<StepCounter> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const take = async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage');
    return result.filter(({ url }) => isCounted(url)).reduce((sum, script) => sum + stepsIn(script), 0);
  };
  return {
    stepsOf: async (work) => {
      await take();
      await work();
      return take();
    },
    close: async () => {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

function stepsIn({ functions }: Profiler.ScriptCoverage): number {
  let steps = 0;
  for (const { ranges } of functions) for (const { count } of ranges) steps += count;
  return steps;
}
