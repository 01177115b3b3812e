package bitesize.oracle.cps;

import bitesize.oracle.Json;
import bitesize.oracle.compile.Problems;
import groovy.lang.GroovyClassLoader;
import groovyjarjarasm.asm.ClassReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.runtime.InvokerHelper;
import org.codehaus.groovy.tools.GroovyClass;

/**
 * Compiles a pipeline as a Jenkins does: through {@code SandboxCpsTransformer}, to class files, which the JVM then
 * loads and verifies. Follows {@code CpsGroovyShellFactory} of workflow-cps, safepoints included.
 */
public final class CpsJob {
  private static final String TRANSFORMER = "com.cloudbees.groovy.cps.SandboxCpsTransformer";
  private static final String SETTINGS = "com.cloudbees.groovy.cps.TransformerConfiguration";

  private CpsJob() {}

  /** Stands for what Jenkins calls at the start of methods, closures and loops. */
  public static void safepoint() {}

  public static Map<String, Object> run(Map<String, Object> job) throws Exception {
    List<Map<String, Object>> errors = new ArrayList<>();
    int constants = 0;
    try (CpsLoader jars = new CpsLoader(Json.texts(job, "jars"));
        GroovyClassLoader loader = new GroovyClassLoader(jars, configuration(jars))) {
      CompilationUnit unit = new CompilationUnit(configuration(jars), null, loader);
      unit.addSource("WorkflowScript", Json.text(job, "text"));
      unit.compile(Phases.CLASS_GENERATION);
      Output output = new Output(jars);
      for (Object each : unit.getClasses()) {
        GroovyClass type = (GroovyClass) each;
        constants = Math.max(constants, new ClassReader(type.getBytes()).getItemCount());
        output.add(type);
      }
      output.load();
    } catch (MultipleCompilationErrorsException failure) {
      errors.addAll(Problems.of(failure));
    } catch (LinkageError | RuntimeException failure) {
      // A method, constant or class that is too large reaches us as an exception of the bytecode writer.
      errors.add(Problems.at(0, 0, failure.toString()));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("errors", errors);
    result.put("constants", constants);
    return result;
  }

  private static CompilerConfiguration configuration(ClassLoader jars) throws Exception {
    Object settings = jars.loadClass(SETTINGS).getConstructor().newInstance();
    InvokerHelper.invokeMethod(settings, "withSafepoint", new Object[] {CpsJob.class, "safepoint"});
    Object transformer = jars.loadClass(TRANSFORMER).getConstructor().newInstance();
    InvokerHelper.invokeMethod(transformer, "setConfiguration", settings);
    CompilerConfiguration configuration = new CompilerConfiguration();
    configuration.addCompilationCustomizers(
        new ImportCustomizer().addStarImports("com.cloudbees.groovy.cps"), (CompilationCustomizer) transformer);
    return configuration;
  }

  /** Loads compiled classes, so that the JVM verifies them and runs their static initializers. */
  private static final class Output extends ClassLoader {
    private final Map<String, byte[]> classes = new LinkedHashMap<>();

    Output(ClassLoader parent) {
      super(parent);
    }

    void add(GroovyClass type) {
      classes.put(type.getName(), type.getBytes());
    }

    void load() throws ClassNotFoundException {
      for (String name : classes.keySet()) Class.forName(name, true, this);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) throw new ClassNotFoundException(name);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
