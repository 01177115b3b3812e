package org.jenkinsci.plugins.workflow.steps;

import java.util.List;

/** What a step throws when a person, a time limit or a newer build stops it: pipelines may catch it by this name. */
public class FlowInterruptedException extends InterruptedException {
  private final String result;
  private final boolean actualInterruption;

  public FlowInterruptedException(String result, String message) {
    this(result, true, message);
  }

  /** The build step throws one for a failed build, which is no actual interruption. */
  public FlowInterruptedException(String result, boolean actualInterruption, String message) {
    super(message);
    this.result = result;
    this.actualInterruption = actualInterruption;
  }

  public boolean isActualInterruption() {
    return actualInterruption;
  }

  public String getResult() {
    return result;
  }

  public List<Object> getCauses() {
    return List.of();
  }
}
