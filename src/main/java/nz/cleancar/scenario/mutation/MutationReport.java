package nz.cleancar.scenario.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What a mutation run found.
 *
 * @param trials every mutant with what became of it, in the order of {@link Mutants}
 * @param scenarios how many scenarios there were
 * @param verdicts how many verdicts, of a scenario on a mutant, were settled
 * @param runs for how many of them the rules were run anew; the others ask the changed table
 *     nothing that it answers otherwise
 */
public record MutationReport(List<Trial> trials, int scenarios, long verdicts, long runs) {

  public MutationReport {
    trials = List.copyOf(trials);
  }

  /** A mutant and what became of it. */
  public record Trial(Mutant mutant, Fate fate) {}

  /**
   * How many mutants were killed of those that could be.
   *
   * @param equivalent those that are left out, since they give the same answers as the policy
   */
  public record Score(int killed, int survived, int equivalent) {

    static Score of(List<Trial> trials) {
      return new Score(
          count(trials, Fate.Killed.class),
          count(trials, Fate.Survived.class),
          count(trials, Fate.Equivalent.class));
    }

    private static int count(List<Trial> trials, Class<? extends Fate> fate) {
      return (int) trials.stream().filter(trial -> fate.isInstance(trial.fate())).count();
    }

    /** How many could be killed. */
    public int killable() {
      return killed + survived;
    }

    /** How many mutants there are. */
    public int all() {
      return killable() + equivalent;
    }

    /** The killed ones of each hundred, rounded down, so that 100 means all. */
    public int percent() {
      return killable() == 0 ? 100 : (int) (100L * killed / killable());
    }

    /** {@code 312 of 320, 97 %}. */
    public String text() {
      return "%d of %d, %d %%".formatted(killed, killable(), percent());
    }
  }

  /** Over all tables. */
  public Score score() {
    return Score.of(trials);
  }

  /** By table, in the order of the mutants. */
  public Map<String, Score> byTable() {
    var tables = new LinkedHashMap<String, List<Trial>>();
    for (Trial trial : trials) {
      tables.computeIfAbsent(trial.mutant().table(), _ -> new ArrayList<>()).add(trial);
    }
    var scores = new LinkedHashMap<String, Score>();
    tables.forEach((table, some) -> scores.put(table, Score.of(some)));
    return scores;
  }

  /** Those that some scenario failed on. */
  public List<Trial> killed() {
    return those(Fate.Killed.class::isInstance);
  }

  /** Those that no scenario failed on and that one could, as far as is known. */
  public List<Trial> survivors() {
    return those(Fate.Survived.class::isInstance);
  }

  /** Those that give the same answers as the policy, though perhaps from other rows. */
  public List<Trial> equivalents() {
    return those(Fate.Equivalent.class::isInstance);
  }

  private List<Trial> those(Predicate<Fate> fate) {
    return trials.stream().filter(trial -> fate.test(trial.fate())).toList();
  }
}
