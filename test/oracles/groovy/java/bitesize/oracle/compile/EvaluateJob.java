package bitesize.oracle.compile;

import bitesize.oracle.Failure;
import bitesize.oracle.Json;
import groovy.lang.GroovyShell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Evaluates expressions, and returns each value as text or what it threw. */
public final class EvaluateJob {
  private EvaluateJob() {}

  public static List<Map<String, Object>> run(Map<String, Object> job) {
    List<Map<String, Object>> values = new ArrayList<>();
    for (String expression : Json.texts(job, "expressions")) {
      try {
        Object value = new GroovyShell().evaluate(expression, "expression.groovy");
        values.add(Map.of("type", value == null ? "null" : value.getClass().getName(), "text", String.valueOf(value)));
      } catch (Throwable failure) {
        values.add(Map.of("error", Failure.describe(failure, "expression.groovy")));
      }
    }
    return values;
  }
}
