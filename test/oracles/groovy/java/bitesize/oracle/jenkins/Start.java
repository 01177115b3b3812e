package bitesize.oracle.jenkins;

import bitesize.oracle.Failure;
import bitesize.oracle.Json;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.control.CompilerConfiguration;

/** One start of Jenkins: the scripts in their order, with the rules of jenkins.util.groovy.GroovyHookScript. */
final class Start {
  private static final int TIMER_LIMIT = 100;
  private final World world;
  private final Map<String, Object> given;
  private final List<Map<String, Object>> outcomes = new ArrayList<>();
  private Map<String, Object> bootError;
  private boolean complete;
  String running = "";

  Start(World world, Map<String, Object> given) {
    this.world = world;
    this.given = given;
  }

  boolean isComplete() {
    return complete;
  }

  Object level(World world) throws ReflectiveOperationException {
    return Defaults.constantOf(world, "hudson.init.InitMilestone", complete ? "COMPLETED" : "JOB_CONFIG_ADAPTED");
  }

  /** Returns the installed version of a plugin; any plugin is there when the scenario names none. */
  String version(Object id) {
    Object version = given.get("plugins") == null ? "1" : Json.object(given, "plugins").get(id.toString());
    return version == null ? null : version.toString();
  }

  Set<String> pluginIds() {
    return new TreeSet<>(Json.object(given, "plugins").keySet());
  }

  List<String> failedPlugins() {
    return Json.texts(given, "failedPlugins");
  }

  Map<String, Object> run() {
    prepare();
    Binding binding = new Binding();
    boolean ended = false;
    for (Map<String, Object> script : Json.objects(given, "scripts")) {
      Map<String, Object> outcome = new LinkedHashMap<>();
      outcomes.add(outcome);
      running = Json.text(script, "name");
      outcome.put("name", running);
      if (ended) outcome.put("outcome", "skipped");
      else ended = execute(script, binding, outcome);
    }
    runTimer();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("boot", bootError == null ? "up" : "failed");
    if (bootError != null) result.put("error", bootError);
    if (Outside.exit() != null) result.put("exit", Outside.exit());
    result.put("scripts", outcomes);
    result.put("calls", new ArrayList<>(world.calls));
    result.put("problems", new ArrayList<>(world.problems));
    result.put("state", world.snapshot());
    return result;
  }

  /** Runs the script that makes the state before this start. It is not recorded. */
  private void prepare() {
    world.calls.clear();
    world.timer.clear();
    world.extensions.clear();
    world.recording = false;
    if (given.get("before") != null) shell(new Binding()).evaluate(Json.text(given, "before"), "before.groovy");
    world.problems.clear();
  }

  /** Returns whether the run of scripts ends here. */
  private boolean execute(Map<String, Object> script, Binding binding, Map<String, Object> outcome) {
    world.recording = true;
    try {
      shell(binding).evaluate(Json.text(script, "text"), running);
      outcome.put("outcome", "ran");
      return false;
    } catch (Throwable failure) {
      outcome.put("error", describe(failure));
      if (failure instanceof RuntimeException || failure instanceof IOException) {
        outcome.put("outcome", "logged");
        return false;
      }
      boolean swallowed = hasLinkageError(failure);
      outcome.put("outcome", swallowed ? "ended-scripts" : "ended-boot");
      if (!swallowed) bootError = describe(failure);
      return true;
    } finally {
      world.recording = false;
    }
  }

  private void runTimer() {
    complete = bootError == null;
    running = "timer";
    world.recording = true;
    for (int count = 0; complete && !world.timer.isEmpty(); count++) {
      if (count == TIMER_LIMIT) {
        world.problems.add("a task of jenkins.util.Timer schedules itself without end");
        break;
      }
      try {
        world.timer.remove(0).run();
      } catch (Throwable failure) {
        world.problems.add("a task of jenkins.util.Timer failed: " + Failure.unwrap(failure));
      }
    }
    world.recording = false;
  }

  private GroovyShell shell(Binding binding) {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.addCompilationCustomizers(new OutsideRewrite());
    return new GroovyShell(world.loader, binding, configuration);
  }

  private Map<String, Object> describe(Throwable failure) {
    Map<String, Object> description = Failure.describe(failure, running);
    description.put("message", Outside.original(description.get("message").toString()));
    return description;
  }

  /** Jenkins.executeReactor only logs a failure with a LinkageError in its chain of causes. */
  private static boolean hasLinkageError(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) if (each instanceof LinkageError) return true;
    return false;
  }
}
