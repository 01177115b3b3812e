package bitesize.oracle.jenkins;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Permissions that a matrix grants. Permissions and entries are told apart by what they mean, so both are texts here. */
final class MatrixBehaviours {
  private MatrixBehaviours() {}

  static void register(Behaviours table) {
    table.add(OF_FOLDER + ".DescriptorImpl", "create", (world, self, a) -> world.make(OF_FOLDER));
    for (String type : new String[] {"hudson.security.GlobalMatrixAuthorizationStrategy", "org.jenkinsci.plugins.matrixauth.AuthorizationContainer"}) {
      table.add(type, "add", MatrixBehaviours::add);
      table.add(type, "getGrantedPermissionEntries", (world, self, a) -> granted(world, self));
    }
  }

  private static final String OF_FOLDER = "com.cloudbees.hudson.plugins.folder.properties.AuthorizationMatrixProperty";

  @SuppressWarnings("unchecked")
  private static Map<String, Set<String>> granted(World world, Object self) {
    return (Map<String, Set<String>>) world.state(self).properties.computeIfAbsent("granted", key -> new TreeMap<String, Set<String>>());
  }

  private static Object add(World world, Object self, Object[] arguments) {
    if (arguments.length != 2) return Generic.UNDECIDED;
    granted(world, self).computeIfAbsent(text(world, arguments[0]), key -> new TreeSet<>()).add(text(world, arguments[1]));
    return null;
  }

  private static String text(World world, Object value) {
    if (value instanceof String) return value.toString();
    ObjectState state = world.state(value);
    return state.properties.isEmpty() && state.reference != null ? state.reference : state.properties.toString();
  }
}
