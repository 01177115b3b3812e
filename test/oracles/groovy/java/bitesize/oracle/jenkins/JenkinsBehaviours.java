package bitesize.oracle.jenkins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** jenkins.model.Jenkins and how the one instance of a class is found. */
final class JenkinsBehaviours {
  private static final String JENKINS = "jenkins.model.Jenkins";

  private JenkinsBehaviours() {}

  static void register(Behaviours table) {
    table.add(JENKINS, "get getInstance getInstanceOrNull getActiveInstance", (world, self, a) -> world.jenkins());
    table.add(JENKINS, "getInitLevel", (world, self, a) -> world.start.level(world));
    table.add(JENKINS, "getRootDir", (world, self, a) -> Outside.file("/var/jenkins_home"));
    table.add(JENKINS, "getRootUrl", JenkinsBehaviours::rootUrl);
    table.add(JENKINS, "isUseSecurity", JenkinsBehaviours::isSecure);
    table.add(JENKINS, "getLabel getLabelAtom", JenkinsBehaviours::label);
    table.add(JENKINS, "setInstallState", JenkinsBehaviours::installState);
    table.add(JENKINS, "setAgentProtocols", (world, self, a) -> problem(world, "setAgentProtocols does nothing since 2.483"));
    table.add(JENKINS, "getDescriptorByType getDescriptorOrDie", (world, self, a) -> world.singleton((Class<?>) a[0]));
    table.add(JENKINS, "getDescriptor", JenkinsBehaviours::descriptor);
    table.add(JENKINS, "getExtensionList", (world, self, a) -> extensions(world, a[0]));
    table.add("hudson.ExtensionList", "lookupSingleton lookupFirst", (world, self, a) -> world.singleton((Class<?>) a[0]));
    table.add("hudson.ExtensionList", "lookup", (world, self, a) -> extensions(world, a[0]));
    table.add("jenkins.model.GlobalConfiguration", "all", (world, self, a) -> world.make("hudson.ExtensionList"));
    table.add("jenkins.model.JenkinsLocationConfiguration", "setUrl", JenkinsBehaviours::setUrl);
    table.add(JENKINS, "getView", JenkinsBehaviours::view);
    table.add(JENKINS, "addView", (world, self, a) -> views(world, self).add(a[0]) ? null : null);
    table.add(JENKINS, "deleteView", (world, self, a) -> views(world, self).remove(a[0]) ? null : null);
    table.add("hudson.model.AdministrativeMonitor", "all", JenkinsBehaviours::monitors);
    table.add("hudson.model.AdministrativeMonitor", "isEnabled", (world, self, a) -> !isDisabled(world, self));
    table.add("hudson.model.AdministrativeMonitor", "disable", JenkinsBehaviours::disable);
  }

  private static Object problem(World world, String message) {
    world.problems.add(message);
    return null;
  }

  private static Object installState(World world, Object self, Object[] arguments) {
    return problem(world, "setInstallState may meet a setup wizard that is null");
  }

  private static Object rootUrl(World world, Object self, Object[] arguments) {
    Class<?> type = world.load("jenkins.model.JenkinsLocationConfiguration");
    return world.state(world.singleton(type)).properties.get("url");
  }

  /** Adds the slash at the end; what is no http address is stored as null, with a log line only. */
  private static Object setUrl(World world, Object self, Object[] arguments) {
    String url = arguments[0] == null ? "" : arguments[0].toString();
    boolean valid = url.matches("https?://[^\\s/:]+(:\\d+)?(/\\S*)?");
    world.state(self).properties.put("url", valid ? url.replaceFirst("/?$", "/") : null);
    return null;
  }

  private static Object isSecure(World world, Object self, Object[] arguments) {
    Object realm = world.state(self).properties.get("securityRealm");
    return realm != null && !"hudson.security.SecurityRealm.NO_AUTHENTICATION".equals(world.state(realm).reference);
  }

  private static Object label(World world, Object self, Object[] arguments) {
    if (arguments[0] == null) return null;
    Object label = world.make("hudson.model.labels.LabelAtom");
    world.state(label).reference = "label:" + arguments[0];
    world.state(label).properties.put("name", arguments[0].toString());
    return label;
  }

  private static Object descriptor(World world, Object self, Object[] arguments) {
    Class<?> type = arguments[0] instanceof Class ? (Class<?>) arguments[0] : world.load(arguments[0].toString());
    return type == null ? null : world.singleton(type);
  }

  /** Returns the list of the extensions of this kind: the one made by its class, where the class can be made, or those that scripts added. */
  private static Object extensions(World world, Object type) {
    Class<?> wanted = type instanceof Class ? (Class<?>) type : world.load(type.toString());
    if (wanted != null && java.lang.reflect.Modifier.isAbstract(wanted.getModifiers())) {
      return world.extensions.computeIfAbsent(Types.nameOf(wanted), key -> world.make("hudson.ExtensionList"));
    }
    Object list = world.make("hudson.ExtensionList");
    if (wanted != null) {
      world.state(list).elements.add(world.singleton(wanted));
    }
    return list;
  }

  @SuppressWarnings("unchecked")
  static List<Object> views(World world, Object self) {
    return (List<Object>) world.state(self).properties.computeIfAbsent("views", key -> new ArrayList<>());
  }

  static Object view(World world, Object self, Object[] arguments) {
    for (Object view : views(world, self)) {
      Map<String, Object> properties = world.state(view).properties;
      if (arguments[0].equals(properties.getOrDefault("name", properties.get("viewName")))) return view;
    }
    return null;
  }

  private static Object monitors(World world, Object self, Object[] arguments) {
    Object list = world.make("hudson.ExtensionList");
    for (String id : new String[] {"hudson.diagnosis.ReverseProxySetupMonitor", "jenkins.diagnostics.RootUrlNotSetMonitor"}) {
      Object monitor = world.singletons.computeIfAbsent(id, key -> world.make("hudson.model.AdministrativeMonitor"));
      world.state(monitor).properties.put("id", id);
      world.state(monitor).reference = id;
      world.state(list).elements.add(monitor);
    }
    return list;
  }

  private static boolean isDisabled(World world, Object monitor) {
    return Boolean.TRUE.equals(disabled(world).get(world.state(monitor).reference));
  }

  private static Object disable(World world, Object self, Object[] arguments) {
    disabled(world).put(world.state(self).reference, arguments[0]);
    return null;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> disabled(World world) {
    Map<String, Object> properties = world.state(world.jenkins()).properties;
    return (Map<String, Object>) properties.computeIfAbsent("disabledAdministrativeMonitors", key -> new TreeMap<>());
  }
}
