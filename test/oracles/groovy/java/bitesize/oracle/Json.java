package bitesize.oracle;

import groovy.json.JsonOutput;
import groovy.json.JsonSlurper;
import java.util.List;
import java.util.Map;

/** Reads and writes the lines of the protocol, and reads the fields of a job. */
@SuppressWarnings("unchecked")
public final class Json {
  private Json() {}

  public static Map<String, Object> parse(String text) {
    return (Map<String, Object>) new JsonSlurper().parseText(text);
  }

  /** Returns one line of ASCII. */
  public static String print(Object value) {
    return JsonOutput.toJson(value);
  }

  public static String text(Map<String, Object> object, String key) {
    Object value = object.get(key);
    return value == null ? "" : value.toString();
  }

  public static boolean flag(Map<String, Object> object, String key) {
    return Boolean.TRUE.equals(object.get(key));
  }

  public static Map<String, Object> object(Map<String, Object> object, String key) {
    Object value = object.get(key);
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  public static List<Map<String, Object>> objects(Map<String, Object> object, String key) {
    Object value = object.get(key);
    return value == null ? List.of() : (List<Map<String, Object>>) value;
  }

  public static List<String> texts(Map<String, Object> object, String key) {
    Object value = object.get(key);
    return value == null ? List.of() : (List<String>) value;
  }
}
