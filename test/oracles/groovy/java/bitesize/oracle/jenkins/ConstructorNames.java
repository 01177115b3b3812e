package bitesize.oracle.jenkins;

import java.util.List;
import java.util.Map;

/** The names of constructor parameters, from {@code jenkins-api/constructor-parameters.json}. */
final class ConstructorNames {
  private final Map<String, Object> table;

  ConstructorNames(Map<String, Object> table) {
    this.table = table;
  }

  /** Returns the names, or null when the class or the number of parameters is not in the table. */
  @SuppressWarnings("unchecked")
  List<String> of(Class<?> type, int count) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      List<List<String>> found = (List<List<String>>) table.get(Types.nameOf(each));
      if (found != null) return found.stream().filter(names -> names.size() == count).findFirst().orElse(null);
    }
    return null;
  }
}
