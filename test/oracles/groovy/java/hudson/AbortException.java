package hudson;

import java.io.IOException;

/** What a failed step throws: pipelines may catch it by this name. */
public class AbortException extends IOException {
  public AbortException(String message) {
    super(message);
  }
}
