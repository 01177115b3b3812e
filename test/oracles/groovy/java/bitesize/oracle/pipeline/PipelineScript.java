package bitesize.oracle.pipeline;

import groovy.lang.MissingPropertyException;
import groovy.lang.Script;

/** The base class of a pipeline's script: what it does not define itself is a step, a variable or a parameter. */
public abstract class PipelineScript extends Script {
  PipelineRun running;

  @Override
  public Object invokeMethod(String name, Object arguments) {
    Object[] list = arguments instanceof Object[] ? (Object[]) arguments : new Object[] {arguments};
    return Sandbox.step(this, name, list);
  }

  @Override
  public Object getProperty(String name) {
    if (getBinding().hasVariable(name)) return getBinding().getVariable(name);
    switch (name) {
      case "env":
        return running.env;
      case "params":
        return running.params;
      case "currentBuild":
        return running.build;
      case "steps":
        return this;
      case "scm":
        return java.util.Map.of("scm", "of the job");
      default:
        if (running.env.has(name)) return running.env.getProperty(name);
        if (running.params.containsKey(name)) return running.params.get(name);
        if (running.declarative.isCollecting() && (name.equals("any") || name.equals("none"))) return name;
        throw new MissingPropertyException(name, PipelineScript.class);
    }
  }

  @Override
  public void setProperty(String name, Object value) {
    if (running.declarative.isEnvironment()) running.env.setInLayer(name, value);
    else getBinding().setVariable(name, value);
  }
}
