package bitesize.oracle.jenkins;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Job DSL that runs without a seed job. It is read, not executed: each {@code job('a')}, {@code folder('a')} or the
 * like at the top makes an item if there is none of its name, each {@code listView('a')} a view.
 */
final class JobDslBehaviours {
  private static final String DSL = "javaposse.jobdsl.dsl.";
  private static final Pattern CALL = Pattern.compile("(?m)^(\\w+)\\('([^']+)'\\)");

  private JobDslBehaviours() {}

  static void register(Behaviours table) {
    table.add(DSL + "AbstractDslScriptLoader", "runScript", JobDslBehaviours::run);
  }

  private static Object run(World world, Object self, Object[] arguments) {
    Set<Object> jobs = new LinkedHashSet<>();
    Set<Object> views = new LinkedHashSet<>();
    Matcher call = CALL.matcher(arguments[0].toString());
    while (call.find()) {
      boolean view = call.group(1).endsWith("View");
      String name = call.group(2);
      if (view) addView(world, name);
      else addItem(world, name);
      (view ? views : jobs).add(generated(world, view ? "GeneratedView" : "GeneratedJob", view ? "name" : "jobName", name));
    }
    Object items = world.make(DSL + "GeneratedItems");
    world.state(items).properties.put("jobs", jobs);
    world.state(items).properties.put("views", views);
    return items;
  }

  private static Object generated(World world, String type, String property, String name) {
    Object made = world.make(DSL + type);
    world.state(made).properties.put(property, name);
    return made;
  }

  private static void addItem(World world, String name) {
    Map<String, Object> items = world.state(world.jenkins()).items;
    if (items.containsKey(name)) return;
    Object item = world.make(world.load("hudson.model.FreeStyleProject"));
    world.state(item).reference = "item:" + name;
    world.state(item).properties.put("name", name);
    world.state(item).properties.put("parent", world.jenkins());
    items.put(name, item);
  }

  private static void addView(World world, String name) {
    if (JenkinsBehaviours.view(world, world.jenkins(), new Object[] {name}) != null) return;
    Object view = world.make("hudson.model.ListView");
    world.state(view).properties.put("name", name);
    JenkinsBehaviours.views(world, world.jenkins()).add(view);
  }
}
