package bitesize.oracle.pipeline;

import bitesize.oracle.Failure;
import groovy.lang.Closure;
import hudson.AbortException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** What steps with a body do with it. */
final class Blocks {
  private static final int WAIT_LIMIT = 20;

  /** The label that the Kubernetes plugin would make of the build and some letters. */
  private static final String POD_LABEL = "pod-of-this-build";

  /** As {@code hudson.Util.replaceMacro} finds them. */
  private static final Pattern REFERENCE = Pattern.compile("\\$([A-Za-z0-9_]+|\\{[A-Za-z0-9_.]+\\}|\\$)");

  private final PipelineRun run;

  Blocks(PipelineRun run) {
    this.run = run;
  }

  Object run(String name, Map<String, Object> arguments, Closure<?> body) throws Throwable {
    if (name.equals("parallel")) return parallel(arguments);
    String main = String.valueOf(arguments.getOrDefault(StepTable.mainParameter(name), ""));
    run.path.push(name + "(" + (name.startsWith("with") ? "" : main) + ")");
    try {
      switch (name) {
        case "withEnv":
          return withLayer(overrides((List<?>) arguments.get("overrides"), run.env.getEnvironment()), body);
        case "podTemplate":
          return arguments.containsKey("label") ? call(body) : withLayer(Map.of("POD_LABEL", POD_LABEL), body);
        case "withCredentials":
          return withLayer(bindings((List<?>) arguments.get("bindings")), body);
        case "catchError":
        case "warnError":
          return catching(name, arguments, body);
        case "lock":
          return locked(main, body);
        case "retry":
          return retry(((Number) arguments.get("count")).intValue(), body);
        case "waitUntil":
          return waitUntil(body);
        default:
          return call(body);
      }
    } finally {
      run.path.pop();
    }
  }

  static Object call(Closure<?> body) throws Throwable {
    try {
      return body.call();
    } catch (Throwable failure) {
      throw Failure.unwrap(failure);
    }
  }

  private Object locked(String resource, Closure<?> body) throws Throwable {
    if (run.turns == null) return call(body);
    run.turns.lock(run, resource);
    try {
      return call(body);
    } finally {
      run.turns.unlock(resource);
    }
  }

  private Object withLayer(Map<String, String> layer, Closure<?> body) throws Throwable {
    run.env.push(layer);
    try {
      return call(body);
    } finally {
      run.env.pop();
    }
  }

  /** Fills in variables, those of the same list first, as {@code hudson.EnvVars.overrideExpandingAll} does. */
  private static Map<String, String> overrides(List<?> texts, Map<String, String> around) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Object each : texts) {
      String[] parts = each.toString().split("=", 2);
      given.put(parts[0], parts.length == 2 ? parts[1] : "");
    }
    Map<String, String> layer = new LinkedHashMap<>();
    for (String name : given.keySet()) fill(name, given, around, layer, new HashSet<>());
    return layer;
  }

  private static void fill(String name, Map<String, String> given, Map<String, String> around, Map<String, String> layer, Set<String> open) {
    if (layer.containsKey(name) || !open.add(name)) return;
    Matcher references = REFERENCE.matcher(given.get(name));
    StringBuilder text = new StringBuilder();
    while (references.find()) {
      String found = references.group();
      String other = found.equals("$$") ? "$" : found.replaceAll("[${}]", "");
      if (!found.equals("$$") && !other.equals(name) && given.containsKey(other)) fill(other, given, around, layer, open);
      String value = found.equals("$$") ? "$" : layer.getOrDefault(other, around.getOrDefault(other, found));
      references.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    references.appendTail(text);
    layer.put(name, text.toString());
  }

  /** Every variable of a binding gets a text that names the credentials and the variable. */
  private static Map<String, String> bindings(List<?> bindings) {
    Map<String, String> layer = new LinkedHashMap<>();
    for (Object each : bindings) {
      Map<?, ?> binding = (Map<?, ?>) each;
      binding.forEach((key, value) -> {
        boolean isVariable = key.equals("variable") || String.valueOf(key).endsWith("Variable");
        if (isVariable) layer.put(String.valueOf(value), "secret of " + binding.get("credentialsId"));
      });
    }
    return layer;
  }

  private Object catching(String name, Map<String, Object> arguments, Closure<?> body) throws Throwable {
    try {
      return call(body);
    } catch (FlowInterruptedException failure) {
      if (failure.isActualInterruption() && Boolean.FALSE.equals(arguments.get("catchInterruptions"))) throw failure;
      run.build.setResult(failure.getResult());
      return null;
    } catch (Exception failure) {
      String otherwise = name.equals("warnError") ? "UNSTABLE" : "FAILURE";
      run.build.setResult(String.valueOf(arguments.getOrDefault("buildResult", otherwise)));
      return null;
    }
  }

  private static Object retry(int count, Closure<?> body) throws Throwable {
    for (int attempt = 1; ; attempt++) {
      try {
        return call(body);
      } catch (FlowInterruptedException failure) {
        throw failure;
      } catch (Exception failure) {
        if (attempt >= count) throw failure;
      }
    }
  }

  private static Object waitUntil(Closure<?> body) throws Throwable {
    for (int attempt = 0; attempt < WAIT_LIMIT; attempt++) if (Boolean.TRUE.equals(call(body))) return null;
    throw new AbortException("waitUntil was never true");
  }

  /** The branches one after the other, in their order; what the first failed one threw is thrown at the end. */
  private Object parallel(Map<String, Object> branches) throws Throwable {
    boolean failFast = Boolean.TRUE.equals(branches.get("failFast"));
    Throwable first = null;
    Map<String, Object> results = new LinkedHashMap<>();
    for (Map.Entry<String, Object> branch : branches.entrySet()) {
      if (!(branch.getValue() instanceof Closure) || (failFast && first != null)) continue;
      run.path.push("branch(" + branch.getKey() + ")");
      try {
        results.put(branch.getKey(), call((Closure<?>) branch.getValue()));
      } catch (Throwable failure) {
        if (first == null) first = failure;
      } finally {
        run.path.pop();
      }
    }
    if (first != null) throw first;
    return results;
  }
}
