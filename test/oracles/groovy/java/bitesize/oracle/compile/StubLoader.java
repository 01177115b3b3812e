package bitesize.oracle.compile;

import bitesize.oracle.Json;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Loads the stubs of Jenkins core and of the plugins that are installed. Every job has a loader of its own. */
public final class StubLoader extends URLClassLoader {
  private final Map<String, Object> pluginOfClass;
  private Collection<String> installed;

  private StubLoader(File classes, Map<String, Object> pluginOfClass, Collection<String> installed)
      throws MalformedURLException {
    super(new URL[] {classes.toURI().toURL()}, StubLoader.class.getClassLoader());
    this.pluginOfClass = pluginOfClass;
    this.installed = installed;
  }

  /** Returns a loader for the folder that the job names in {@code stubs}; the oracle's own one when it names none. */
  public static ClassLoader open(Map<String, Object> job) throws IOException {
    return job.get("stubs") == null ? StubLoader.class.getClassLoader() : open(job, installed(job));
  }

  /** The same with these plugins; null stands for all. */
  public static StubLoader open(Map<String, Object> job, Set<String> installed) throws IOException {
    File folder = new File(Json.text(job, "stubs"));
    String table = Files.readString(new File(folder, "plugins.json").toPath());
    return new StubLoader(new File(folder, "classes"), Json.parse(table), installed);
  }

  private static Set<String> installed(Map<String, Object> job) {
    return job.get("plugins") == null ? null : Set.copyOf(Json.texts(job, "plugins"));
  }

  /** Sets which plugins are there from now on; null stands for all. */
  public void install(Collection<String> plugins) {
    installed = plugins;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Object plugin = pluginOfClass.get(name.replace('$', '.'));
    if (plugin != null && installed != null && !installed.contains(plugin.toString())) {
      throw new ClassNotFoundException(name + " (plugin " + plugin + " is not installed)");
    }
    return super.loadClass(name, resolve);
  }
}
