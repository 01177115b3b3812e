package bitesize.oracle.jenkins;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a script sees of the machine: environment variables and files of the scenario, and a process that only notes that
 * it was ended. Calls of {@code System.getenv}, {@code new File} and the like in scripts are rewritten to these.
 */
public final class Outside {
  private static Map<String, String> environment = Map.of();
  private static File root = new File("/nonexistent");

  private static Integer exit;

  private Outside() {}

  /** Stands for {@code Runtime}. */
  public static final class Machine {
    public void halt(int code) {
      exit = code;
    }
  }

  public static Machine getRuntime() {
    return new Machine();
  }

  /** Returns the code with which a script ended the process, or null. */
  static Integer exit() {
    return exit;
  }

  static void use(Map<String, String> variables, File folder) {
    exit = null;
    environment = variables;
    root = folder;
  }

  public static String getenv(String name) {
    return environment.get(name);
  }

  public static Map<String, String> getenv() {
    return environment;
  }

  public static void sleep(long milliseconds) {}

  /** Returns the scenario's file at this path. */
  public static File file(String path) {
    return inside(new File(path));
  }

  public static File file(String parent, String child) {
    return inside(new File(parent, child));
  }

  public static File file(File parent, String child) {
    return new File(parent, child);
  }

  public static Path get(String first, String... more) {
    return inside(Path.of(first, more).toFile()).toPath();
  }

  /** Returns the path, or a message that contains it, as the script wrote it. */
  public static String original(String text) {
    return text.replace(root.getPath(), "");
  }

  private static File inside(File file) {
    return file.isAbsolute() && !file.getPath().startsWith(root.getPath()) ? new File(root, file.getPath()) : file;
  }
}
