package bitesize.oracle.stub;

/** Answers what the stubs are asked. */
public interface Recorder {
  Object call(Object self, Class<?> owner, String method, Class<?> result, Object[] arguments);

  void created(Object self, Object[] arguments);

  Object constant(Class<?> owner, String name, Class<?> type);

  Object field(Object self, String name, Class<?> type);
}
