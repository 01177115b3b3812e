package bitesize.oracle.compile;

import bitesize.oracle.Json;
import groovy.lang.GroovyClassLoader;
import groovy.transform.TypeChecked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;

/**
 * Compiles a script to class files, as Groovy inside Jenkins would, and throws them away. With {@code stubs} the classes
 * of Jenkins are there; with {@code typeChecked} every class, constructor and method that is used must exist.
 */
public final class CompileJob {
  private CompileJob() {}

  public static Map<String, Object> run(Map<String, Object> job) throws Exception {
    CompilerConfiguration configuration = new CompilerConfiguration();
    List<Map<String, Object>> warnings = new ArrayList<>();
    if (Json.flag(job, "typeChecked")) {
      configuration.addCompilationCustomizers(
          new ASTTransformationCustomizer(TypeChecked.class), new JenkinsRules(warnings));
    }
    List<Map<String, Object>> errors = new ArrayList<>();
    String name = Json.text(job, "name");
    try (GroovyClassLoader loader = new GroovyClassLoader(StubLoader.open(job), configuration)) {
      CompilationUnit unit = new CompilationUnit(configuration, null, loader);
      unit.addSource(name, Json.text(job, "text"));
      unit.compile(Phases.CLASS_GENERATION);
    } catch (MultipleCompilationErrorsException failure) {
      errors.addAll(Problems.of(failure));
    } catch (LinkageError | RuntimeException failure) {
      // A method or constant that is too large reaches us as an exception of the bytecode writer.
      errors.add(Problems.at(0, 0, failure.toString()));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("errors", errors);
    result.put("warnings", warnings);
    return result;
  }
}
