/** What differs from what Jenkins saves, by the beginnings of differences, and why it stays so. */
export const remaining: readonly { readonly why: string; readonly paths: readonly string[] }[] = [
  {
    why: 'The older element was saved: Jenkins keeps it, and keeps the property that its form makes, which we print.',
    paths: [
      '/project/logRotator: only theirs',
      '/project/properties/jenkins.model.BuildDiscarderProperty: only ours',
      '/flow-definition/logRotator: only theirs',
      '/flow-definition/properties/jenkins.model.BuildDiscarderProperty: only ours',
    ],
  },
  {
    why: 'The triggers stood here and moved; an empty element, which the template of Job DSL has, is kept.',
    paths: ['/flow-definition/triggers: only ours'],
  },
  {
    why: 'Jenkins adds the name from the address of the view, and takes none from the file.',
    paths: ['/hudson.model.ListView/name: only theirs'],
  },
  {
    why: 'A token is a secret: Jenkins encrypts it anew with each save.',
    paths: ['/project/authToken: '],
  },
  {
    why: 'No spec makes these elements, and only later versions of their plugins have the fields.',
    paths: [
      '/project/builders/hudson.plugins.copyartifact.CopyArtifact/includeBuildNumberInTargetPath: only theirs',
      '/project/scm/extensions/hudson.plugins.git.extensions.impl.CleanBeforeCheckout/deleteUntrackedNestedRepositories: only theirs',
      '/project/scm/extensions/hudson.plugins.git.extensions.impl.SubmoduleOption/shallow: only theirs',
    ],
  },
  {
    why: 'The step comes from a fragment, which is printed as it was written.',
    paths: ['/project/builders/hudson.tasks.Shell/configuredLocalRules: only theirs'],
  },
  {
    why: 'The plugin was not installed, so the element was dropped on reading.',
    paths: [
      '/project/properties/com.coravy.hudson.plugins.github.',
      '/project/properties/com.tikal.hudson.plugins.notification.',
      '/project/properties/hudson.model.ParametersDefinitionProperty/parameterDefinitions/com.michelin.cio.',
      '/project/properties/hudson.plugins.buildblocker.',
      '/project/properties/hudson.plugins.heavy__job.',
      '/project/properties/hudson.plugins.throttleconcurrents.',
      '/project/properties/my.Prop: only ours',
      '/project/properties/se.diabol.jenkins.pipeline.',
      '/project/publishers/hudson.tasks.junit.',
      '/project/triggers/com.cloudbees.jenkins.',
      '/project/triggers/com.dabsquared.gitlabjenkins.',
      '/org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject/sources/data/jenkins.branch.BranchSource: only ours',
    ],
  },
  {
    why: 'These permissions do not exist where the job was saved.',
    paths: ['/project/properties/hudson.security.AuthorizationMatrixProperty/permission: only ours'],
  },
];
