package bitesize.oracle.pipeline;

import bitesize.oracle.Failure;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Runs {@code pipeline { ... }}: sections are collected first, then carried out in the order of the syntax. */
final class Declarative {
  private static final List<String> POST = List.of("always", "changed", "fixed", "regression", "aborted", "failure", "success", "unstable", "unsuccessful", "cleanup");
  private final PipelineRun run;
  private List<Section> collected;
  private boolean environment;

  Declarative(PipelineRun run) {
    this.run = run;
  }

  private static final class Section {
    final String name;
    final Object[] arguments;

    Section(String name, Object[] arguments) {
      this.name = name;
      this.arguments = arguments;
    }

    Closure<?> body() {
      Object last = arguments.length == 0 ? null : arguments[arguments.length - 1];
      return last instanceof Closure ? (Closure<?>) last : null;
    }

    Object first() {
      return arguments.length == 0 ? null : arguments[0];
    }
  }

  private interface Action {
    void run() throws Throwable;
  }

  boolean isCollecting() {
    return collected != null;
  }

  boolean isEnvironment() {
    return environment;
  }

  Object collect(String name, Object[] arguments) {
    collected.add(new Section(name, arguments));
    return null;
  }

  Object pipeline(Closure<?> body) throws Throwable {
    List<Section> sections = sections(body);
    for (Section each : sections) if (List.of("options", "parameters", "triggers").contains(each.name)) note(each);
    part(sections, () -> stages(sections(find(sections, "stages").body())));
    return null;
  }

  private List<Section> sections(Closure<?> body) throws Throwable {
    List<Section> outer = collected;
    List<Section> inner = new ArrayList<>();
    collected = inner;
    try {
      Blocks.call(body);
    } finally {
      collected = outer;
    }
    return inner;
  }

  private static Section find(List<Section> sections, String name) {
    for (Section each : sections) if (each.name.equals(name)) return each;
    return null;
  }

  /** Options and the like describe the job: each is a call of its own, with what it is made of. */
  private void note(Section section) throws Throwable {
    for (Section each : sections(section.body())) {
      Map<String, Object> arguments = new LinkedHashMap<>();
      arguments.put("name", each.name);
      arguments.put("arguments", List.of(each.arguments));
      run.record(section.name, arguments);
    }
  }

  /** Environment, agent, the work itself, post: of the pipeline or of a stage. */
  private void part(List<Section> sections, Action work) throws Throwable {
    run.env.push(new LinkedHashMap<>());
    try {
      Section variables = find(sections, "environment");
      environment = variables != null;
      if (variables != null) Blocks.call(variables.body());
      environment = false;
      inAgent(find(sections, "agent"), () -> withPost(find(sections, "post"), work));
    } finally {
      environment = false;
      run.env.pop();
    }
  }

  private void inAgent(Section agent, Action work) throws Throwable {
    if (agent == null || "none".equals(agent.first())) {
      work.run();
      return;
    }
    String label = "";
    if (agent.body() != null) for (Section each : sections(agent.body())) label = String.valueOf(each.first());
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("label", label);
    run.record("node", arguments);
    run.path.push("node(" + label + ")");
    try {
      work.run();
    } finally {
      run.path.pop();
    }
  }

  private void withPost(Section post, Action work) throws Throwable {
    Throwable failure = null;
    try {
      work.run();
    } catch (Throwable thrown) {
      failure = Failure.unwrap(thrown);
      run.build.setResult(failure instanceof FlowInterruptedException ? ((FlowInterruptedException) failure).getResult() : "FAILURE");
    }
    if (post != null) post(sections(post.body()));
    if (failure != null) throw failure;
  }

  private void post(List<Section> conditions) throws Throwable {
    String result = run.build.getCurrentResult();
    for (String name : POST) {
      Section section = find(conditions, name);
      boolean isResult = name.equalsIgnoreCase(result) || (name.equals("unsuccessful") && !result.equals("SUCCESS"));
      if (section == null || !(isResult || name.equals("always") || name.equals("cleanup"))) continue;
      run.path.push("post(" + name + ")");
      Blocks.call(section.body());
      run.path.pop();
    }
  }

  private void stages(List<Section> stages) throws Throwable {
    for (Section each : stages) stage(each);
  }

  private void stage(Section stage) throws Throwable {
    List<Section> sections = sections(stage.body());
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("name", stage.first());
    Map<String, Object> call = run.record("stage", arguments);
    run.path.push("stage(" + stage.first() + ")");
    try {
      input(find(sections, "input"));
      Section when = find(sections, "when");
      if (when != null && !all(sections(when.body()))) {
        call.put("skipped", true);
        return;
      }
      part(sections, () -> body(sections));
    } finally {
      run.path.pop();
    }
  }

  private void body(List<Section> sections) throws Throwable {
    for (Section each : sections) {
      if (each.name.equals("steps")) Blocks.call(each.body());
      if (each.name.equals("stages")) stages(sections(each.body()));
      if (each.name.equals("parallel")) stages(sections(each.body()));
    }
  }

  private void input(Section input) throws Throwable {
    if (input == null) return;
    Map<String, Object> arguments = new LinkedHashMap<>();
    for (Section each : sections(input.body())) arguments.put(each.name, each.first());
    run.step("input", new Object[] {arguments});
  }

  private boolean all(List<Section> conditions) throws Throwable {
    for (Section each : conditions) if (!holds(each)) return false;
    return true;
  }

  private boolean holds(Section condition) throws Throwable {
    Map<?, ?> named = condition.first() instanceof Map ? (Map<?, ?>) condition.first() : Map.of();
    switch (condition.name) {
      case "expression":
        Object value = Blocks.call(condition.body());
        return value != null && !Boolean.FALSE.equals(value);
      case "environment":
        return Objects.equals(run.env.getProperty(String.valueOf(named.get("name"))), named.get("value"));
      case "equals":
        return Objects.equals(named.get("expected"), named.get("actual"));
      case "not":
        return !all(sections(condition.body()));
      case "allOf":
        return all(sections(condition.body()));
      case "anyOf":
        for (Section each : sections(condition.body())) if (holds(each)) return true;
        return false;
      default:
        return true;
    }
  }
}
