package bitesize.oracle.pipeline;

import bitesize.oracle.Failure;
import bitesize.oracle.Json;
import bitesize.oracle.compile.Problems;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Runs a pipeline against recorded steps, inside a model of the Groovy sandbox. */
public final class PipelineJob {
  private PipelineJob() {}

  public static Map<String, Object> run(Map<String, Object> job) {
    PipelineRun run = new PipelineRun(job);
    List<Map<String, Object>> refused = new ArrayList<>();
    List<Integer> strings = new ArrayList<>();
    Sandbox.run = run;
    Sandbox.whitelist = new Whitelist(Json.object(job, "whitelist"));
    Sandbox.violations.clear();
    Map<String, Object> result = end(run, () -> {
      PipelineScript script = parse(Json.text(job, "text"), new SandboxTransform(Sandbox.whitelist, refused, strings));
      script.running = run;
      script.run();
    });
    for (String each : Sandbox.violations) refused.add(Problems.at(0, 0, each));
    // Constructors and casts are seen when the script is compiled; the real sandbox ends the build when it meets them.
    if (!refused.isEmpty()) run.build.setResult("FAILURE");
    result.put("result", run.build.getCurrentResult());
    result.put("calls", run.calls);
    result.put("displayName", run.build.getDisplayName());
    result.put("description", run.build.getDescription());
    result.put("refused", refused);
    result.put("gstrings", strings);
    return result;
  }

  static PipelineScript parse(String text, SandboxTransform transform) {
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.setScriptBaseClass(PipelineScript.class.getName());
    configuration.addCompilationCustomizers(
        new ImportCustomizer().addStarImports("com.cloudbees.groovy.cps"), transform);
    GroovyShell shell = new GroovyShell(PipelineJob.class.getClassLoader(), new Binding(), configuration);
    return (PipelineScript) shell.parse(text, "WorkflowScript.groovy");
  }

  /** Runs a script to its end; returns what ended it, if that was an error, and gives the build its result. */
  static Map<String, Object> end(PipelineRun run, Runnable script) {
    Map<String, Object> result = new LinkedHashMap<>();
    try {
      script.run();
    } catch (Throwable thrown) {
      Throwable failure = Failure.unwrap(thrown);
      boolean stopped = failure instanceof FlowInterruptedException;
      run.build.setResult(stopped ? ((FlowInterruptedException) failure).getResult() : "FAILURE");
      result.put("error", Failure.describe(failure, "WorkflowScript.groovy"));
      if (failure instanceof MultipleCompilationErrorsException) {
        result.put("compileErrors", Problems.of((MultipleCompilationErrorsException) failure));
      }
    }
    return result;
  }
}
