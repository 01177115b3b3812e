package bitesize.oracle.pipeline;

import groovy.lang.GroovyObjectSupport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code env}: the variables of the build under those of withEnv, withCredentials and environment blocks. */
public final class EnvView extends GroovyObjectSupport {
  private final Map<String, String> global = new LinkedHashMap<>();
  private final Set<String> given;
  private final PipelineRun run;
  private final Deque<Map<String, String>> layers = new ArrayDeque<>();

  EnvView(Map<String, Object> variables, PipelineRun run) {
    this.run = run;
    given = Set.copyOf(variables.keySet());
    variables.forEach((name, value) -> global.put(name, String.valueOf(value)));
  }

  void push(Map<String, String> layer) {
    layers.push(layer);
  }

  void pop() {
    layers.pop();
  }

  /** Sets a variable of the innermost layer: the assignments of an environment block. */
  void setInLayer(String name, Object value) {
    layers.peek().put(name, String.valueOf(value));
  }

  boolean has(String name) {
    return getEnvironment().containsKey(name);
  }

  public Map<String, String> getEnvironment() {
    Map<String, String> all = new LinkedHashMap<>(global);
    layers.descendingIterator().forEachRemaining(all::putAll);
    return all;
  }

  @Override
  public Object getProperty(String name) {
    return getEnvironment().get(name);
  }

  /** Returns what the script has set: what other builds see. */
  Map<String, Object> set() {
    Map<String, Object> set = new LinkedHashMap<>(global);
    set.keySet().removeAll(given);
    return set;
  }

  @Override
  public void setProperty(String name, Object value) {
    Turns.sneaky(run::event);
    global.put(name, value == null ? "" : value.toString());
  }

  public Object getAt(String name) {
    return getProperty(name);
  }

  public void putAt(String name, Object value) {
    setProperty(name, value);
  }
}
