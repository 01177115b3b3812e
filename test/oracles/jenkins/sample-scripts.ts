import type { InitScript } from './init-scenario.ts';

/** A small set of init scripts for the samples: an administrator, a key, a job; fails closed without its secrets. */
export const sampleScripts: readonly InitScript[] = [
  {
    name: '10-security.groovy',
    text: `import hudson.model.User
import hudson.security.FullControlOnceLoggedInAuthorizationStrategy
import hudson.security.HudsonPrivateSecurityRealm
import jenkins.model.Jenkins

try {
  Jenkins j = Jenkins.get()
  String password = new File('/run/secrets/admin/password').getText('UTF-8').trim()
  if (!(j.getSecurityRealm() instanceof HudsonPrivateSecurityRealm)) {
    j.setSecurityRealm(new HudsonPrivateSecurityRealm(false, false, null))
  }
  HudsonPrivateSecurityRealm realm = (HudsonPrivateSecurityRealm) j.getSecurityRealm()
  User admin = User.getById(System.getenv('JENKINS_ADMIN_USER'), false)
  if (admin == null || !admin.getProperty(HudsonPrivateSecurityRealm.Details).isPasswordCorrect(password)) {
    realm.createAccount(System.getenv('JENKINS_ADMIN_USER'), password)
  }
  FullControlOnceLoggedInAuthorizationStrategy strategy = new FullControlOnceLoggedInAuthorizationStrategy()
  strategy.setAllowAnonymousRead(false)
  j.setAuthorizationStrategy(strategy)
} catch (Throwable t) {
  throw new AssertionError((Object) ('10-security: ' + t))
}
`,
  },
  {
    name: '20-credentials.groovy',
    text: `import com.cloudbees.plugins.credentials.Credentials
import com.cloudbees.plugins.credentials.CredentialsScope
import com.cloudbees.plugins.credentials.CredentialsStore
import com.cloudbees.plugins.credentials.SystemCredentialsProvider
import com.cloudbees.plugins.credentials.common.IdCredentials
import com.cloudbees.plugins.credentials.domains.Domain
import hudson.ExtensionList
import hudson.util.Secret
import jenkins.model.Jenkins
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl

CredentialsStore store = ExtensionList.lookupSingleton(SystemCredentialsProvider.ProviderImpl).getStore(Jenkins.get())
String token = new File('/run/secrets/git/token').getText('UTF-8').trim()
Credentials wanted = new StringCredentialsImpl(CredentialsScope.GLOBAL, 'git', 'token', Secret.fromString(token))
Credentials found = store.getCredentials(Domain.global()).find { ((IdCredentials) it).getId() == 'git' }
if (found == null) { store.addCredentials(Domain.global(), wanted) }
else { store.updateCredentials(Domain.global(), found, wanted) }
`,
  },
  {
    name: '30-seed.groovy',
    text: `import hudson.init.InitMilestone
import hudson.model.Cause
import hudson.model.FreeStyleProject
import hudson.tasks.Shell
import java.util.concurrent.TimeUnit
import jenkins.model.Jenkins
import jenkins.util.Timer

Jenkins j = Jenkins.get()
FreeStyleProject job = (FreeStyleProject) j.getItem('seed-job') ?: j.createProject(FreeStyleProject, 'seed-job')
job.getBuildersList().clear()
job.getBuildersList().add(new Shell('echo seed'))
job.save()
Timer.get().schedule(new FirstBuild(), 2L, TimeUnit.SECONDS)

class FirstBuild implements Runnable {
  void run() {
    FreeStyleProject seed = Jenkins.get().getItemByFullName('seed-job', FreeStyleProject)
    if (Jenkins.get().getInitLevel() == InitMilestone.COMPLETED && seed.getLastBuild() == null) {
      seed.scheduleBuild2(0, new Cause.RemoteCause('init.groovy.d', 'first'))
    }
  }
}
`,
  },
];
