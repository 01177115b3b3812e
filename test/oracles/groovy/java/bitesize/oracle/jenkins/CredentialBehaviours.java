package bitesize.oracle.jenkins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The credentials stores of the system and of folders: an update needs equal ids, adding an id that is there adds nothing. */
final class CredentialBehaviours {
  private static final String PACKAGE = "com.cloudbees.plugins.credentials.";
  private static final String STORE = PACKAGE + "CredentialsStore";
  private static final String SYSTEM = PACKAGE + "SystemCredentialsProvider";

  private CredentialBehaviours() {}

  static void register(Behaviours table) {
    table.add(PACKAGE + "CredentialsProvider", "getStore", (world, self, a) -> world.singleton(world.load(STORE)));
    table.add("com.cloudbees.hudson.plugins.folder.properties.FolderCredentialsProvider", "getStore", (world, self, a) -> ofFolder(world, a[0]));
    table.add(PACKAGE + "CredentialsProvider", "lookupStores", (world, self, a) -> List.of(world.singleton(world.load(STORE))));
    table.add(PACKAGE + "CredentialsProvider", "lookupCredentials lookupCredentialsInItemGroup lookupCredentialsInItem getCredentialsInItemGroup getCredentialsInItem", CredentialBehaviours::lookup);
    table.add(PACKAGE + "domains.Domain", "global", (world, self, a) -> global(world));
    table.add(SYSTEM, "getInstance", (world, self, a) -> world.singleton(world.load(SYSTEM)));
    table.add(SYSTEM, "getCredentials", (world, self, a) -> in(world, null, global(world)));
    table.add(SYSTEM, "getDomainCredentialsMap", (world, self, a) -> domains(world, null));
    table.add(SYSTEM, "setDomainCredentialsMap", CredentialBehaviours::setAll);
    table.add(STORE, "getDomains", (world, self, a) -> new ArrayList<>(domains(world, self).keySet()));
    table.add(STORE, "isDomainsModifiable", (world, self, a) -> true);
    table.add(STORE, "getDomainByName", (world, self, a) -> named(world, self, a[0]));
    table.add(STORE, "getCredentials", (world, self, a) -> new ArrayList<>(in(world, self, a[0])));
    table.add(STORE, "addDomain", CredentialBehaviours::addDomain);
    table.add(STORE, "removeDomain", (world, self, a) -> domains(world, self).remove(a[0]) != null);
    table.add(STORE, "updateDomain", (world, self, a) -> updateDomain(world, self, a[0], a[1]));
    table.add(STORE, "addCredentials", (world, self, a) -> add(world, in(world, self, a[0]), a[1]));
    table.add(STORE, "removeCredentials", (world, self, a) -> in(world, self, a[0]).remove(a[1]));
    table.add(STORE, "updateCredentials", (world, self, a) -> update(world, in(world, self, a[0]), a[1], a[2]));
  }

  /** Returns the store of a folder; what is in it is a property of the folder. */
  private static Object ofFolder(World world, Object folder) {
    Object store = world.make(STORE);
    world.state(store).reference = "store of " + world.state(folder).reference;
    world.state(store).properties.put("owner", folder);
    return store;
  }

  /** Returns domain to credentials. The map is a property of the provider or the folder, so that the snapshot shows it. */
  @SuppressWarnings("unchecked")
  private static Map<Object, List<Object>> domains(World world, Object store) {
    Object folder = store == null ? null : world.state(store).properties.get("owner");
    Object owner = folder == null ? world.singleton(world.load(SYSTEM)) : folder;
    Map<String, Object> properties = world.state(owner).properties;
    Map<Object, List<Object>> domains = (Map<Object, List<Object>>) properties.get("domains");
    if (domains != null) return domains;
    Map<Object, List<Object>> made = new LinkedHashMap<>();
    properties.put("domains", made);
    made.put(global(world), new ArrayList<>());
    return made;
  }

  private static Object global(World world) {
    Object known = world.singletons.get("global domain");
    if (known != null) return known;
    Object domain = world.make(PACKAGE + "domains.Domain");
    world.state(domain).reference = "global domain";
    world.singletons.put("global domain", domain);
    return domain;
  }

  private static List<Object> in(World world, Object store, Object domain) {
    List<Object> found = domains(world, store).get(domain);
    return found == null ? new ArrayList<>() : found;
  }

  private static Object named(World world, Object store, Object name) {
    for (Object domain : domains(world, store).keySet()) {
      if (Objects.equals(world.state(domain).properties.get("name"), name)) return domain;
    }
    return null;
  }

  private static Object addDomain(World world, Object self, Object[] arguments) {
    if (named(world, self, world.state(arguments[0]).properties.get("name")) != null) return false;
    Object given = arguments[1];
    Collection<?> credentials = given instanceof Collection ? (Collection<?>) given : Arrays.asList((Object[]) given);
    domains(world, self).put(arguments[0], new ArrayList<>(credentials));
    return true;
  }

  private static Object updateDomain(World world, Object store, Object before, Object next) {
    List<Object> credentials = domains(world, store).remove(before);
    if (credentials == null) return false;
    domains(world, store).put(next, credentials);
    return true;
  }

  private static Object id(World world, Object credentials) {
    Map<String, Object> properties = world.state(credentials).properties;
    return properties.computeIfAbsent("id", key -> "random-" + world.next());
  }

  private static Object add(World world, List<Object> list, Object credentials) {
    for (Object each : list) if (id(world, each).equals(id(world, credentials))) return false;
    return list.add(credentials);
  }

  private static Object update(World world, List<Object> list, Object before, Object next) {
    if (!id(world, before).equals(id(world, next))) throw new IllegalArgumentException("Credentials' IDs do not match, will not update.");
    int index = list.indexOf(before);
    if (index < 0) return false;
    list.set(index, next);
    return true;
  }

  @SuppressWarnings("unchecked")
  private static Object setAll(World world, Object self, Object[] arguments) {
    Map<Object, List<Object>> given = new LinkedHashMap<>((Map<Object, List<Object>>) arguments[0]);
    domains(world, null).clear();
    given.forEach((domain, list) -> domains(world, null).put(domain, new ArrayList<>(list)));
    return null;
  }

  private static Object lookup(World world, Object self, Object[] arguments) {
    List<Object> found = new ArrayList<>();
    for (List<Object> list : domains(world, null).values()) found.addAll(list);
    found.removeIf(each -> !((Class<?>) arguments[0]).isInstance(each));
    return found;
  }
}
