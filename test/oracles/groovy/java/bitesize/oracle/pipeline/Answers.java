package bitesize.oracle.pipeline;

import bitesize.oracle.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the scenario says a step does: the first answer for the step whose text is in the arguments. */
final class Answers {
  private final List<Map<String, Object>> answers = new ArrayList<>();

  Answers(List<Map<String, Object>> given) {
    for (Map<String, Object> each : given) answers.add(new LinkedHashMap<>(each));
  }

  /** Returns the fields of the answer; empty when there is none. An answer with {@code times} is used up. */
  Map<String, Object> next(String step, Map<String, Object> arguments) {
    String text = arguments.values().toString();
    for (Map<String, Object> answer : answers) {
      if (!step.equals(answer.get("step")) || !text.contains(Json.text(answer, "match"))) continue;
      Number times = (Number) answer.get("times");
      if (times != null && times.intValue() <= 0) continue;
      if (times != null) answer.put("times", times.intValue() - 1);
      return answer;
    }
    return Map.of();
  }
}
