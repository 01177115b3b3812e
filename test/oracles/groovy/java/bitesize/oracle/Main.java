package bitesize.oracle;

import bitesize.oracle.compile.CompileJob;
import bitesize.oracle.compile.EvaluateJob;
import bitesize.oracle.cps.CpsJob;
import bitesize.oracle.jenkins.InitJob;
import bitesize.oracle.pipeline.PipelineJob;
import bitesize.oracle.pipeline.TwoRunsJob;
import bitesize.oracle.xml.XmlJob;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Serves jobs: one line of JSON in, one line of JSON out, in order, until the input ends. One process for many scripts,
 * since starting a JVM and loading Groovy takes longer than most jobs.
 */
public final class Main {
  private static final long LIMIT_MILLISECONDS = 240_000;

  private Main() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
      Map<String, Object> job = Json.parse(line);
      Map<String, Object> answer = new LinkedHashMap<>();
      Thread worker = new Thread(null, () -> work(job, answer), "job", 256L << 20);
      worker.start();
      worker.join(LIMIT_MILLISECONDS);
      boolean late = worker.isAlive();
      answers.println(Json.print(late ? Map.of("error", "the job took longer than " + LIMIT_MILLISECONDS + " ms") : answer));
      answers.flush();
      if (late) Runtime.getRuntime().halt(3);
    }
  }

  private static void work(Map<String, Object> job, Map<String, Object> answer) {
    try {
      answer.put("result", run(job));
    } catch (Throwable error) {
      answer.clear();
      StringWriter trace = new StringWriter();
      error.printStackTrace(new PrintWriter(trace));
      answer.put("error", trace.toString());
    }
  }

  private static Object run(Map<String, Object> job) throws Exception {
    switch (Json.text(job, "kind")) {
      case "compile":
        return CompileJob.run(job);
      case "evaluate":
        return EvaluateJob.run(job);
      case "init":
        return InitJob.run(job);
      case "xml":
        return XmlJob.run(job);
      case "cps":
        return CpsJob.run(job);
      case "pipeline":
        return PipelineJob.run(job);
      case "two-runs":
        return TwoRunsJob.run(job);
      default:
        throw new IllegalArgumentException("unknown kind of job: " + job.get("kind"));
    }
  }
}
