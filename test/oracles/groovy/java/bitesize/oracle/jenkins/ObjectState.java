package bitesize.oracle.jenkins;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the model remembers of one stub. */
final class ObjectState {
  /** Constructor arguments whose names are not known, in order. */
  List<Object> arguments = List.of();

  /** Bean properties, by name: constructor parameters, then what setters set. */
  final Map<String, Object> properties = new TreeMap<>();

  /** Elements, when the stub is a list. */
  final List<Object> elements = new ArrayList<>();

  /** Items of a folder or of Jenkins, by name. */
  final Map<String, Object> items = new TreeMap<>();

  /** How other objects refer to it, when it is one of a kind: an item, a user, a singleton. */
  String reference;
}
