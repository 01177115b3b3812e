package bitesize.oracle.pipeline;

import bitesize.oracle.Json;
import groovy.lang.Closure;
import groovy.lang.GString;
import groovy.lang.MissingMethodException;
import hudson.AbortException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** One run of a pipeline: the steps that it called, and its build. */
final class PipelineRun {
  final List<Map<String, Object>> calls = new ArrayList<>();
  final Deque<String> path = new ArrayDeque<>();
  final EnvView env;
  final Map<String, Object> params;
  final BuildView build;
  final Declarative declarative = new Declarative(this);
  final Answers answers;
  boolean interruptNext;
  /** Set for a run that takes turns with another one. */
  Turns turns;
  private final Set<String> extraSteps;
  private final Blocks blocks = new Blocks(this);

  PipelineRun(Map<String, Object> job) {
    env = new EnvView(Json.object(job, "environment"), this);
    params = Json.object(job, "params");
    build = new BuildView(Json.object(job, "build"), this);
    answers = new Answers(Json.objects(job, "answers"));
    extraSteps = Set.copyOf(Json.texts(job, "extraSteps"));
  }

  Object step(String name, Object[] given) throws Throwable {
    if (name.equals("pipeline")) return declarative.pipeline((Closure<?>) given[0]);
    if (declarative.isCollecting()) return declarative.collect(name, given);
    Closure<?> body = given.length > 0 && given[given.length - 1] instanceof Closure ? (Closure<?>) given[given.length - 1] : null;
    Map<String, Object> arguments = arguments(name, given, body == null ? given.length : given.length - 1);
    if (StepTable.SYMBOLS.contains(name)) return symbol(name, arguments);
    if (!StepTable.isStep(name) && !extraSteps.contains(name)) {
      throw new MissingMethodException("No such DSL method '" + name + "'", PipelineScript.class, given);
    }
    event();
    Map<String, Object> call = record(name, arguments);
    if (StepTable.IN_NODE.contains(name) && !isInNode()) {
      throw new AbortException("Required context class hudson.FilePath is missing: perhaps you forgot to surround the " + name + " step with a step that provides this, such as: node");
    }
    Map<String, Object> answer = answers.next(name, arguments);
    boolean isTimeout = name.equals("timeout") && Json.flag(answer, "abort");
    if (isTimeout) interruptNext = true;
    else if (interruptNext && body == null) interrupt("ABORTED", "the time limit was reached");
    else if (Json.flag(answer, "abort")) interrupt("ABORTED", name + " was aborted");
    if (answer.get("error") != null) throw new AbortException(Json.text(answer, "error"));
    return body != null || name.equals("parallel") ? blocks.run(name, arguments, body) : Leaves.run(this, name, arguments, answer, call);
  }

  /** Something that another run may come before. */
  void event() throws FlowInterruptedException {
    if (turns != null) turns.event(this);
  }

  void interrupt(String result, String message) throws FlowInterruptedException {
    interruptNext = false;
    throw new FlowInterruptedException(result, message);
  }

  boolean isInNode() {
    return path.stream().anyMatch(each -> each.startsWith("node("));
  }

  Map<String, Object> record(String name, Map<String, Object> arguments) {
    Map<String, Object> call = new LinkedHashMap<>();
    List<String> outerFirst = new ArrayList<>();
    path.descendingIterator().forEachRemaining(outerFirst::add);
    call.put("step", name);
    call.put("arguments", plain(arguments));
    call.put("path", outerFirst);
    calls.add(call);
    if (turns != null) turns.calls.add(Map.of("run", build.getNumber(), "call", call));
    return call;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> arguments(String step, Object[] given, int count) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (int index = 0; index < count; index++) {
      if (index == 0 && given[0] instanceof Map) arguments.putAll((Map<String, Object>) given[0]);
      else arguments.put(StepTable.mainParameter(step), given[index]);
    }
    return arguments;
  }

  private static Map<String, Object> symbol(String name, Map<String, Object> arguments) {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("symbol", name);
    value.putAll(arguments);
    return value;
  }

  /** Returns the value as maps, lists, texts and numbers. */
  static Object plain(Object value) {
    if (value instanceof GString) return value.toString();
    if (value instanceof Closure) return "closure";
    if (value instanceof Map) {
      Map<String, Object> result = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((key, each) -> result.put(String.valueOf(key), plain(each)));
      return result;
    }
    if (value instanceof Iterable) {
      List<Object> result = new ArrayList<>();
      for (Object each : (Iterable<?>) value) result.add(plain(each));
      return result;
    }
    if (value == null || value instanceof Number || value instanceof Boolean) return value;
    return value.toString();
  }
}
