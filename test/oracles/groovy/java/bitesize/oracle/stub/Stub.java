package bitesize.oracle.stub;

import java.util.HashMap;
import java.util.Map;

/** What every generated stub calls. Without a recorder (type checks) all answers are empty. */
public final class Stub {
  private static final Map<Class<?>, Object> ZEROS = new HashMap<>();
  private static Recorder recorder;

  static {
    ZEROS.put(boolean.class, false);
    ZEROS.put(int.class, 0);
    ZEROS.put(long.class, 0L);
    ZEROS.put(double.class, 0.0);
    ZEROS.put(float.class, 0f);
    ZEROS.put(short.class, (short) 0);
    ZEROS.put(byte.class, (byte) 0);
    ZEROS.put(char.class, (char) 0);
  }

  private Stub() {}

  /** Sets who answers; null for nobody. Jobs run one after the other, so one is enough. */
  public static void use(Recorder next) {
    recorder = next;
  }

  public static Object call(Object self, Class<?> owner, String method, Class<?> result, Object[] arguments) {
    Object answer = recorder == null ? null : recorder.call(self, owner, method, result, arguments);
    return answer == null ? zero(result) : answer;
  }

  public static void created(Object self, Object[] arguments) {
    if (recorder != null) recorder.created(self, arguments);
  }

  public static Object constant(Class<?> owner, String name, Class<?> type) {
    Object answer = recorder == null ? null : recorder.constant(owner, name, type);
    return answer == null ? zero(type) : answer;
  }

  public static Object field(Object self, String name, Class<?> type) {
    Object answer = recorder == null ? null : recorder.field(self, name, type);
    return answer == null ? zero(type) : answer;
  }

  /** The value of an unset field of this type: null but for primitives. */
  public static Object zero(Class<?> type) {
    return ZEROS.get(type);
  }
}
