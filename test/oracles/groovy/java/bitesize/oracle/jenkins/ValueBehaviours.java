package bitesize.oracle.jenkins;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ScheduledExecutorService;

/** Small values: secrets, permissions, approvals, and the timer that runs after start-up. */
final class ValueBehaviours {
  private static final String SECRET = "hudson.util.Secret";
  private static final String BYTES = "com.cloudbees.plugins.credentials.SecretBytes";
  private static final String APPROVAL = "org.jenkinsci.plugins.scriptsecurity.scripts.ScriptApproval";

  private ValueBehaviours() {}

  static void register(Behaviours table) {
    table.add(SECRET, "fromString decrypt", (world, self, a) -> a[0] == null ? null : holding(world, SECRET, a[0]));
    table.add(SECRET, "getPlainText", (world, self, a) -> world.state(self).properties.get("plain"));
    table.add(SECRET, "toString", (world, self, a) -> a.length == 0 || a[0] == null ? null : world.state(a[0]).properties.get("plain"));
    table.add(BYTES, "fromRawBytes fromBytes", (world, self, a) -> holding(world, BYTES, new String((byte[]) a[0], StandardCharsets.UTF_8)));
    table.add(BYTES, "getPlainData", (world, self, a) -> world.state(self).properties.get("plain").toString().getBytes(StandardCharsets.UTF_8));
    table.add("hudson.security.Permission", "fromId", ValueBehaviours::permission);
    table.add("hudson.security.Permission", "getId", (world, self, a) -> world.state(self).properties.get("id"));
    table.add("hudson.model.Descriptor", "getId", (world, self, a) -> Types.nameOf(self.getClass()));
    table.add(APPROVAL, "preapprove approveScript", (world, self, a) -> approve(world, self, "approvedScripts", a[0]));
    table.add(APPROVAL, "approveSignature", (world, self, a) -> approve(world, self, "approvedSignatures", a[0]));
    table.add(APPROVAL, "isScriptApproved", (world, self, a) -> texts(world, self, "approvedScripts").contains(a[0].toString()));
    table.add("org.springframework.security.authentication.UsernamePasswordAuthenticationToken", "getName", (world, self, a) -> world.state(self).properties.get("principal"));
    table.add("jenkins.util.Timer", "get", (world, self, a) -> timer(world));
  }

  private static Object holding(World world, String type, Object plain) {
    Object made = world.make(type);
    world.state(made).properties.put("plain", plain.toString());
    return made;
  }

  /** Returns {@code hudson.model.Item.Read} for Item.READ; the permissions of Jenkins itself belong to Hudson. */
  static String permissionId(Class<?> owner, String constant) {
    String name = Types.nameOf(owner).replace("jenkins.model.Jenkins", "hudson.model.Hudson");
    StringBuilder id = new StringBuilder(name).append('.');
    for (String word : constant.split("_")) id.append(word.charAt(0)).append(word.substring(1).toLowerCase());
    return id.toString();
  }

  private static Object permission(World world, Object self, Object[] arguments) {
    String id = arguments[0].toString();
    if (world.load(id.substring(0, Math.max(0, id.lastIndexOf('.')))) == null) return null;
    Object permission = world.make("hudson.security.Permission");
    world.state(permission).properties.put("id", id);
    return permission;
  }

  private static List<Object> texts(World world, Object self, String property) {
    @SuppressWarnings("unchecked")
    var found = (TreeSet<Object>) world.state(self).properties.get(property);
    return found == null ? Collections.emptyList() : new ArrayList<>(found);
  }

  private static Object approve(World world, Object self, String property, Object text) {
    @SuppressWarnings("unchecked")
    var set = (TreeSet<Object>) world.state(self).properties.computeIfAbsent(property, key -> new TreeSet<>());
    set.add(text.toString());
    return Generic.UNDECIDED;
  }

  /** What is scheduled runs after all scripts, when start-up has reached COMPLETED. */
  private static Object timer(World world) {
    Class<?>[] interfaces = {ScheduledExecutorService.class};
    return Proxy.newProxyInstance(World.class.getClassLoader(), interfaces, (self, method, arguments) -> {
      if (arguments == null || !(arguments[0] instanceof Runnable)) return null;
      world.record("jenkins.util.Timer", method.getName(), arguments);
      world.timer.add((Runnable) arguments[0]);
      return null;
    });
  }
}
