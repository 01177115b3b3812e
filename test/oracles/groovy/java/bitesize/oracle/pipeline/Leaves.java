package bitesize.oracle.pipeline;

import bitesize.oracle.Json;
import hudson.AbortException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** What steps without a body do and return. */
final class Leaves {
  private Leaves() {}

  static Object run(PipelineRun run, String name, Map<String, Object> arguments, Map<String, Object> answer, Map<String, Object> call) throws Exception {
    switch (name) {
      case "sh":
      case "bat":
      case "powershell":
      case "pwsh":
        call.put("environment", run.env.getEnvironment());
        return shell(arguments, answer);
      case "error":
        throw new AbortException(String.valueOf(arguments.get("message")));
      case "unstable":
        run.build.setResult("UNSTABLE");
        return null;
      case "input":
        return answer.containsKey("returns") ? answer.get("returns") : input(arguments);
      case "milestone":
        if (run.turns != null) run.turns.milestone(run, ((Number) arguments.get("ordinal")).intValue());
        return null;
      case "build":
        return build(arguments, answer);
      case "fileExists":
        return Boolean.TRUE.equals(answer.get("returns"));
      case "isUnix":
        return true;
      case "pwd":
        return answer.getOrDefault("returns", "/workspace");
      case "readFile":
      case "libraryResource":
        return answer.getOrDefault("returns", "");
      case "checkout":
      case "git":
        return answer.getOrDefault("returns", Map.of("GIT_COMMIT", "0".repeat(40), "GIT_BRANCH", "origin/main"));
      default:
        return answer.get("returns");
    }
  }

  private static Object shell(Map<String, Object> arguments, Map<String, Object> answer) throws AbortException {
    int exit = ((Number) answer.getOrDefault("exit", 0)).intValue();
    if (Boolean.TRUE.equals(arguments.get("returnStatus"))) return exit;
    if (exit != 0) throw new AbortException("script returned exit code " + exit);
    return Boolean.TRUE.equals(arguments.get("returnStdout")) ? Json.text(answer, "stdout") : null;
  }

  /** Returns what the default answers give: nothing, the only value, or a map of all values. */
  private static Object input(Map<String, Object> arguments) {
    Map<String, Object> values = new LinkedHashMap<>();
    Object parameters = arguments.get("parameters");
    if (parameters instanceof List) {
      for (Object each : (List<?>) parameters) {
        Map<?, ?> parameter = (Map<?, ?>) each;
        values.put(String.valueOf(parameter.get("name")), parameter.get("defaultValue"));
      }
    }
    if (arguments.get("submitterParameter") != null) values.put(String.valueOf(arguments.get("submitterParameter")), "approver");
    if (values.isEmpty()) return null;
    return values.size() == 1 ? values.values().iterator().next() : values;
  }

  private static Object build(Map<String, Object> arguments, Map<String, Object> answer) throws FlowInterruptedException {
    if (Boolean.FALSE.equals(arguments.get("wait"))) return null;
    Map<String, Object> other = new LinkedHashMap<>();
    String result = (String) answer.getOrDefault("result", "SUCCESS");
    other.put("projectName", String.valueOf(arguments.get("job")));
    other.put("result", result);
    if (!result.equals("SUCCESS") && !Boolean.FALSE.equals(arguments.get("propagate"))) {
      throw new FlowInterruptedException(result, false, arguments.get("job") + " completed with status " + result);
    }
    return new BuildView(other);
  }
}
