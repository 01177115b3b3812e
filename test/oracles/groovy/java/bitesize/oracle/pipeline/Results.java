package bitesize.oracle.pipeline;

import java.util.List;

/** hudson.model.Result: a build's result only ever gets worse. */
final class Results {
  private static final List<String> ORDER = List.of("SUCCESS", "UNSTABLE", "FAILURE", "NOT_BUILT", "ABORTED");

  private Results() {}

  static String worse(String one, String other) {
    if (one == null || other == null) return one == null ? other : one;
    return ORDER.indexOf(one) >= ORDER.indexOf(other) ? one : other;
  }
}
