package bitesize.oracle.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/**
 * Two runs of one job that take turns: one thread each, and only one of them moves. The older one moves some events,
 * then the newer one some, then each as far as it can, the older one first. An event is a step, a variable that is set,
 * or a look at another build. Locks and milestones are those of Jenkins; the locks that are {@code fair} go to the run
 * that came first, so the newer one gets such a lock only after the older one.
 */
final class Turns {
  /** The calls of both runs, in the order in which they came. */
  final List<Object> calls = new ArrayList<>();
  private final List<PipelineRun> runs = new ArrayList<>();
  private final int[] left;
  private final Set<String> fair;
  private final Map<String, PipelineRun> locks = new HashMap<>();
  private final Set<String> hadByOlder = new HashSet<>();
  private final Map<PipelineRun, Integer> milestones = new HashMap<>();
  private final Set<PipelineRun> ended = new HashSet<>();
  private final Set<PipelineRun> cancelled = new HashSet<>();
  private PipelineRun moving;

  Turns(int older, int newer, Set<String> fair) {
    left = new int[] {older, newer};
    this.fair = fair;
  }

  synchronized void add(PipelineRun run) {
    runs.add(run);
    if (moving == null) moving = run;
  }

  /** Waits until it is this run's turn for its next event. */
  synchronized void event(PipelineRun run) throws FlowInterruptedException {
    int index = runs.indexOf(run);
    if (left[index] == 0) {
      left[index] = -1;
      pass(run);
    } else if (left[index] > 0) left[index]--;
    await(run);
  }

  /** Waits until it is this run's turn at all. */
  synchronized void await(PipelineRun run) throws FlowInterruptedException {
    while (moving != run) {
      try {
        wait();
      } catch (InterruptedException failure) {
        throw new IllegalStateException(failure);
      }
    }
    Sandbox.run = run;
    if (cancelled.remove(run)) throw new FlowInterruptedException("NOT_BUILT", "superseded by a newer build");
  }

  synchronized void end(PipelineRun run) {
    ended.add(run);
    pass(run);
  }

  synchronized void lock(PipelineRun run, String name) throws FlowInterruptedException {
    while (locks.containsKey(name) || isAhead(run, name)) {
      pass(run);
      await(run);
    }
    locks.put(name, run);
    if (run == runs.get(0)) hadByOlder.add(name);
  }

  synchronized void unlock(String name) {
    locks.remove(name);
  }

  /** Follows {@code MilestoneStepExecution.getBuildsToCancel}: older runs that have not come so far are cancelled. */
  synchronized void milestone(PipelineRun run, int ordinal) throws FlowInterruptedException {
    milestones.put(run, ordinal);
    for (PipelineRun other : runs) {
      int reached = milestones.getOrDefault(other, 0);
      boolean isOlder = runs.indexOf(other) < runs.indexOf(run);
      if (isOlder && reached < ordinal && !ended.contains(other)) cancelled.add(other);
      if (runs.indexOf(other) > runs.indexOf(run) && reached >= ordinal) cancelled.add(run);
    }
    await(run);
  }

  /** The run that is older than the one that moves, as that one sees it; null when it is over. */
  synchronized BuildView olderInProgress(PipelineRun of) throws FlowInterruptedException {
    event(moving);
    PipelineRun older = runs.get(0);
    return of == older || ended.contains(older) ? null : older.build;
  }

  synchronized Map<String, Object> variables(PipelineRun of) throws FlowInterruptedException {
    event(moving);
    return of.env.set();
  }

  /** Whether the older run ended before it came to where it should stop. */
  boolean isOver() {
    return left[0] > 0;
  }

  boolean isNewerOver() {
    return left[1] > 0;
  }

  /** Something that may be interrupted, called from where no checked exception can be declared. */
  interface Interruptible {
    void run() throws FlowInterruptedException;
  }

  static void sneaky(Interruptible action) {
    try {
      action.run();
    } catch (FlowInterruptedException failure) {
      throw Turns.<RuntimeException>unchecked(failure);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }

  private boolean isAhead(PipelineRun run, String name) {
    PipelineRun older = runs.get(0);
    return run != older && fair.contains(name) && !ended.contains(older) && !hadByOlder.contains(name);
  }

  private void pass(PipelineRun run) {
    for (PipelineRun other : runs) if (other != run && !ended.contains(other)) moving = other;
    notifyAll();
  }
}
