package bitesize.oracle.jenkins;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a credential answers that was made of plain text: keys end with a line break, passwords are Secrets. */
final class SecretValueBehaviours {
  private static final String SSH_KEY = "com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey";
  private static final String LOGIN = "com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl";
  private static final String FILE = "org.jenkinsci.plugins.plaincredentials.impl.FileCredentialsImpl";

  private SecretValueBehaviours() {}

  static void register(Behaviours table) {
    table.add(SSH_KEY, "getPrivateKeys", SecretValueBehaviours::privateKeys);
    table.add(SSH_KEY, "getPassphrase", (world, self, a) -> secret(world, self, "passphrase"));
    table.add(LOGIN, "getPassword", (world, self, a) -> secret(world, self, "password"));
    table.add(FILE, "getContent", SecretValueBehaviours::content);
  }

  private static Object privateKeys(World world, Object self, Object[] arguments) {
    Object source = world.state(self).properties.get("privateKeySource");
    Object key = source == null ? null : world.state(source).properties.get("privateKey");
    if (key == null) return List.of();
    String text = key.toString();
    return List.of(text.endsWith("\n") ? text : text + "\n");
  }

  private static Object secret(World world, Object self, String property) {
    Object plain = world.state(self).properties.get(property);
    if (plain == null) return null;
    Object made = world.make("hudson.util.Secret");
    world.state(made).properties.put("plain", plain.toString());
    return made;
  }

  private static Object content(World world, Object self, Object[] arguments) {
    Object bytes = world.state(self).properties.get("secretBytes");
    Object plain = bytes == null ? "" : world.state(bytes).properties.get("plain");
    return new ByteArrayInputStream(plain.toString().getBytes(StandardCharsets.UTF_8));
  }
}
