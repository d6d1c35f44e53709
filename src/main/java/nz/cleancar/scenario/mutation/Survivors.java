package nz.cleancar.scenario.mutation;

import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.Rules;
import nz.cleancar.policy.analysis.ChangedQuestion;
import nz.cleancar.policy.analysis.ChangedQuestions;
import nz.cleancar.policy.analysis.ChangedRegion;
import nz.cleancar.policy.analysis.NeverAsked;
import nz.cleancar.policy.analysis.TableMeaning;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.scenario.Answer;

/**
 * Looks into mutants that no scenario kills.
 *
 * <p>What is proved: where a changed table answers as before wherever it may be asked, no question
 * in the vocabulary's words (its allowed words, and numbers from their least on) has another
 * answer. What is taken from the vocabulary: that a table is asked only for the words that its
 * coverage names, and that tables which it calls together answer together or decide nothing. The
 * latter are statements of people, so they count only where no question is found that says
 * otherwise.
 */
final class Survivors {

  private static final int MOST_REGIONS_SEARCHED = 4;
  private static final int MOST_QUESTIONS = 3;

  private final CompiledPolicy policy;

  Survivors(CompiledPolicy policy) {
    this.policy = policy;
  }

  /** Whether a scenario could kill the mutant, and a question that would. */
  Fate fate(Mutant mutant) {
    var meaning = TableMeaning.between(mutant.original(), mutant.changed());
    if (meaning.analysed() && meaning.regions().isEmpty()) {
      return new Fate.Equivalent(
          Fate.Ground.SAME_MEANING,
          "Wherever the vocabulary lets "
              + mutant.table()
              + " be asked, it answers as before: with the words that are allowed and numbers from"
              + " their least on.");
    }
    var shownBy = shownBy(mutant, meaning);
    if (shownBy.isPresent()) {
      return new Fate.Survived(shownBy.get());
    }
    return neverAsked(meaning)
        .<Fate>map(why -> new Fate.Equivalent(Fate.Ground.NEVER_ASKED, why))
        .orElseGet(() -> new Fate.Survived(null));
  }

  private Optional<ChangedQuestion> shownBy(Mutant mutant, TableMeaning meaning) {
    var rules = policy.with(mutant.changed());
    var questions = new ChangedQuestions(policy, rules, changed(mutant));
    return meaning.regions().stream()
        .limit(MOST_REGIONS_SEARCHED)
        .flatMap(region -> questions.in(region, MOST_QUESTIONS).different().stream())
        .filter(question -> isSeen(question, rules))
        .findFirst();
  }

  private Policy changed(Mutant mutant) {
    var before = policy.policy();
    return new Policy(
        before.version(),
        before.vocabulary(),
        before.tables().stream()
            .map(table -> table.id().equals(mutant.table()) ? mutant.changed() : table)
            .toList(),
        before.ruleSets());
  }

  /** Whether something that a scenario can expect differs, and not only which table lacks a row. */
  private boolean isSeen(ChangedQuestion question, Rules changed) {
    var facts = new Facts(question.question().topic(), question.question().values());
    var before = Answer.of(facts, policy.run(facts));
    var after = Answer.of(facts, changed.run(facts));
    return !before.outcome().equals(after.outcome())
        || !before.reasonCodes().stream()
            .sorted()
            .toList()
            .equals(after.reasonCodes().stream().sorted().toList())
        || (!before.outcome().equals(Answer.UNDECIDED)
            && !before.run().values().equals(after.run().values()));
  }

  /** Why no region matters; empty if one may, or if not all are known and were searched. */
  private Optional<String> neverAsked(TableMeaning meaning) {
    if (!meaning.analysed()
        || meaning.more() > 0
        || meaning.regions().size() > MOST_REGIONS_SEARCHED) {
      return Optional.empty();
    }
    var neverAsked = new NeverAsked(policy.policy());
    var why =
        meaning.regions().stream()
            .map(region -> neverAsked.of(region).map(ground -> because(region, ground)))
            .toList();
    return why.stream().allMatch(Optional::isPresent)
        ? Optional.of(String.join(" ", why.stream().flatMap(Optional::stream).distinct().toList()))
        : Optional.empty();
  }

  private static String because(ChangedRegion region, NeverAsked.Ground ground) {
    return switch (ground) {
      case NeverAsked.Ground.OnlyFor(Term column, List<String> words) ->
          "By the vocabulary's coverage, %s is asked only for %s %s."
              .formatted(region.table(), column.heading(), String.join(" or ", words));
      case NeverAsked.Ground.NoRow(PolicyTable lacking) ->
          "By the vocabulary's coverage, %s and %s answer together, and %s has no row for any day"
                  .formatted(region.table(), lacking.id(), lacking.id())
              + " of the change.";
    };
  }
}
