import { describe, expect, it } from 'vitest';
import { clusterDrift, clusterPlan } from '../../../../compiler/live/cluster/cluster-changes.ts';
import { changeLines, findingLines } from './answers.ts';
import { fakeKubectl, type Situation } from './fake-kubectl.ts';
import { compiled } from './shop.ts';

async function drift(situation: Situation) {
  const cluster = fakeKubectl(situation);
  const answer = clusterDrift(cluster.host, [await compiled(cluster.project)], 'shop-cluster');
  return { answer, cluster };
}

describe('drift of a cluster', () => {
  it('x', async () => {
    const { answer, cluster } = await drift({});
    console.log(
      changeLines(answer),
      findingLines(answer),
      answer.projects[0]?.notes,
      cluster.calls().map(({ argv }) => argv.join(' ')),
    );
  });
});
