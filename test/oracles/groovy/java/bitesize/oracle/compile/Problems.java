package bitesize.oracle.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;

/** What a compiler has to say about a script: lines and messages. */
public final class Problems {
  private Problems() {}

  public static Map<String, Object> at(int line, int column, String message) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("line", line);
    problem.put("column", column);
    problem.put("message", message);
    return problem;
  }

  public static List<Map<String, Object>> of(MultipleCompilationErrorsException failure) {
    List<Map<String, Object>> problems = new ArrayList<>();
    ErrorCollector collector = failure.getErrorCollector();
    for (Object each : collector.getErrors()) {
      if (each instanceof SyntaxErrorMessage) {
        var cause = ((SyntaxErrorMessage) each).getCause();
        problems.add(at(cause.getStartLine(), cause.getStartColumn(), cause.getOriginalMessage()));
      } else {
        java.io.StringWriter text = new java.io.StringWriter();
        ((Message) each).write(new java.io.PrintWriter(text));
        problems.add(at(0, 0, text.toString().trim()));
      }
    }
    return problems;
  }
}
