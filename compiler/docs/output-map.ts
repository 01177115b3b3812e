/** Files of the output of a project that are of one kind. */
export interface OutputFamily {
  /** Path from the output folder; `*` stands for a part of a name. */
  readonly path: string;
  /** What the files are, as Markdown. */
  readonly what: string;
  /** The fields that they are made of, or the emitter that prints them, as Markdown. */
  readonly from: string;
}

/** Every kind of file of the output, in the order of the folders. `test/compiler/docs` holds it to the examples. */
export const outputFamilies: readonly OutputFamily[] = [
  {
    path: 'images/*/Dockerfile',
    what: 'the image of one application',
    from: '`applications` of application.bitesize',
  },
  {
    path: 'jenkins/Dockerfile',
    what: 'the image of Jenkins: `--target kubernetes`, or `standalone` for anything else',
    from: '`jenkins.version`, `jenkins.image`, the plugins',
  },
  {
    path: 'jenkins/plugins.txt',
    what: 'every plugin with its version, and why it is there',
    from: 'what the specs use; `jenkins.plugins`',
  },
  {
    path: 'jenkins/plugins.lock.json',
    what: 'the same with addresses and checksums',
    from: 'as above',
  },
  {
    path: 'jenkins/init.groovy.d/1*.groovy',
    what: 'closes Jenkins: realm, accounts, permissions',
    from: '`jenkins.realm`, `admin`, `users`, `authorization`',
  },
  {
    path: 'jenkins/init.groovy.d/2*.groovy',
    what: 'address, variables of all builds, mail',
    from: '`jenkins.url`, `env`, `mail`, `admin_email`',
  },
  {
    path: 'jenkins/init.groovy.d/3*.groovy',
    what: 'credentials, and the keys of git servers',
    from: '`jenkins.credentials`, `known_hosts`',
  },
  {
    path: 'jenkins/init.groovy.d/4*.groovy',
    what: 'the agents, as pods',
    from: '`jenkins.agents`',
  },
  {
    path: 'jenkins/init.groovy.d/5*.groovy',
    what: 'the security of Job DSL, and whom the seed job runs as',
    from: '`jenkins.seed`',
  },
  {
    path: 'jenkins/init.groovy.d/6*.groovy',
    what: 'the seed job, or the jobs themselves with `seed.mode: image`',
    from: '`jenkins.seed`',
  },
  {
    path: 'jenkins/init.groovy.d/7*.groovy',
    what: 'the first build of the seed job',
    from: '`jenkins.seed`',
  },
  {
    path: 'jenkins/init.groovy.d/9*.groovy',
    what: 'checks that all of them ran; Jenkins stops otherwise',
    from: 'every script',
  },
  {
    path: 'jenkins/job-dsl/all_folders.groovy',
    what: 'the folder that holds the jobs',
    from: '`jenkins.folder`',
  },
  {
    path: 'jenkins/job-dsl/build_jobs*.groovy',
    what: 'a job for each component',
    from: '`components` of build.bitesize',
  },
  {
    path: 'jenkins/job-dsl/image_jobs*.groovy',
    what: 'the job `<application>-docker-image` of each application',
    from: '`applications` of application.bitesize',
  },
  {
    path: 'jenkins/job-dsl/deploy_jobs*.groovy',
    what: 'the job `<environment>-deploy` of each environment',
    from: '`environments` of environments.bitesize',
  },
  {
    path: 'jenkins/job-dsl/test_jobs*.groovy',
    what: 'the job `<environment>-<test>` of each test',
    from: '`environments.tests`',
  },
  {
    path: 'jenkins/job-dsl/environment_jobs*.groovy',
    what: '`environment-pipeline`, which promotes versions',
    from: 'the order of the environments, `deployment.mode`, `jenkins.pipeline`',
  },
  {
    path: 'jenkins/job-dsl/service_jobs*.groovy',
    what: '`service-manage`, which applies Services, Ingresses and claims',
    from: '`environments.services`, `jenkins.pipeline.service_manage`',
  },
  { path: 'jenkins/job-dsl/views*.groovy', what: 'the list views', from: '`jenkins.views`' },
  {
    path: 'jenkins/job-dsl/zz*.groovy',
    what: 'Job DSL of your own, as it is',
    from: '`jenkins.job_dsl`',
  },
  {
    path: 'jenkins/pipelines/**.groovy',
    what: 'the script of each pipeline, which the Job DSL reads',
    from: 'as the Job DSL',
  },
  {
    path: 'jenkins/jobs/**/config.xml',
    what: 'each job once more, in the form in which Jenkins saves it',
    from: 'as the Job DSL; `jenkins.job_xml`',
  },
  { path: 'jenkins/views/*.xml', what: 'each view in that form', from: '`jenkins.views`' },
  {
    path: 'kubernetes/environments/*/*.yaml',
    what: 'what `service-manage` applies in an environment, with a kustomization.yaml',
    from: '`environments.services`, `jenkins.environments`',
  },
  {
    path: 'kubernetes/environments/*/deployments/*.yaml',
    what: 'what the deploy job applies: Deployments and CronJobs that await a version or a colour',
    from: '`environments.services`',
  },
  {
    path: 'kubernetes/jenkins/*.yaml',
    what: 'the objects of Jenkins in the order of applying, with a kustomization.yaml',
    from: '`jenkins.kubernetes`, `apt`; the roles: what is deployed',
  },
  {
    path: 'kubernetes/jenkins/README.md',
    what: 'how this Jenkins is started, what it needs and takes, what to do when it does not work',
    from: 'everything',
  },
  {
    path: 'kubernetes/jenkins/create-secrets.sh',
    what: 'makes the Secrets of files',
    from: '`jenkins.admin`, `users`, `credentials` and whatever else names a Secret',
  },
  {
    path: 'kubernetes/jenkins/leftovers.sh',
    what: 'prints the commands that delete what left the specs',
    from: 'everything',
  },
  {
    path: 'manifest.json',
    what: 'the hash of every file: what was written by bitesize, and may be replaced',
    from: 'all files',
  },
  {
    path: '.bitesize/maps.json',
    what: 'which line comes from where; `bitesize why` reads it',
    from: 'all files',
  },
];
