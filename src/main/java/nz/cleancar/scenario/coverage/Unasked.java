package nz.cleancar.scenario.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.analysis.NeverAsked;
import nz.cleancar.policy.analysis.NeverAsked.Ground;
import nz.cleancar.policy.analysis.ReachingQuestions;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import org.jspecify.annotations.Nullable;

/**
 * Which sides of bounds cannot be asked: those that the vocabulary says are never asked, unless a
 * bounded search finds a question that asks the table so. Not for several threads at once.
 */
final class Unasked {

  private final CompiledPolicy policy;
  private final NeverAsked never;
  private final Map<Claim, Boolean> refuted = new HashMap<>();
  private @Nullable ReachingQuestions questions;

  Unasked(CompiledPolicy policy) {
    this.policy = policy;
    this.never = new NeverAsked(policy.policy());
  }

  /** That the table is never asked so, whatever its other columns are asked. */
  private record Claim(String table, List<Condition> asked) {

    boolean isRefutedBy(Watched watched) {
      return watched.lookups().stream()
          .filter(lookup -> lookup.table().id().equals(table))
          .anyMatch(this::isAskedBy);
    }

    private boolean isAskedBy(Watched.Lookup lookup) {
      for (int column = 0; column < asked.size(); column++) {
        if (!asked.get(column).matches(lookup.inputs().get(column))) {
          return false;
        }
      }
      return true;
    }
  }

  /** Why the side cannot be asked; empty if it may be. */
  Optional<NotAsked> of(Goal.Side side) {
    return never
        .of(side.table(), side.asked(), side.column())
        .filter(ground -> !isRefuted(side, ground))
        .map(ground -> new NotAsked(side, why(side, ground)));
  }

  private boolean isRefuted(Goal.Side side, Ground ground) {
    var claim = new Claim(side.table().id(), asked(side, ground));
    var known = refuted.get(claim);
    boolean found =
        known == null
            ? questions().asking(side.table(), claim.asked(), claim::isRefutedBy).isPresent()
            : known;
    refuted.put(claim, found);
    return found;
  }

  /** Built once it is needed, which it seldom is. */
  private ReachingQuestions questions() {
    var built = questions == null ? new ReachingQuestions(policy) : questions;
    questions = built;
    return built;
  }

  /** What the claim is about; any value in the other columns. */
  private static List<Condition> asked(Goal.Side side, Ground ground) {
    int column =
        switch (ground) {
          case Ground.OnlyFor(Term term, var _) -> side.table().inputs().indexOf(term);
          case Ground.NoRow _ -> side.column();
        };
    var asked =
        new ArrayList<Condition>(
            Collections.nCopies(side.table().inputs().size(), new Condition.Any()));
    asked.set(column, side.asked().get(column));
    return List.copyOf(asked);
  }

  private static String why(Goal.Side side, Ground ground) {
    return switch (ground) {
      case Ground.OnlyFor(Term term, List<String> words) ->
          "%s is asked only for %s %s."
              .formatted(side.table().title(), term.heading(), String.join(" or ", words));
      case Ground.NoRow(PolicyTable lacking) ->
          "%s has no row for %s, and the tables answer together."
              .formatted(lacking.title(), side.value().text());
    };
  }
}
