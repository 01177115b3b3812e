package bitesize.oracle.pipeline;

import bitesize.oracle.Json;
import java.util.List;
import java.util.Map;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** {@code currentBuild}, and what the build step returns: the part of RunWrapper that the sandbox allows. */
public final class BuildView {
  private final Map<String, Object> given;
  private final PipelineRun run;
  private String result;
  private String displayName;
  private String description;

  /** A build that is no run of the scenario. */
  BuildView(Map<String, Object> given) {
    this(given, null);
  }

  BuildView(Map<String, Object> given, PipelineRun run) {
    this.given = given;
    this.run = run;
    this.result = (String) given.get("result");
    this.displayName = "#" + getNumber();
  }

  public String getResult() {
    return result;
  }

  public void setResult(String next) {
    result = Results.worse(result, next);
  }

  public String getCurrentResult() {
    return result == null ? "SUCCESS" : result;
  }

  public boolean resultIsBetterOrEqualTo(String other) {
    return Results.worse(getCurrentResult(), other).equals(other);
  }

  public boolean resultIsWorseOrEqualTo(String other) {
    return Results.worse(getCurrentResult(), other).equals(getCurrentResult());
  }

  public int getNumber() {
    return ((Number) given.getOrDefault("number", 1)).intValue();
  }

  public String getId() {
    return String.valueOf(getNumber());
  }

  public String getProjectName() {
    return (String) given.getOrDefault("projectName", "job");
  }

  public String getFullProjectName() {
    return getProjectName();
  }

  public String getFullDisplayName() {
    return getProjectName() + " " + displayName;
  }

  public String getAbsoluteUrl() {
    return "http://jenkins.example/job/" + getProjectName() + "/" + getNumber() + "/";
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(Object name) {
    displayName = String.valueOf(name);
  }

  public String getDescription() {
    return description;
  }

  public void setDescription(Object text) {
    description = String.valueOf(text);
  }

  public String getDurationString() {
    return "1 sec";
  }

  public BuildView getPreviousBuild() {
    return null;
  }

  public BuildView getPreviousBuildInProgress() throws FlowInterruptedException {
    if (run != null && run.turns != null) return run.turns.olderInProgress(run);
    Map<String, Object> previous = Json.object(given, "previousBuildInProgress");
    return previous.isEmpty() ? null : new BuildView(previous);
  }

  public BuildView getPreviousSuccessfulBuild() {
    Map<String, Object> previous = Json.object(given, "previousSuccessfulBuild");
    return previous.isEmpty() ? null : new BuildView(previous);
  }

  public List<Object> getChangeSets() {
    return List.of();
  }

  public List<Object> getBuildCauses() {
    return List.of();
  }

  /** Those of a class; {@code causes} among the facts of a build are names of classes. */
  public List<Object> getBuildCauses(String type) {
    List<?> names = given.get("causes") instanceof List ? (List<?>) given.get("causes") : List.of();
    List<Object> causes = new java.util.ArrayList<>();
    for (Object name : names) if (name.equals(type)) causes.add(Map.of("_class", name));
    return causes;
  }

  public Map<String, Object> getBuildVariables() throws FlowInterruptedException {
    if (run != null && run.turns != null) return run.turns.variables(run);
    return Json.object(given, "buildVariables");
  }

  public boolean getKeepLog() {
    return false;
  }
}
