import { expect, it } from 'vitest';
import { inFolder, run, textOf } from '../cli/run.ts';

it('files that jobs name are read from the folder of the specs, in YAML and in TypeScript', async () => {
  const files = inFolder('/project', {
    'a/jobs.bitesize':
      'project: a\njobs:\n  - {name: p, kind: pipeline, file: ci/p.groovy}\n  - {name: x, kind: xml, xml_file: x.xml}\n',
    'a/ci/p.groovy': "echo('p')\n",
    'a/x.xml': '<project><disabled>true</disabled></project>\n',
    'b/jobs.bitesize.ts':
      "import { jobs } from 'bitesize';\nexport default jobs({ project: 'b', jobs: [{ name: 'p', kind: 'pipeline', file: 'p.groovy' }] });\n",
    'b/p.groovy': "echo('q')\n",
  });
  const { code, errors, host } = await run(['compile', 'a', 'b', '--out', 'out'], { files });
  expect([code, errors]).toEqual([0, expect.not.stringContaining('error')]);
  expect(textOf(host, '/project/out/a/jenkins/pipelines/p.groovy')).toBe("echo('p')\n");
  expect(textOf(host, '/project/out/a/jenkins/jobs/x/config.xml')).toContain('<disabled>true</disabled>');
  expect(textOf(host, '/project/out/b/jenkins/pipelines/p.groovy')).toBe("echo('q')\n");
});
