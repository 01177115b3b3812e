package org.jenkinsci.plugins.workflow.steps;

import java.util.List;

/** What a step throws when a person, a time limit or a newer build stops it: pipelines may catch it by this name. */
public class FlowInterruptedException extends InterruptedException {
  private final String result;

  public FlowInterruptedException(String result, String message) {
    super(message);
    this.result = result;
  }

  public String getResult() {
    return result;
  }

  public List<Object> getCauses() {
    return List.of();
  }
}
