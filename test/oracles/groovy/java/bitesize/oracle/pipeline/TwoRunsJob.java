package bitesize.oracle.pipeline;

import bitesize.oracle.Json;
import groovy.lang.Binding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs a pipeline twice, the second run after every event of the first, and that one again after every event of the second. */
public final class TwoRunsJob {
  private static final int LIMIT = 200;

  private TwoRunsJob() {}

  /** Returns each outcome once, with the first order of events that led to it. */
  public static List<Object> run(Map<String, Object> job) throws Exception {
    Sandbox.whitelist = new Whitelist(Json.object(job, "whitelist"));
    Sandbox.violations.clear();
    SandboxTransform transform = new SandboxTransform(Sandbox.whitelist, new ArrayList<>(), new ArrayList<>());
    Class<? extends PipelineScript> script = PipelineJob.parse(Json.text(job, "text"), transform).getClass();
    Map<String, Object> outcomes = new LinkedHashMap<>();
    boolean isOver = false;
    for (int older = 0; !isOver && older < LIMIT; older++) {
      boolean isNewerOver = false;
      for (int newer = 0; !isNewerOver && newer < LIMIT; newer++) {
        Turns turns = new Turns(older, newer, Set.copyOf(Json.texts(job, "fair")));
        Map<String, Object> outcome = play(script, Json.objects(job, "runs"), turns);
        isOver = turns.isOver();
        isNewerOver = isOver || turns.isNewerOver();
        String key = Json.print(outcome);
        outcome.put("events", List.of(older, newer));
        outcomes.putIfAbsent(key, outcome);
      }
    }
    return new ArrayList<>(outcomes.values());
  }

  private static Map<String, Object> play(Class<? extends PipelineScript> script, List<Map<String, Object>> jobs, Turns turns)
      throws Exception {
    List<Thread> threads = new ArrayList<>();
    List<Map<String, Object>> results = new ArrayList<>();
    for (Map<String, Object> each : jobs) {
      PipelineRun run = new PipelineRun(each);
      PipelineScript instance = script.getConstructor().newInstance();
      instance.setBinding(new Binding());
      instance.running = run;
      run.turns = turns;
      turns.add(run);
      Map<String, Object> result = new LinkedHashMap<>();
      results.add(result);
      threads.add(new Thread(null, () -> {
        result.putAll(PipelineJob.end(run, () -> {
          Turns.sneaky(() -> turns.await(run));
          instance.run();
        }));
        result.put("result", run.build.getCurrentResult());
        turns.end(run);
      }, "run", 64L << 20));
    }
    for (Thread each : threads) each.start();
    for (Thread each : threads) each.join();
    Map<String, Object> outcome = new LinkedHashMap<>();
    outcome.put("runs", results);
    outcome.put("calls", turns.calls);
    return outcome;
  }
}
