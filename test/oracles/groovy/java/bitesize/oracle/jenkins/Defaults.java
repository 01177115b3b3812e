package bitesize.oracle.jenkins;

import java.util.List;
import java.util.Map;

/** What is there before any script runs: constants, the state of a fresh Jenkins, and ids made at random. */
final class Defaults {
  private static final Map<String, Object> TEXTS = Map.of("jenkins.model.Jenkins.VERSION", "2.568.2");

  /** Constructors of these classes make a random id unless one is given. */
  private static final List<String> RANDOM_IDS =
      List.of("org.csanchez.jenkins.plugins.kubernetes.PodTemplate", "jenkins.scm.api.SCMSource");

  private Defaults() {}

  static Object constant(World world, Class<?> owner, String name, Class<?> type) {
    String key = Types.nameOf(owner) + "." + name;
    if (TEXTS.containsKey(key)) return TEXTS.get(key);
    if (type.isPrimitive() || type.isEnum() || !Types.isStub(type) || world.loader == null) return null;
    Object value = world.make(type);
    world.state(value).reference = key;
    if (Types.nameOf(type).equals("hudson.security.Permission")) {
      world.state(value).properties.put("id", ValueBehaviours.permissionId(owner, name));
    }
    return value;
  }

  /** Jenkins before its first script: no security, and what the official image sets. */
  static void fill(World world) throws ReflectiveOperationException {
    Object jenkins = world.jenkins();
    Map<String, Object> properties = world.state(jenkins).properties;
    properties.put("numExecutors", 2);
    properties.put("mode", constantOf(world, "hudson.model.Node$Mode", "NORMAL"));
    properties.put("quietPeriod", 5);
    properties.put("slaveAgentPort", 50000);
    properties.put("securityRealm", constantOf(world, "hudson.security.SecurityRealm", "NO_AUTHENTICATION"));
    properties.put("authorizationStrategy", constantOf(world, "hudson.security.AuthorizationStrategy", "UNSECURED"));
    properties.put("crumbIssuer", world.make("hudson.security.csrf.DefaultCrumbIssuer"));
    properties.put("markupFormatter", world.make("hudson.markup.EscapedMarkupFormatter"));
    Object all = world.make("hudson.model.AllView");
    world.state(all).properties.put("viewName", "all");
    properties.put("views", new java.util.ArrayList<>(List.of(all)));
    properties.put("primaryView", all);
  }

  static Object constantOf(World world, String type, String name) throws ReflectiveOperationException {
    return world.load(type).getField(name).get(null);
  }

  static void created(World world, Object self, Object[] arguments) {
    for (Class<?> each = self.getClass(); each != null; each = each.getSuperclass()) {
      String name = Types.nameOf(each);
      Map<String, Object> properties = world.state(self).properties;
      if (RANDOM_IDS.contains(name) && properties.get("id") == null) properties.put("id", "random-" + world.next());
      if (name.equals("hudson.security.FullControlOnceLoggedInAuthorizationStrategy")) {
        properties.put("allowAnonymousRead", true);
      }
    }
  }
}
