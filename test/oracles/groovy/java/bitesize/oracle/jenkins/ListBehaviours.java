package bitesize.oracle.jenkins;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** hudson.util.PersistedList, DescribableList and hudson.ExtensionList: lists that look up by class. */
final class ListBehaviours {
  private ListBehaviours() {}

  static void register(Behaviours table) {
    for (String type : new String[] {"hudson.util.PersistedList", "hudson.util.CopyOnWriteList", "hudson.ExtensionList"}) {
      table.add(type, "iterator", (world, self, a) -> list(world, self).iterator());
      table.add(type, "size", (world, self, a) -> list(world, self).size());
      table.add(type, "isEmpty", (world, self, a) -> list(world, self).isEmpty());
      table.add(type, "contains", (world, self, a) -> list(world, self).contains(a[0]));
      table.add(type, "toList getComponents", (world, self, a) -> new ArrayList<>(list(world, self)));
      table.add(type, "toArray", (world, self, a) -> list(world, self).toArray((Object[]) a[0]));
      table.add(type, "add", (world, self, a) -> add(list(world, self), a));
      table.add(type, "addAll", (world, self, a) -> list(world, self).addAll((Collection<?>) a[0]));
      table.add(type, "replaceBy", (world, self, a) -> replaceBy(list(world, self), (Collection<?>) a[0]));
      table.add(type, "clear", (world, self, a) -> replaceBy(list(world, self), List.of()));
      table.add(type, "get getInstance", ListBehaviours::get);
      table.add(type, "getAll", (world, self, a) -> all(list(world, self), (Class<?>) a[0]));
      table.add(type, "remove removeAll", (world, self, a) -> remove(list(world, self), a[0]));
      table.add(type, "replace", (world, self, a) -> replace(list(world, self), a));
    }
    table.add("hudson.model.Hudson.CloudList", "getByName", ListBehaviours::byName);
    table.add("jenkins.model.Jenkins.CloudList", "getByName", ListBehaviours::byName);
  }

  static List<Object> list(World world, Object self) {
    return world.state(self).elements;
  }

  private static Object add(List<Object> list, Object[] arguments) {
    if (arguments.length == 1) return list.add(arguments[0]);
    list.add((Integer) arguments[0], arguments[1]);
    return null;
  }

  private static Object replaceBy(List<Object> list, Collection<?> values) {
    List<Object> copy = new ArrayList<>(values);
    list.clear();
    list.addAll(copy);
    return null;
  }

  /** By index, or by class; an ExtensionList makes the extension, since every one of them is installed. */
  private static Object get(World world, Object self, Object[] arguments) {
    List<Object> list = list(world, self);
    if (arguments[0] instanceof Integer) return list.get((Integer) arguments[0]);
    if (!(arguments[0] instanceof Class)) return Generic.UNDECIDED;
    Class<?> type = (Class<?>) arguments[0];
    for (Object element : list) if (type.isInstance(element)) return element;
    return Types.nameOf(self.getClass()).equals("hudson.ExtensionList") ? world.singleton(type) : null;
  }

  private static List<Object> all(List<Object> list, Class<?> type) {
    List<Object> found = new ArrayList<>(list);
    found.removeIf(element -> !type.isInstance(element));
    return found;
  }

  private static Object remove(List<Object> list, Object which) {
    if (which instanceof Integer) return list.remove((int) (Integer) which);
    if (which instanceof Class) return list.removeIf(((Class<?>) which)::isInstance);
    if (which instanceof Collection) return list.removeAll((Collection<?>) which);
    return list.remove(which);
  }

  /** With one argument: in the place of what has the same class (in Jenkins: the same descriptor). */
  private static Object replace(List<Object> list, Object[] arguments) {
    Object next = arguments[arguments.length - 1];
    Object before = arguments.length == 2 ? arguments[0] : null;
    if (before == null) list.removeIf(element -> element.getClass() == next.getClass());
    int index = before == null ? -1 : list.indexOf(before);
    if (index < 0) list.add(next);
    else list.set(index, next);
    return null;
  }

  private static Object byName(World world, Object self, Object[] arguments) {
    for (Object element : list(world, self)) {
      if (arguments[0].equals(world.state(element).properties.get("name"))) return element;
    }
    return null;
  }
}
