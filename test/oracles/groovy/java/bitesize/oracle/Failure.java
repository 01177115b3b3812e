package bitesize.oracle;

import java.util.LinkedHashMap;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerInvocationException;

/** Describes what a script threw. */
public final class Failure {
  private Failure() {}

  /** Returns type, message and, when a frame of the script is in the trace, its line there. */
  public static Map<String, Object> describe(Throwable thrown, String fileName) {
    Throwable failure = unwrap(thrown);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("type", failure.getClass().getName());
    result.put("message", String.valueOf(failure.getMessage()));
    for (StackTraceElement frame : failure.getStackTrace()) {
      if (fileName.equals(frame.getFileName()) && frame.getLineNumber() > 0) {
        result.put("line", frame.getLineNumber());
        break;
      }
    }
    return result;
  }

  /** Groovy wraps what a called method throws; the script's own catch blocks see it unwrapped. */
  public static Throwable unwrap(Throwable thrown) {
    return thrown instanceof InvokerInvocationException && thrown.getCause() != null ? thrown.getCause() : thrown;
  }
}
