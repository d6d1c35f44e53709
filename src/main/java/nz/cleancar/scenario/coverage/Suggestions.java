package nz.cleancar.scenario.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.analysis.ReachingQuestions;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.scenario.Answer;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;

/** Finds a ready case for whatever no scenario tries. The same report gives the same cases. */
public final class Suggestions {

  /** The tag of cases that nobody confirmed yet. */
  public static final String TAG = "suggested";

  private final CompiledPolicy policy;
  private final Today today;
  private final Map<String, Integer> names = new HashMap<>();

  public Suggestions(CompiledPolicy policy) {
    this.policy = policy;
    this.today = new Today(policy.policy());
  }

  /**
   * A suggestion for each goal that no scenario tries: bounds first, then listed values, rows and
   * rules. A goal that the case of an earlier one tries as well is named there and has none of its
   * own.
   *
   * @param report what scenarios of this policy touched
   * @param each takes each suggestion as soon as it is known
   */
  public void forUntried(CoverageReport report, Consumer<Suggestion> each) {
    if (!report.policy().equals(policy.policy().version())) {
      throw new IllegalArgumentException("The report is about another policy.");
    }
    names.clear();
    var questions = new ReachingQuestions(policy);
    // no two goals are equal, and to compare them is to compare whole tables
    Set<Goal> left = Collections.newSetFromMap(new IdentityHashMap<>());
    var goals =
        report.untried().stream().sorted(Comparator.comparingInt(Suggestions::order)).toList();
    left.addAll(goals);
    for (Goal goal : goals) {
      if (left.remove(goal)) {
        each.accept(suggestion(goal, questions, left, goals));
      }
    }
  }

  /** All suggestions at once. */
  public List<Suggestion> forUntried(CoverageReport report) {
    var all = new ArrayList<Suggestion>();
    forUntried(report, all::add);
    return List.copyOf(all);
  }

  private static int order(Goal goal) {
    return switch (goal) {
      case Goal.Side side -> side.inside() ? 0 : 1;
      case Goal.Listed _ -> 2;
      case Goal.Fires _, Goal.AnswersOtherwise _ -> 3;
      case Goal.RuleFires _ -> 4;
    };
  }

  private Suggestion suggestion(
      Goal goal, ReachingQuestions questions, Set<Goal> left, List<Goal> goals) {
    var found = question(goal, questions);
    if (found.isEmpty()) {
      return new Suggestion.NoneFound(goal);
    }
    var watched = policy.watch(found.get());
    var also =
        goals.stream()
            .filter(left::contains)
            .filter(other -> Reached.by(other).test(watched))
            .toList();
    left.removeAll(also);
    return new Suggestion.Ready(goal, also, scenario(goal, also, found.get(), watched));
  }

  private static Optional<Facts> question(Goal goal, ReachingQuestions questions) {
    var reached = Reached.by(goal);
    return switch (goal) {
      case Goal.OfCell cell -> questions.asking(cell.table(), cell.asked(), reached);
      case Goal.Fires(PolicyTable table, var row) ->
          questions.asking(table, row.conditions(), reached);
      case Goal.AnswersOtherwise(PolicyTable table) ->
          questions.asking(
              table,
              Collections.<Condition>nCopies(table.inputs().size(), new Condition.Any()),
              reached);
      case Goal.RuleFires _ -> questions.reaching(reached);
    };
  }

  private Scenario scenario(Goal goal, List<Goal> also, Facts facts, Watched watched) {
    var suite = suite(facts.topic());
    var place = Place.of(suite.file());
    var tables = new LinkedHashSet<PolicyTable>();
    Stream.concat(Stream.of(goal), also.stream())
        .filter(Goal.OfTable.class::isInstance)
        .map(Goal.OfTable.class::cast)
        .map(Goal.OfTable::table)
        .forEach(tables::add);
    return new Scenario(
        suite,
        name(goal),
        reason(also),
        List.of(TAG),
        place,
        facts,
        today.expectations(
            facts.topic(), Answer.of(facts, watched.run()), List.copyOf(tables), place));
  }

  /** What the goal says, which may be said of two tables with one title. */
  private String name(Goal goal) {
    int before = names.merge(goal.says(), 1, Integer::sum);
    return before == 1 ? goal.says() : goal.says() + " [" + before + "]";
  }

  private static String reason(List<Goal> also) {
    return "Suggested: the policy answers so today, and nobody confirmed it yet."
        + (also.isEmpty()
            ? ""
            : " Tries also: "
                + also.stream().map(Goal::says).collect(Collectors.joining("; "))
                + ".");
  }

  private static Suite suite(String topic) {
    return new Suite(
        TAG + "-" + topic,
        "Suggested cases about " + topic,
        "Tries what no scenario tried; to be confirmed case by case.",
        topic,
        TAG + "-" + topic + ".xlsx",
        "Scenarios");
  }
}
