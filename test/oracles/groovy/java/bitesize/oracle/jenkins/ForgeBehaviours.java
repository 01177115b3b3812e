package bitesize.oracle.jenkins;

import java.util.ArrayList;
import java.util.List;

/** The settings of plugins for forges: lists of servers that are known by name or address. */
final class ForgeBehaviours {
  private static final String GITHUB = "org.jenkinsci.plugins.github_branch_source.";
  private static final String BITBUCKET = "com.cloudbees.jenkins.plugins.bitbucket.";
  private static final String GERRIT = "com.sonyericsson.hudson.plugins.gerrit.trigger.";

  private ForgeBehaviours() {}

  static void register(Behaviours table) {
    table.add(GITHUB + "GitHubConfiguration", "findEndpoint", (world, self, a) -> find(world, endpoints(world, self), "apiUri", a[0]));
    table.add(GITHUB + "GitHubConfiguration", "updateEndpoint", (world, self, a) -> put(world, endpoints(world, self), "apiUri", a[0]));
    String configuration = BITBUCKET + "endpoints.BitbucketEndpointConfiguration";
    table.add(configuration, "getEndpoints", (world, self, a) -> endpoints(world, self));
    table.add(configuration, "updateEndpoint", (world, self, a) -> put(world, endpoints(world, self), "serverURL", a[0]));
    String endpoint = BITBUCKET + "impl.endpoint.BitbucketServerEndpoint";
    table.add(endpoint, "isManageHooks", (world, self, a) -> ofWebhook(world, self, "manageHooks"));
    table.add(endpoint, "getCredentialsId", (world, self, a) -> ofWebhook(world, self, "credentialsId"));
    table.add(GERRIT + "PluginImpl", "getServer", (world, self, a) -> find(world, list(world, self, "servers"), "name", a[0]));
    table.add(GERRIT + "PluginImpl", "addServer", (world, self, a) -> put(world, list(world, self, "servers"), "name", a[0]));
    table.add(GERRIT + "config.Config", "getGerritFrontEndUrl", (world, self, a) -> world.state(self).properties.get("gerritFrontEndURL"));
  }

  private static List<Object> endpoints(World world, Object self) {
    return list(world, self, "endpoints");
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(World world, Object self, String name) {
    return (List<Object>) world.state(self).properties.computeIfAbsent(name, key -> new ArrayList<>());
  }

  private static Object find(World world, List<Object> servers, String key, Object value) {
    for (Object each : servers) if (value.equals(world.state(each).properties.get(key))) return each;
    return null;
  }

  private static Object put(World world, List<Object> servers, String key, Object server) {
    servers.remove(find(world, servers, key, world.state(server).properties.get(key)));
    servers.add(server);
    return servers;
  }

  private static Object ofWebhook(World world, Object self, String name) {
    return world.state(world.state(self).properties.get("webhook")).properties.get(name);
  }
}
