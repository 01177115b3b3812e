package bitesize.oracle.jenkins;

import groovy.lang.Closure;
import groovy.lang.GString;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns the state of the world into trees of maps, lists, texts and numbers. */
final class Snapshot {
  private final World world;
  private final Map<Object, Boolean> open = new IdentityHashMap<>();

  Snapshot(World world) {
    this.world = world;
  }

  /** Users, and every object that there is one of, by name; items are inside what holds them. */
  Map<String, Object> all() {
    Map<String, Object> result = new TreeMap<>();
    for (Map.Entry<String, Object> entry : world.singletons.entrySet()) {
      Map<String, Object> content = content(entry.getValue());
      if (content.size() > 1) result.put(entry.getKey(), content);
    }
    Map<String, Object> users = new TreeMap<>();
    for (Map.Entry<String, Object> entry : world.users.entrySet()) users.put(entry.getKey(), content(entry.getValue()));
    if (!users.isEmpty()) result.put("users", users);
    return result;
  }

  List<Object> trees(Iterable<?> values) {
    List<Object> result = new ArrayList<>();
    for (Object value : values) result.add(tree(value));
    return result;
  }

  /** Returns how a call names the object that it is made on. */
  String name(Object object) {
    String reference = world.isKnown(object) ? world.state(object).reference : null;
    return reference == null ? Types.nameOf(object.getClass()) : reference;
  }

  Object tree(Object value) {
    if (value == null || value instanceof Boolean || value instanceof Number) return value;
    if (value instanceof GString) return Map.of("gstring", value.toString());
    if (value instanceof CharSequence || value instanceof Character) return value.toString();
    if (value instanceof Enum) return Types.nameOf(((Enum<?>) value).getDeclaringClass()) + "." + ((Enum<?>) value).name();
    if (value instanceof Class) return Types.nameOf((Class<?>) value);
    if (value instanceof byte[]) return new String((byte[]) value, StandardCharsets.UTF_8);
    if (value instanceof java.io.File) return Outside.original(value.toString());
    if (value instanceof Closure) return "closure";
    if (value.getClass().isArray()) return array(value);
    if (world.isKnown(value)) return stub(value);
    if (value instanceof Iterable) return trees((Iterable<?>) value);
    if (value instanceof Map) return map((Map<?, ?>) value);
    return Types.isStub(value.getClass()) ? stub(value) : value.getClass().getName();
  }

  private Object stub(Object value) {
    ObjectState state = world.state(value);
    if (state.reference != null) return Map.of("ref", state.reference);
    if (open.put(value, true) != null) return Map.of("ref", "the same " + Types.nameOf(value.getClass()));
    try {
      return content(value);
    } finally {
      open.remove(value);
    }
  }

  private Map<String, Object> content(Object value) {
    ObjectState state = world.state(value);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("class", Types.nameOf(value.getClass()));
    if (!state.arguments.isEmpty()) result.put("arguments", trees(state.arguments));
    for (Map.Entry<String, Object> entry : state.properties.entrySet()) {
      Object tree = tree(entry.getValue());
      if (!isEmpty(tree)) result.put(entry.getKey(), tree);
    }
    if (!state.elements.isEmpty()) result.put("elements", trees(state.elements));
    if (!state.items.isEmpty()) {
      Map<String, Object> items = new LinkedHashMap<>();
      for (Map.Entry<String, Object> entry : state.items.entrySet()) items.put(entry.getKey(), content(entry.getValue()));
      result.put("items", items);
    }
    return result;
  }

  /** Lists that were only looked at say nothing. */
  private static boolean isEmpty(Object tree) {
    if (tree instanceof List) return ((List<?>) tree).isEmpty();
    if (!(tree instanceof Map)) return false;
    Map<?, ?> map = (Map<?, ?>) tree;
    return map.isEmpty() || (map.size() == 1 && String.valueOf(map.get("class")).endsWith("List"));
  }

  private List<Object> array(Object array) {
    List<Object> result = new ArrayList<>();
    for (int index = 0; index < Array.getLength(array); index++) result.add(tree(Array.get(array, index)));
    return result;
  }

  private Map<String, Object> map(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) result.put(keyOf(entry.getKey()), tree(entry.getValue()));
    return result;
  }

  private String keyOf(Object key) {
    if (key == null || !world.isKnown(key)) return String.valueOf(key);
    Object name = world.state(key).properties.get("name");
    return name == null ? name(key) : name.toString();
  }
}
