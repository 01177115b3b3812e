package bitesize.oracle.jenkins;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of methods that do more than keep a bean property: {@code class#method} to behaviour. */
final class Behaviours {
  private final Map<String, Behaviour> table = new HashMap<>();
  private final Map<Class<?>, List<String>> names = new HashMap<>();

  Behaviours() {
    ListBehaviours.register(this);
    JenkinsBehaviours.register(this);
    ItemBehaviours.register(this);
    UserBehaviours.register(this);
    CredentialBehaviours.register(this);
    ForgeBehaviours.register(this);
    SecretValueBehaviours.register(this);
    JobDslBehaviours.register(this);
    MatrixBehaviours.register(this);
    PluginBehaviours.register(this);
    ValueBehaviours.register(this);
  }

  /** Adds the behaviour of methods of a class and its subclasses. */
  void add(String type, String methods, Behaviour behaviour) {
    for (String method : methods.split(" ")) table.put(type + "#" + method, behaviour);
  }

  /** Returns the behaviour of the nearest class that has one, or null. */
  Behaviour find(Class<?> type, String method) {
    for (String name : names.computeIfAbsent(type, Behaviours::lineage)) {
      Behaviour found = table.get(name + "#" + method);
      if (found != null) return found;
    }
    return null;
  }

  private static List<String> lineage(Class<?> type) {
    Set<String> result = new LinkedHashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) result.add(Types.nameOf(each));
    for (Class<?> each = type; each != null; each = each.getSuperclass()) addInterfaces(each, result);
    return new ArrayList<>(result);
  }

  private static void addInterfaces(Class<?> type, Set<String> result) {
    for (Class<?> each : type.getInterfaces()) {
      result.add(Types.nameOf(each));
      addInterfaces(each, result);
    }
  }
}
