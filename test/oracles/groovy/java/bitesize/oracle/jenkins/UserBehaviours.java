package bitesize.oracle.jenkins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Users and the user database of Jenkins. */
final class UserBehaviours {
  private static final String REALM = "hudson.security.HudsonPrivateSecurityRealm";
  private static final String DETAILS = REALM + ".Details";

  private UserBehaviours() {}

  static void register(Behaviours table) {
    table.add("hudson.model.User", "getById get", UserBehaviours::byId);
    table.add("hudson.model.User", "getOrCreateByIdOrFullName", (world, self, a) -> user(world, a[0], true));
    table.add("hudson.model.User", "getAll", (world, self, a) -> new ArrayList<>(world.users.values()));
    table.add("hudson.model.User", "getProperty", (world, self, a) -> property(world, self, (Class<?>) a[0]));
    table.add("hudson.model.User", "addProperty", (world, self, a) -> addProperty(world, self, a[0]));
    table.add("hudson.model.User", "delete", (world, self, a) -> delete(world, self));
    table.add(REALM, "allowsSignup getAllowsSignup", (world, self, a) -> world.state(self).properties.get("allowsSignup"));
    table.add(REALM, "createAccount", (world, self, a) -> account(world, a[0].toString(), "plain:" + a[1]));
    table.add(REALM, "createAccountWithHashedPassword", UserBehaviours::hashed);
    table.add(REALM, "getUser", (world, self, a) -> user(world, a[0], false));
    table.add(REALM, "getAllUsers", (world, self, a) -> new ArrayList<>(world.users.values()));
    table.add(DETAILS, "isPasswordCorrect", UserBehaviours::isPasswordCorrect);
  }

  private static Object byId(World world, Object self, Object[] arguments) {
    return user(world, arguments[0], arguments.length == 1 || Boolean.TRUE.equals(arguments[1]));
  }

  private static Object user(World world, Object id, boolean create) {
    Object found = world.users.get(id.toString());
    if (found != null || !create) return found;
    Object user = world.make("hudson.model.User");
    world.state(user).reference = "user:" + id;
    world.state(user).properties.put("id", id.toString());
    world.users.put(id.toString(), user);
    return user;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> properties(World world, Object user) {
    return (List<Object>) world.state(user).properties.computeIfAbsent("properties", key -> new ArrayList<>());
  }

  private static Object property(World world, Object user, Class<?> type) {
    for (Object each : properties(world, user)) if (type.isInstance(each)) return each;
    return null;
  }

  private static Object addProperty(World world, Object user, Object property) {
    List<Object> properties = properties(world, user);
    properties.removeIf(each -> each.getClass() == property.getClass());
    properties.add(property);
    return null;
  }

  private static Object delete(World world, Object user) {
    world.users.values().remove(user);
    return null;
  }

  private static Object hashed(World world, Object self, Object[] arguments) {
    String hash = arguments[1].toString();
    if (!hash.startsWith("#jbcrypt:")) {
      throw new IllegalArgumentException("The password was not hashed with any of the supported hash types");
    }
    return account(world, arguments[0].toString(), hash);
  }

  /** Every account gets a new salt, so that creating it again is a change even with the same password. */
  private static Object account(World world, String id, String password) {
    Object user = user(world, id, true);
    Object details = world.make(DETAILS);
    Map<String, Object> properties = world.state(details).properties;
    properties.put("password", password);
    properties.put("salt", world.next());
    addProperty(world, user, details);
    return user;
  }

  private static Object isPasswordCorrect(World world, Object self, Object[] arguments) {
    return ("plain:" + arguments[0]).equals(world.state(self).properties.get("password"));
  }
}
