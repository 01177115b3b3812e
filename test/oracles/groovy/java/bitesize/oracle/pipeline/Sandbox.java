package bitesize.oracle.pipeline;

import groovy.lang.Closure;
import groovy.lang.GroovyRuntimeException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Every call, property and step of a running pipeline comes through here, and is refused when the sandbox would. */
public final class Sandbox {
  static Whitelist whitelist;
  static PipelineRun run;
  static final Set<String> violations = new LinkedHashSet<>();

  private Sandbox() {}

  /** What the sandbox throws: org.jenkinsci.plugins.scriptsecurity.sandbox.RejectedAccessException. */
  public static final class Rejected extends SecurityException {
    Rejected(String what) {
      super("Scripts not permitted to use " + what);
    }
  }

  /** A call without a receiver: a method or closure of the script, or a step. */
  public static Object step(Object script, String name, Object[] arguments) {
    try {
      Class<?> type = script.getClass();
      for (Method method : type.getDeclaredMethods()) {
        boolean isOwn = method.getName().equals(name) && !method.isSynthetic();
        if (isOwn) return InvokerHelper.getMetaClass(type).invokeMethod(script, name, arguments);
      }
      if (script instanceof PipelineScript && ((PipelineScript) script).getBinding().hasVariable(name)) {
        return ((Closure<?>) ((PipelineScript) script).getBinding().getVariable(name)).call(arguments);
      }
      return run.step(name, arguments);
    } catch (Throwable failure) {
      throw Sandbox.<RuntimeException>sneak(failure);
    }
  }

  public static Object call(Object receiver, boolean safe, Object name, Object[] arguments) {
    if (receiver == null && safe) return null;
    String method = String.valueOf(name);
    if (receiver instanceof PipelineScript) return step(receiver, method, arguments);
    if (receiver instanceof Class) {
      Class<?> type = (Class<?>) receiver;
      if (!whitelist.allowsStatic(type.getName(), method)) reject("staticMethod " + type.getName() + " " + method);
    } else if (receiver != null && !whitelist.allowsMethod(receiver.getClass(), method)) {
      if (receiver instanceof Map && ((Map<?, ?>) receiver).get(method) instanceof Closure) {
        return ((Closure<?>) ((Map<?, ?>) receiver).get(method)).call(arguments);
      }
      reject("method " + receiver.getClass().getName() + " " + method);
    }
    return InvokerHelper.invokeMethod(receiver, method, arguments);
  }

  public static Object spread(Object receivers, boolean safe, Object name, Object[] arguments) {
    List<Object> results = new ArrayList<>();
    for (Object each : (Iterable<?>) receivers) results.add(call(each, true, name, arguments));
    return results;
  }

  public static Object property(Object receiver, boolean safe, Object name) {
    if (receiver == null && safe) return null;
    String property = String.valueOf(name);
    if (receiver instanceof Class) {
      Class<?> type = (Class<?>) receiver;
      boolean isConstant = type.isEnum() || whitelist.allowsStatic(type.getName(), property);
      if (!isConstant) reject("staticField " + type.getName() + " " + property);
    } else if (receiver != null && !(receiver instanceof PipelineScript) && !whitelist.allowsProperty(receiver.getClass(), property)) {
      reject("property " + receiver.getClass().getName() + " " + property);
    }
    return InvokerHelper.getProperty(receiver, property);
  }

  /** Returns the object, if its properties may be set. */
  public static Object target(Object object) {
    boolean allowed = object instanceof Map || object instanceof BuildView || object instanceof EnvView || object instanceof PipelineScript;
    if (object != null && !allowed && !whitelist.allowsMethod(object.getClass(), "any setter")) reject("setting a property of " + object.getClass().getName());
    return object;
  }

  private static void reject(String what) {
    violations.add(what);
    throw new Rejected(what);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneak(Throwable failure) throws T {
    throw (T) (failure instanceof GroovyRuntimeException ? failure : bitesize.oracle.Failure.unwrap(failure));
  }
}
