package bitesize.oracle.pipeline;

import bitesize.oracle.Json;
import groovy.lang.GroovyClassLoader;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the Groovy sandbox lets a pipeline do, from {@code pipeline/data/sandbox-whitelist.json}. */
final class Whitelist {
  /** Types that a value may be cast to. */
  private static final Set<String> CASTS = Set.of("java.lang.Object", "java.lang.String", "java.lang.Integer", "java.lang.Long", "java.lang.Boolean", "java.lang.Double", "java.math.BigDecimal", "java.math.BigInteger", "java.util.List", "java.util.Map", "java.util.Set", "java.util.Collection", "int", "long", "boolean", "double");

  private final Map<String, Object> methods;
  private final Map<String, Object> statics;
  private final Set<String> constructors;
  private final Set<String> ofAnyObject = new LinkedHashSet<>();

  Whitelist(Map<String, Object> data) {
    methods = Json.object(data, "methods");
    statics = Json.object(data, "statics");
    constructors = Set.copyOf(Json.texts(data, "constructors"));
    for (String type : new String[] {"Default", "String"}) {
      ofAnyObject.addAll(Json.texts(statics, "org.codehaus.groovy.runtime." + type + "GroovyMethods"));
    }
  }

  boolean allowsConstructor(String type) {
    return constructors.contains(type) || type.endsWith("Exception") && type.startsWith("java.lang.");
  }

  boolean allowsCast(String type) {
    return CASTS.contains(type);
  }

  boolean allowsStatic(String type, String name) {
    return Json.texts(statics, type).contains(name);
  }

  boolean allowsMethod(Class<?> type, String name) {
    if (isOfRun(type) || isOwn(type)) return true;
    for (Class<?> each : lineage(type)) if (Json.texts(methods, each.getName().replace('/', '.')).contains(name)) return true;
    return ofAnyObject.contains(name) && !declares(type, name);
  }

  /** A property is read by its getter; a map gives its value. */
  boolean allowsProperty(Class<?> type, String name) {
    if (Map.class.isAssignableFrom(type)) return true;
    String capital = name.isEmpty() ? "" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    return type.isArray() && name.equals("length") || allowsMethod(type, "get" + capital) || allowsMethod(type, "is" + capital);
  }

  /** Objects that the runner gives to the pipeline show only what RunWrapper and the like show. */
  private static boolean isOfRun(Class<?> type) {
    return type == BuildView.class || type == EnvView.class || type.getName().startsWith("org.jenkinsci.plugins.workflow.steps.");
  }

  /** Classes that the pipeline itself declares. */
  private static boolean isOwn(Class<?> type) {
    return type.getClassLoader() instanceof GroovyClassLoader.InnerLoader && !groovy.lang.Closure.class.isAssignableFrom(type);
  }

  private static boolean declares(Class<?> type, String name) {
    for (Method method : type.getMethods()) if (method.getName().equals(name)) return true;
    return false;
  }

  private static Set<Class<?>> lineage(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      all.add(each);
      addInterfaces(each, all);
    }
    return all;
  }

  private static void addInterfaces(Class<?> type, Set<Class<?>> all) {
    for (Class<?> each : List.of(type.getInterfaces())) if (all.add(each)) addInterfaces(each, all);
  }
}
