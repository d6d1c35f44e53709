package nz.cleancar.scenario.mutation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.ScenarioRunner;
import nz.cleancar.scenario.Verdict;
import nz.cleancar.scenario.mutation.MutationReport.Trial;

/**
 * Tries every mutant of a policy on scenarios. Each scenario is run once on the policy as it is,
 * and again only on the mutants whose changed table answers otherwise what the scenario asks it;
 * nothing is built anew. The same policy and scenarios give the same report.
 */
public final class MutationRun {

  private final BoundedPolicy policy;
  private final List<Scenario> scenarios;
  private final Options options;

  /**
   * A run to come.
   *
   * @param policy is not closed
   * @param scenarios the cases, of any suites; each is held in memory
   */
  public MutationRun(CompiledPolicy policy, List<Scenario> scenarios, Options options) {
    this.policy = new BoundedPolicy(policy, options.mostRuns());
    this.scenarios = List.copyOf(scenarios);
    this.options = options;
  }

  /**
   * How to go about it.
   *
   * @param threads how many mutants are tried at once, 1 or more
   * @param allKillers whether every scenario that kills a mutant is found, and not only the first
   * @param explained whether survivors are looked into: which of them no scenario could kill, and
   *     for the others a question that shows them
   * @param mostRuns how often rules may run in all, for scenarios and for the searches that look
   *     into survivors, 1 or more; {@link Long#MAX_VALUE} for no bound
   */
  public record Options(int threads, boolean allKillers, boolean explained, long mostRuns) {

    /** Two at once, the first killer of each, and survivors looked into. */
    public static final Options USUAL = new Options(2, false, true, Long.MAX_VALUE);

    public Options {
      if (threads < 1) {
        throw new IllegalArgumentException("At least one thread tries mutants.");
      }
      if (mostRuns < 1) {
        throw new IllegalArgumentException("Mutants are tried by running rules at least once.");
      }
    }

    /** Without a bound on work. */
    public Options(int threads, boolean allKillers, boolean explained) {
      this(threads, allKillers, explained, Long.MAX_VALUE);
    }
  }

  /** Is told how far the run is, by one thread at a time. */
  @FunctionalInterface
  public interface Progress {

    /** So many of all mutants are done. */
    void done(int done, int all);

    /** Tells nobody. */
    static Progress silent() {
      return (_, _) -> {};
    }
  }

  /** Tries all mutants of the policy's tables. */
  public Mutation tryAll(Progress progress) {
    return tryAll(Mutants.of(policy.policy()), progress);
  }

  /**
   * Tries these mutants, which are of tables of the policy. Whether that is too much does not hang
   * on how many threads try them; what was run before counts too.
   */
  public Mutation tryAll(List<Mutant> mutants, Progress progress) {
    try {
      return tried(mutants, progress);
    } catch (BoundedPolicy.Exhausted e) {
      return new Mutation.TooMuch(options.mostRuns());
    }
  }

  private Mutation tried(List<Mutant> mutants, Progress progress) {
    var lookups = new Lookups();
    var failed = new ArrayList<Verdict>();
    for (int number = 0; number < scenarios.size(); number++) {
      var watched = policy.watch(scenarios.get(number).given());
      lookups.add(number, watched);
      var verdict = ScenarioRunner.verdict(scenarios.get(number), watched.run());
      if (!verdict.passed()) {
        failed.add(verdict);
      }
    }
    return failed.isEmpty()
        ? new Mutation.Tried(report(mutants, lookups, progress))
        : new Mutation.Refused(failed);
  }

  private MutationReport report(List<Mutant> mutants, Lookups lookups, Progress progress) {
    var runs = new AtomicLong();
    var survivors = new Survivors(policy);
    var counter = new Counter(mutants.size(), progress);
    try (var threads = Executors.newFixedThreadPool(options.threads())) {
      List<Future<Trial>> trials =
          mutants.stream()
              .map(
                  mutant ->
                      threads.submit(
                          () -> {
                            policy.check();
                            var fate = fate(mutant, lookups, survivors, runs);
                            counter.count();
                            return new Trial(mutant, fate);
                          }))
              .toList();
      return new MutationReport(
          trials.stream().map(MutationRun::result).toList(),
          scenarios.size(),
          (long) mutants.size() * scenarios.size(),
          runs.get());
    }
  }

  private Fate fate(Mutant mutant, Lookups lookups, Survivors survivors, AtomicLong runs) {
    var killers = killers(mutant, lookups.concerned(mutant.original(), mutant.changed()), runs);
    if (!killers.isEmpty()) {
      return new Fate.Killed(killers);
    }
    return options.explained() ? survivors.fate(mutant) : new Fate.Survived(null);
  }

  private List<Scenario> killers(Mutant mutant, BitSet concerned, AtomicLong runs) {
    if (concerned.isEmpty()) {
      return List.of();
    }
    var rules = policy.with(mutant.changed());
    var killers = new ArrayList<Scenario>();
    for (int number : concerned.stream().toArray()) {
      runs.incrementAndGet();
      if (!ScenarioRunner.run(rules, scenarios.get(number)).passed()) {
        killers.add(scenarios.get(number));
        if (!options.allKillers()) {
          return killers;
        }
      }
    }
    return killers;
  }

  private static Trial result(Future<Trial> trial) {
    try {
      return trial.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BoundedPolicy.Exhausted exhausted) {
        throw exhausted;
      }
      throw new IllegalStateException("A mutant could not be tried.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The mutation run was interrupted.", e);
    }
  }

  /** Counts what is done, and tells of it. */
  private static final class Counter {

    private final int all;
    private final Progress progress;
    private int done;

    Counter(int all, Progress progress) {
      this.all = all;
      this.progress = progress;
    }

    synchronized void count() {
      done++;
      progress.done(done, all);
    }
  }
}
