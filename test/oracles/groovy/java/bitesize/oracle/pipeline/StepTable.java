package bitesize.oracle.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The steps that pipelines may call, of the plugins that generated pipelines use. */
final class StepTable {
  /** Steps that need a workspace: outside of a node they fail with MissingContextVariableException. */
  static final Set<String> IN_NODE = words("sh bat powershell pwsh writeFile readFile fileExists checkout git archiveArtifacts junit stash unstash dir deleteDir ws pwd isUnix publishHTML findFiles copyArtifacts fingerprint step cleanWs container sshagent withDockerRegistry configFileProvider readYaml writeYaml writeJSON touch zip unzip tar");

  /** Steps with a body. */
  static final Set<String> BLOCKS = words("node stage timeout lock withEnv withCredentials dir ws timestamps ansiColor retry catchError warnError waitUntil container podTemplate script sshagent wrap throttle withDockerRegistry configFileProvider withChecks");

  static final Set<String> OTHERS = words("echo print println error unstable input milestone build sleep properties emailext mail parallel readJSON tool library libraryResource load waitForBuild setGitHubPullRequestStatus githubNotify slackSend buildName buildDescription");

  /** Names that only describe a value: parameters, credentials bindings, job properties. */
  static final Set<String> SYMBOLS = words("string booleanParam choice text password credentials file usernamePassword usernameColonPassword sshUserPrivateKey certificate parameters pipelineTriggers cron pollSCM upstream githubPush buildDiscarder logRotator disableConcurrentBuilds durabilityHint lastSuccessful specific copyArtifactPermission scmGit emptyDirVolume secretVolume containerTemplate envVar");

  private static final Map<String, String> MAIN = new HashMap<>();

  static {
    String pairs = "sh script bat script powershell script echo message print message println message error message unstable message node label stage name input message build job dir path ws dir readFile file fileExists file archiveArtifacts artifacts junit testResults withEnv overrides withCredentials bindings timeout time lock resource milestone ordinal sleep time properties properties retry count stash name unstash name container name warnError message catchError message git url checkout scm sshagent credentials ansiColor colorMapName buildDiscarder strategy parameters parameterDefinitions pipelineTriggers triggers cron spec pollSCM spec upstream upstreamProjects";
    String[] words = pairs.split(" ");
    for (int index = 0; index < words.length; index += 2) MAIN.put(words[index], words[index + 1]);
  }

  private StepTable() {}

  static boolean isStep(String name) {
    return IN_NODE.contains(name) || BLOCKS.contains(name) || OTHERS.contains(name);
  }

  /** Returns the name of the parameter that may be given without one. */
  static String mainParameter(String step) {
    return MAIN.getOrDefault(step, "value");
  }

  private static Set<String> words(String text) {
    return Set.of(text.split(" "));
  }
}
