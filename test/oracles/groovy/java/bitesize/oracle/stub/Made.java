package bitesize.oracle.stub;

/** Marks the constructor by which the recorder makes a stub without a call of its own. Never instantiated. */
public final class Made {
  private Made() {}
}
