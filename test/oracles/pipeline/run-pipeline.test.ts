import { expect, test } from 'vitest';
import { runPipeline, stepsOf } from './run-pipeline.ts';

const approval = `
def deploy(String image) {
  sh 'kubectl apply -f ' + image
}
node('generic') {
  stage('Build') {
    checkout scm
    writeFile file: 'Dockerfile', text: 'FROM scratch'
    withCredentials([usernamePassword(credentialsId: 'registry', usernameVariable: 'USER', passwordVariable: 'PASS')]) {
      sh 'docker push'
    }
  }
}
stage('Approve') {
  timeout(time: 1, unit: 'DAYS') {
    input message: 'Deploy?', submitter: 'ops'
  }
}
node('generic') {
  ['a', 'b'].each { name -> deploy(name) }
  currentBuild.description = params.VERSION.trim()
}
`;

test('records the steps of a scripted pipeline with the blocks around them', async () => {
  const result = await runPipeline({ text: approval, params: { VERSION: ' 1.2 ' } });
  expect(result.error).toBeUndefined();
  expect(result.result).toBe('SUCCESS');
  expect(result.refused).toEqual([]);
  expect(result.description).toBe('1.2');
  expect(stepsOf(result, 'sh').map((call) => [call.arguments.script, call.path])).toEqual([
    ['docker push', ['node(generic)', 'stage(Build)', 'withCredentials()']],
    ['kubectl apply -f a', ['node(generic)']],
    ['kubectl apply -f b', ['node(generic)']],
  ]);
  expect(stepsOf(result, 'sh')[0]?.environment).toEqual({
    USER: 'secret of registry',
    PASS: 'secret of registry',
  });
  expect(stepsOf(result, 'input')[0]?.path).toEqual(['stage(Approve)', 'timeout(1)']);
});

test('an aborted input ends the build as aborted', async () => {
  const result = await runPipeline({
    text: approval,
    params: { VERSION: '1' },
    answers: [{ step: 'input', abort: true }],
  });
  expect(result.result).toBe('ABORTED');
  expect(stepsOf(result, 'sh')).toHaveLength(1);
});

test('a time limit ends the build as aborted', async () => {
  const result = await runPipeline({
    text: approval,
    params: { VERSION: '1' },
    answers: [{ step: 'timeout', abort: true }],
  });
  expect(result.result).toBe('ABORTED');
  expect(stepsOf(result, 'input')).toHaveLength(1);
});

test('a failing shell step fails the build, and catchError goes on', async () => {
  const text = `node { catchError(buildResult: 'UNSTABLE', stageResult: 'FAILURE') { sh 'a' }
    try { sh 'b' } catch (hudson.AbortException e) { echo e.message } finally { sh(script: 'c', returnStdout: true).trim() } }`;
  const answers = [
    { step: 'sh', match: 'a', exit: 3 },
    { step: 'sh', match: 'b', exit: 2 },
  ];
  const result = await runPipeline({ text, answers });
  expect(result.result).toBe('UNSTABLE');
  expect(stepsOf(result, 'echo')[0]?.arguments).toEqual({ message: 'script returned exit code 2' });
  const failed = await runPipeline({ text: "node { sh 'a' }", answers });
  expect(failed).toMatchObject({ result: 'FAILURE', error: { type: 'hudson.AbortException', line: 1 } });
});

test('parallel branches all run, and the first failure is thrown', async () => {
  const text = `parallel(one: { node { sh 'one' } }, two: { build job: 'two', parameters: [string(name: 'A', value: '1')] })`;
  const result = await runPipeline({ text, answers: [{ step: 'sh', exit: 1 }] });
  expect(result.result).toBe('FAILURE');
  expect(stepsOf(result, 'build')[0]).toEqual({
    step: 'build',
    arguments: { job: 'two', parameters: [{ symbol: 'string', name: 'A', value: '1' }] },
    path: ['branch(two)'],
  });
});

test('a failed downstream build fails the pipeline unless it does not propagate', async () => {
  const answers = [{ step: 'build', result: 'FAILURE' as const }];
  expect((await runPipeline({ text: "build 'x'", answers })).result).toBe('FAILURE');
  const kept = await runPipeline({
    text: "def b = build(job: 'x', propagate: false); echo b.result",
    answers,
  });
  expect(kept).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(kept, 'echo')[0]?.arguments).toEqual({ message: 'FAILURE' });
});

test('a step that needs a workspace fails outside of a node', async () => {
  const result = await runPipeline({ text: "sh 'ls'" });
  expect(result.error?.message).toContain('hudson.FilePath is missing');
});

test('an unknown step fails', async () => {
  expect((await runPipeline({ text: "shh 'ls'" })).error?.message).toContain("No such DSL method 'shh'");
});

test.each([
  ["new File('/etc/passwd').text", 'new java.io.File'],
  ["'ls'.execute()", 'method java.lang.String execute'],
  ['jenkins.model.Jenkins.get()', 'jenkins'],
  ["System.getenv('HOME')", 'staticMethod java.lang.System getenv'],
  ['env.getClass().classLoader', 'classLoader'],
  ['currentBuild.rawBuild.project', 'rawBuild'],
  ["Class.forName('x')", 'staticMethod java.lang.Class forName'],
  ["def f = '/tmp' as File", 'a cast to java.io.File'],
])('the sandbox refuses %s', async (text, what) => {
  const result = await runPipeline({ text });
  expect(result.result).toBe('FAILURE');
  expect(JSON.stringify([result.refused, result.error])).toContain(what);
});

test('runs a declarative pipeline in the order of its syntax', async () => {
  const text = `
pipeline {
  agent none
  options { disableConcurrentBuilds() }
  environment { COLOUR = 'blue' }
  stages {
    stage('Test') {
      agent { label 'generic' }
      steps { sh 'test' }
      post { failure { echo 'broken' } }
    }
    stage('Skipped') { when { expression { params.GO == 'yes' } }; steps { error 'no' } }
    stage('Approve') { input { message 'Go?' }; steps { script { if (env.COLOUR == 'blue') { echo 'blue' } } } }
  }
  post { always { echo 'end' } }
}`;
  const good = await runPipeline({ text, params: { GO: 'no' } });
  expect(good).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(good.calls.map((call) => call.step)).toEqual(
    'options stage node sh stage stage input script echo echo'.split(' '),
  );
  expect(stepsOf(good, 'sh')[0]).toMatchObject({
    path: ['stage(Test)', 'node(generic)'],
    environment: { COLOUR: 'blue' },
  });
  const bad = await runPipeline({ text, answers: [{ step: 'sh', exit: 1 }] });
  expect(bad.result).toBe('FAILURE');
  expect(stepsOf(bad, 'echo').map((call) => call.path.at(-1))).toEqual(['post(failure)', 'post(always)']);
});

test('notes GStrings', async () => {
  const text = 'def a = 1\necho "a is $' + '{a}"';
  expect((await runPipeline({ text })).gstrings).toEqual([2]);
});
