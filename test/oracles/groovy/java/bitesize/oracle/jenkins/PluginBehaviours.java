package bitesize.oracle.jenkins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The plugin manager: which plugins are there, and which of them failed to load. */
final class PluginBehaviours {
  private PluginBehaviours() {}

  static void register(Behaviours table) {
    table.add("jenkins.model.Jenkins", "getPluginManager", (world, self, a) -> manager(world));
    table.add("jenkins.model.Jenkins", "getPlugin", (world, self, a) -> world.start.version(a[0]) == null ? null : world.make("hudson.Plugin"));
    table.add("hudson.PluginManager", "getPlugin", (world, self, a) -> a[0] instanceof String ? wrapper(world, a[0].toString()) : null);
    table.add("hudson.PluginManager", "getPlugins", PluginBehaviours::all);
    table.add("hudson.PluginManager", "getFailedPlugins", PluginBehaviours::failed);
    table.add("hudson.PluginWrapper", "getShortName", (world, self, a) -> world.state(self).properties.get("shortName"));
    table.add("hudson.PluginWrapper", "isActive isEnabled", (world, self, a) -> true);
    table.add("hudson.PluginWrapper", "getVersionNumber", PluginBehaviours::versionNumber);
  }

  /** Scripts that are compiled by way of it see what the init scripts see. */
  private static Object manager(World world) throws ReflectiveOperationException {
    Object manager = world.singleton(world.load("hudson.PluginManager"));
    manager.getClass().getField("uberClassLoader").set(manager, world.loader);
    return manager;
  }

  private static Object wrapper(World world, String id) {
    String version = world.start.version(id);
    if (version == null) return null;
    Object wrapper = world.make("hudson.PluginWrapper");
    Map<String, Object> properties = world.state(wrapper).properties;
    properties.put("shortName", id);
    properties.put("version", version);
    return wrapper;
  }

  private static Object all(World world, Object self, Object[] arguments) {
    List<Object> wrappers = new ArrayList<>();
    for (String id : world.start.pluginIds()) wrappers.add(wrapper(world, id));
    return wrappers;
  }

  private static Object failed(World world, Object self, Object[] arguments) throws ReflectiveOperationException {
    List<Object> failed = new ArrayList<>();
    for (String id : world.start.failedPlugins()) {
      Object plugin = world.make("hudson.PluginManager.FailedPlugin");
      world.state(plugin).reference = "failed plugin " + id;
      plugin.getClass().getField("name").set(plugin, id);
      plugin.getClass().getField("cause").set(plugin, new java.io.IOException("it needs a plugin that is not there"));
      failed.add(plugin);
    }
    return failed;
  }

  private static Object versionNumber(World world, Object self, Object[] arguments) {
    Object number = world.make("hudson.util.VersionNumber");
    world.state(number).arguments = List.of(world.state(self).properties.get("version"));
    return number;
  }
}
