package bitesize.oracle.jenkins;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** What a method without a behaviour of its own does: it reads or keeps a bean property, or collects what is added. */
final class Generic {
  /** Returned by a behaviour that leaves the answer to this class. */
  static final Object UNDECIDED = new Object();

  private final World world;

  Generic(World world) {
    this.world = world;
  }

  Object call(Object self, Class<?> owner, String method, Class<?> result, Object[] arguments) {
    if (self == null) return ofClass(owner, method, result, arguments);
    Map<String, Object> properties = world.state(self).properties;
    String property = property(method);
    if (arguments.length == 0 && property != null && !method.startsWith("set")) {
      Object value = properties.get(property);
      if (value == null && !properties.containsKey(property)) value = keep(self, property, empty(result));
      return fits(value, result) ? value : null;
    }
    if (arguments.length == 1 && method.startsWith("set") && property != null) {
      properties.put(property, arguments[0]);
    } else if (method.startsWith("add")) {
      @SuppressWarnings("unchecked")
      List<Object> added = (List<Object>) properties.computeIfAbsent(method, key -> new ArrayList<>());
      added.add(arguments.length == 1 ? arguments[0] : Arrays.asList(arguments));
    }
    return result.isInstance(self) && result != Object.class ? self : null;
  }

  /** Remembers the value of a property, unless it is null. */
  Object keep(Object self, String property, Object value) {
    if (value != null) world.state(self).properties.put(property, value);
    return value;
  }

  /** A static method: the one instance, or an object made by a factory such as {@code PermissionEntry.user}. */
  private Object ofClass(Class<?> owner, String method, Class<?> result, Object[] arguments) {
    if (result.isPrimitive() || !Types.isStub(result) || result.isEnum()) return empty(result);
    if (arguments.length == 0) return isList(result) ? world.make(result) : world.singleton(result);
    if (!owner.isAssignableFrom(result)) return null;
    Object made = world.make(result);
    world.state(made).properties.put(method, arguments.length == 1 ? arguments[0] : Arrays.asList(arguments));
    return made;
  }

  private Object empty(Class<?> result) {
    if (result == List.class || result == Collection.class || result == Iterable.class) return new ArrayList<>();
    if (result == java.util.Set.class) return new LinkedHashSet<>();
    if (result == Map.class) return new LinkedHashMap<>();
    return isList(result) ? world.make(result) : null;
  }

  private static boolean isList(Class<?> type) {
    return AbstractList.class.isAssignableFrom(type) && Types.isStub(type);
  }

  private static boolean fits(Object value, Class<?> result) {
    if (value == null) return true;
    if (!result.isPrimitive()) return result.isInstance(value);
    return result == boolean.class ? value instanceof Boolean : value instanceof Number;
  }

  private static String property(String method) {
    for (String prefix : new String[] {"get", "is", "set"}) {
      if (method.length() > prefix.length() && method.startsWith(prefix)) {
        String name = method.substring(prefix.length());
        if (!Character.isUpperCase(name.charAt(0))) return null;
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
      }
    }
    return null;
  }
}
