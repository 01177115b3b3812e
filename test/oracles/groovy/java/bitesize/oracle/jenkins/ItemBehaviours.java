package bitesize.oracle.jenkins;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;

/** Items: folders and jobs, their properties and triggers, their builds. */
final class ItemBehaviours {
  private static final Map<String, String> BUILD_TYPES =
      Map.of(
          "hudson.model.FreeStyleProject", "hudson.model.FreeStyleBuild",
          "org.jenkinsci.plugins.workflow.job.WorkflowJob", "org.jenkinsci.plugins.workflow.job.WorkflowRun");

  private ItemBehaviours() {}

  static void register(Behaviours table) {
    for (String group : new String[] {"jenkins.model.Jenkins", "hudson.model.ItemGroup", "jenkins.model.ModifiableTopLevelItemGroup", "com.cloudbees.hudson.plugins.folder.AbstractFolder"}) {
      table.add(group, "getItem getJob", (world, self, a) -> a.length == 1 ? find(world, self, a[0]) : Generic.UNDECIDED);
      table.add(group, "getItemByFullName", (world, self, a) -> byType(find(world, world.jenkins(), a[0]), a));
      table.add(group, "getItems", (world, self, a) -> items(world, self, a, false));
      table.add(group, "getAllItems allItems", (world, self, a) -> items(world, self, a, true));
      table.add(group, "getItemMap", (world, self, a) -> new TreeMap<>(world.state(self).items));
      table.add(group, "getJobNames getTopLevelItemNames", (world, self, a) -> world.state(self).items.keySet());
      table.add(group, "createProject", ItemBehaviours::create);
      table.add(group, "createProjectFromXML", ItemBehaviours::createFromXml);
    }
    for (String item : new String[] {"hudson.model.AbstractItem", "hudson.model.Item"}) {
      table.add(item, "getName", (world, self, a) -> world.state(self).properties.get("name"));
      table.add(item, "getFullName getUrl", (world, self, a) -> world.state(self).reference.substring("item:".length()));
      table.add(item, "getParent", (world, self, a) -> world.state(self).properties.get("parent"));
      table.add(item, "delete", ItemBehaviours::delete);
      table.add(item, "updateByXml", ItemBehaviours::updateByXml);
    }
    for (String job : new String[] {"hudson.model.Job", "hudson.model.AbstractProject", "org.jenkinsci.plugins.workflow.job.WorkflowJob"}) {
      table.add(job, "getProperty", (world, self, a) -> a[0] instanceof Class ? first(list(world, self, "properties"), a[0]) : null);
      table.add(job, "addProperty", (world, self, a) -> list(world, self, "properties").add(a[0]) ? null : null);
      table.add(job, "removeProperty", (world, self, a) -> remove(list(world, self, "properties"), a[0]));
      table.add(job, "getAllProperties", (world, self, a) -> new ArrayList<>(list(world, self, "properties")));
      table.add(job, "setTriggers", (world, self, a) -> replace(list(world, self, "triggers"), (Collection<?>) a[0]));
      table.add(job, "getTrigger", (world, self, a) -> first(list(world, self, "triggers"), a[0]));
      table.add(job, "addTrigger", (world, self, a) -> addTrigger(list(world, self, "triggers"), a[0]));
      table.add(job, "removeTrigger", (world, self, a) -> removeTrigger(world, self));
      table.add(job, "getTriggers", ItemBehaviours::triggers);
      table.add(job, "getLastBuild getLastSuccessfulBuild getFirstBuild getLastCompletedBuild", ItemBehaviours::lastBuild);
      table.add(job, "scheduleBuild scheduleBuild2", ItemBehaviours::schedule);
    }
    table.add("hudson.model.AbstractProject", "makeDisabled", (world, self, a) -> world.state(self).properties.put("disabled", a[0]) == null ? null : null);
    table.add("com.cloudbees.hudson.plugins.folder.AbstractFolder", "getProperties", (world, self, a) -> folderProperties(world, self));
    table.add("com.cloudbees.hudson.plugins.folder.AbstractFolder", "addProperty", (world, self, a) -> ListBehaviours.list(world, folderProperties(world, self)).add(a[0]) ? null : null);
    table.add("hudson.model.queue.SubTask", "getOwnerTask", (world, self, a) -> self);
    table.add("jenkins.model.ParameterizedJobMixIn.ParameterizedJob", "scheduleBuild scheduleBuild2", ItemBehaviours::schedule);
    table.add("com.cloudbees.hudson.plugins.folder.computed.ComputedFolder", "addTrigger", (world, self, a) -> addTrigger(list(world, self, "triggers"), a[0]));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(World world, Object self, String property) {
    return (List<Object>) world.state(self).properties.computeIfAbsent(property, key -> new ArrayList<>());
  }

  /** A folder keeps its properties in a list that is looked up by class; adding one replaces none. */
  private static Object folderProperties(World world, Object folder) {
    return world.state(folder).properties.computeIfAbsent("properties", key -> world.make("hudson.util.DescribableList"));
  }

  private static Object find(World world, Object group, Object path) {
    Object found = group;
    for (String name : path.toString().split("/")) found = found == null ? null : world.state(found).items.get(name);
    return found;
  }

  private static Object byType(Object item, Object[] arguments) {
    return arguments.length < 2 || ((Class<?>) arguments[1]).isInstance(item) ? item : null;
  }

  private static List<Object> items(World world, Object group, Object[] arguments, boolean deep) {
    List<Object> found = new ArrayList<>();
    for (Object item : world.state(group).items.values()) {
      if (arguments.length == 0 || !(arguments[0] instanceof Class) || ((Class<?>) arguments[0]).isInstance(item)) found.add(item);
      if (deep) found.addAll(items(world, item, arguments, true));
    }
    return found;
  }

  private static Object create(World world, Object group, Object[] arguments) {
    if (!(arguments[0] instanceof Class)) return Generic.UNDECIDED;
    String name = arguments[1].toString();
    Map<String, Object> items = world.state(group).items;
    if (items.containsKey(name)) throw new IllegalArgumentException("Project of this name " + name + " already exists");
    Object item = world.make((Class<?>) arguments[0]);
    String parent = world.state(group).reference;
    world.state(item).reference = parent.startsWith("item:") ? parent + "/" + name : "item:" + name;
    world.state(item).properties.put("name", name);
    world.state(item).properties.put("parent", group);
    items.put(name, item);
    return item;
  }

  private static Object createFromXml(World world, Object group, Object[] arguments) throws Exception {
    Object item = create(world, group, new Object[] {world.load("hudson.model.FreeStyleProject"), arguments[0]});
    String xml = new String(((InputStream) arguments[1]).readAllBytes(), StandardCharsets.UTF_8);
    world.state(item).properties.put("xml", xml);
    return item;
  }

  private static Object updateByXml(World world, Object self, Object[] arguments) throws Exception {
    java.io.StringWriter text = new java.io.StringWriter();
    TransformerFactory.newInstance().newTransformer().transform((Source) arguments[0], new StreamResult(text));
    world.state(self).properties.put("xml", text.toString());
    return null;
  }

  private static Object delete(World world, Object self, Object[] arguments) {
    Map<String, Object> properties = world.state(self).properties;
    world.state(properties.get("parent")).items.remove(properties.get("name").toString());
    return null;
  }

  private static Object first(List<Object> list, Object type) {
    for (Object each : list) if (((Class<?>) type).isInstance(each)) return each;
    return null;
  }

  private static Object remove(List<Object> list, Object which) {
    Object found = which instanceof Class ? first(list, which) : which;
    list.remove(found);
    return found;
  }

  private static Object replace(List<Object> list, Collection<?> values) {
    list.clear();
    list.addAll(values);
    return null;
  }

  /** A trigger takes the place of one of the same class; it does not start. */
  private static Object addTrigger(List<Object> list, Object trigger) {
    list.removeIf(each -> each.getClass() == trigger.getClass());
    list.add(trigger);
    return null;
  }

  private static Object removeTrigger(World world, Object self) {
    list(world, self, "triggers").clear();
    return null;
  }

  private static Object triggers(World world, Object self, Object[] arguments) {
    Map<Object, Object> map = new java.util.LinkedHashMap<>();
    for (Object each : list(world, self, "triggers")) {
      Object descriptor = world.singletons.computeIfAbsent("descriptor of " + Types.nameOf(each.getClass()), key -> world.make("hudson.triggers.TriggerDescriptor"));
      world.state(descriptor).reference = "descriptor of " + Types.nameOf(each.getClass());
      map.put(descriptor, each);
    }
    return map;
  }

  private static Object lastBuild(World world, Object self, Object[] arguments) {
    Integer number = world.builds.get(world.state(self).reference);
    if (number == null) return null;
    Object build = world.make(BUILD_TYPES.getOrDefault(Types.nameOf(self.getClass()), "hudson.model.AbstractBuild"));
    world.state(build).properties.put("number", number);
    return build;
  }

  /** Queue.init clears the queue of what was scheduled before COMPLETED. */
  private static Object schedule(World world, Object self, Object[] arguments) {
    String name = world.state(self).reference;
    if (world.start.isComplete()) world.builds.merge(name, 1, Integer::sum);
    else world.problems.add("a build of " + name + " was scheduled before COMPLETED: the queue drops it");
    return null;
  }
}
