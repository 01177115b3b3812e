package bitesize.oracle.jenkins;

import bitesize.oracle.stub.Recorder;
import groovy.lang.GString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One Jenkins, as its init scripts see it: the state of every stub, and the calls of the running script. */
final class World implements Recorder {
  final Map<String, Object> singletons = new LinkedHashMap<>();
  final Map<String, Object> users = new LinkedHashMap<>();
  final List<Map<String, Object>> calls = new ArrayList<>();
  final List<String> problems = new ArrayList<>();
  /** What scripts added to lists of extensions, which Jenkins forgets when it ends. */
  final Map<String, Object> extensions = new LinkedHashMap<>();
  final List<Runnable> timer = new ArrayList<>();
  final Map<String, Integer> builds = new LinkedHashMap<>();
  ClassLoader loader;
  Start start;
  boolean recording;
  private final Behaviours behaviours = new Behaviours();
  private final Generic generic = new Generic(this);
  private final Snapshot snapshot = new Snapshot(this);
  private final Map<Object, ObjectState> states = new IdentityHashMap<>();
  private final ConstructorNames constructorNames;
  private int counter;

  World(ConstructorNames constructorNames) {
    this.constructorNames = constructorNames;
  }

  ObjectState state(Object object) {
    return states.computeIfAbsent(object, key -> new ObjectState());
  }

  boolean isKnown(Object object) {
    return states.containsKey(object);
  }

  /** Returns a number that no other call returns: for what Jenkins makes up at random. */
  int next() {
    return ++counter;
  }

  Class<?> load(String name) {
    for (String each = name; ; each = each.substring(0, each.lastIndexOf('.')) + '$' + each.substring(each.lastIndexOf('.') + 1)) {
      try {
        return Class.forName(each, true, loader);
      } catch (ClassNotFoundException absent) {
        if (!each.contains(".")) return null;
      }
    }
  }

  /** Makes a stub whose calls are recorded from now on. */
  Object make(Class<?> type) {
    try {
      Object made = Types.make(this, type);
      state(made);
      return made;
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("cannot make a " + type.getName(), failure);
    }
  }

  Object make(String type) {
    return make(load(type));
  }

  /** Returns the one instance of a class that Jenkins has one of: a descriptor, a configuration, an extension. */
  Object singleton(Class<?> type) {
    String name = Types.nameOf(type);
    Object found = singletons.get(name);
    if (found != null) return found;
    Object made = make(type);
    state(made).reference = name;
    singletons.put(name, made);
    return made;
  }

  Object jenkins() {
    return singleton(load("jenkins.model.Jenkins"));
  }

  @Override
  public Object call(Object self, Class<?> owner, String method, Class<?> result, Object[] arguments) {
    if (recording) record(self == null ? Types.nameOf(owner) : snapshot.name(self), method, arguments);
    noteStrings(arguments);
    boolean before = recording;
    recording = false;
    try {
      Behaviour behaviour = behaviours.find(self == null ? owner : self.getClass(), method);
      if (behaviour == null) behaviour = behaviours.find(owner, method);
      Object answer = behaviour == null ? null : behaviour.call(this, self, arguments);
      if (behaviour == null || answer == Generic.UNDECIDED) answer = generic.call(self, owner, method, result, arguments);
      return answer;
    } catch (Throwable failure) {
      throw World.<RuntimeException>sneak(failure);
    } finally {
      recording = before;
    }
  }

  @Override
  public void created(Object self, Object[] arguments) {
    ObjectState state = state(self);
    List<String> names = constructorNames.of(self.getClass(), arguments.length);
    if (names == null) state.arguments = Arrays.asList(arguments);
    else for (int index = 0; index < arguments.length; index++) state.properties.put(names.get(index), arguments[index]);
    if (recording) record(Types.nameOf(self.getClass()), "new", arguments);
    noteStrings(arguments);
    Defaults.created(this, self, arguments);
  }

  @Override
  public Object constant(Class<?> owner, String name, Class<?> type) {
    return Defaults.constant(this, owner, name, type);
  }

  @Override
  public Object field(Object self, String name, Class<?> type) {
    if (!java.util.AbstractList.class.isAssignableFrom(type)) return null;
    return generic.keep(self, name, make(type));
  }

  /** Returns the state of everything, as a tree for JSON. */
  Map<String, Object> snapshot() {
    return snapshot.all();
  }

  void record(String on, String method, Object[] arguments) {
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("script", start == null ? "" : start.running);
    call.put("on", on);
    call.put("method", method);
    call.put("arguments", snapshot.trees(Arrays.asList(arguments)));
    calls.add(call);
  }

  /** XStream refuses GStringImpl, so a GString that reaches Jenkins as an object is lost at the next start. */
  private void noteStrings(Object[] arguments) {
    for (Object argument : arguments) {
      Iterable<?> values = argument instanceof Iterable ? (Iterable<?>) argument : List.of();
      if (argument instanceof GString) problems.add("a GString was passed to Jenkins: " + argument);
      for (Object value : values) if (value instanceof GString) problems.add("a GString was passed to Jenkins: " + value);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T sneak(Throwable failure) throws T {
    throw (T) failure;
  }
}
