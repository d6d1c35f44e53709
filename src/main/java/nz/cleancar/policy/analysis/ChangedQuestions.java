package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.Rules;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.analysis.ChangedQuestion.ValueChange;
import nz.cleancar.policy.analysis.QuestionSearch.Went;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/**
 * Finds whole questions that two policies answer differently. Bounded, and the same for the same
 * policies.
 */
public final class ChangedQuestions {

  private static final int MOST_DRAWN = 6_000;
  private static final String OUTCOME = "Outcome";
  private static final long SEED = 20_260_101;

  private final Rules before;
  private final Rules after;
  private final Map<String, Term> terms;
  private final QuestionSearch search;

  /** The policies are not closed. */
  public ChangedQuestions(CompiledPolicy before, CompiledPolicy after) {
    this(before, after, after.policy());
  }

  /**
   * Between a policy and rules that come of a change to it.
   *
   * @param before is not closed
   * @param after the rules after the change
   * @param changed the policy with the change
   */
  public ChangedQuestions(CompiledPolicy before, Rules after, Policy changed) {
    this.before = before;
    this.after = after;
    this.terms = new LinkedHashMap<>(before.policy().vocabulary().byName());
    terms.putAll(changed.vocabulary().byName());
    var tables =
        Stream.concat(before.policy().tables().stream(), changed.tables().stream()).toList();
    this.search = new QuestionSearch(changed.vocabulary(), tables);
  }

  /**
   * Questions in a region.
   *
   * @param drawn how many questions were tried
   * @param asked how many of them ask the table within the region
   * @param different some of those whose outcome differs
   */
  public record InRegion(int drawn, int asked, List<ChangedQuestion> different) {
    public InRegion {
      different = List.copyOf(different);
    }
  }

  /**
   * Questions of all topics.
   *
   * @param asked how many questions were tried
   * @param different how many of them have another outcome
   * @param some some of those
   */
  public record Sample(int asked, int different, List<ChangedQuestion> some) {
    public Sample {
      some = List.copyOf(some);
    }
  }

  /** Tries questions that should ask the table within the region; at most so many are told. */
  public InRegion in(ChangedRegion region, int most) {
    var trial = new InRegionTrial(region, most);
    var wishes = Wishes.within(region, search.pools(), search.vocabulary());
    int drawn = search.search(wishes, SEED, MOST_DRAWN, trial);
    return new InRegion(drawn, trial.there, trial.found());
  }

  /**
   * Tries so many questions of all topics in turn, of every way that rules go; at most so many are
   * told.
   */
  public Sample sample(int questions, int most) {
    var trial = new SampleTrial(most);
    search.search(Wishes.none(), SEED, questions, trial);
    return new Sample(trial.asked, trial.different, trial.some);
  }

  /** Whether two runs come to the same: the same values and grounds, or the same faults. */
  public static boolean isSame(Run before, Run after) {
    if (!before.faults().isEmpty() || !after.faults().isEmpty()) {
      return faults(before).equals(faults(after));
    }
    return before.values().equals(after.values()) && before.reasons().equals(after.reasons());
  }

  private static Set<String> faults(Run run) {
    var faults = new HashSet<String>();
    for (Fault fault : run.faults()) {
      faults.add(
          switch (fault) {
            case Fault.NoRow noRow -> fault.code() + " " + noRow.table().id();
            case Fault.SeveralRows several -> fault.code() + " " + several.table().id();
            case Fault.RuleFailed failed -> fault.code() + " " + failed.rule();
            case Fault.RanOn _ -> fault.code();
          });
    }
    return faults;
  }

  private ChangedQuestion changed(Both both) {
    return new ChangedQuestion(
        told(search.witness(both.question())), changes(both.old(), both.now()));
  }

  /** Without the facts that no table can tell apart, such as an account's number. */
  private Witness told(Witness question) {
    return new Witness(
        question.topic(),
        question.given().stream()
            .filter(
                given -> given.term().kind() != Kind.WORD || search.pools().isTold(given.term()))
            .toList());
  }

  private List<ValueChange> changes(Run old, Run now) {
    if (!old.faults().isEmpty() || !now.faults().isEmpty()) {
      return List.of(new ValueChange(OUTCOME, outcome(old), outcome(now), ""));
    }
    var changes = new ArrayList<ValueChange>();
    terms.values().stream()
        .filter(term -> !old.value(term.name()).equals(now.value(term.name())))
        .sorted(Comparator.comparingInt(ChangedQuestions::rank))
        .forEach(term -> changes.add(change(term, old.value(term.name()), now.value(term.name()))));
    if (!old.reasons().equals(now.reasons())) {
      changes.add(new ValueChange("Grounds", grounds(old), grounds(now), ""));
    }
    return changes;
  }

  private static String grounds(Run run) {
    return run.reasons().isEmpty()
        ? "none"
        : String.join(" ", run.reasons().stream().map(Run.Reason::says).toList());
  }

  private static ValueChange change(Term term, Optional<Value> old, Optional<Value> now) {
    return new ValueChange(
        term.heading(),
        Amounts.text(term, old),
        Amounts.text(term, now),
        Amounts.difference(term, old, now));
  }

  /** The place of a question's topic in the vocabulary. */
  private int place(ChangedQuestion question) {
    return List.copyOf(search.vocabulary().topicNames()).indexOf(question.question().topic());
  }

  /** Dollars, then other amounts, then the rest; sentences last. */
  private static int rank(Term term) {
    if (term.kind() == Kind.SENTENCE) {
      return 3;
    }
    if (term.unit().isEmpty()) {
      return 2;
    }
    return term.unit().equals("NZD") ? 0 : 1;
  }

  private static String outcome(Run run) {
    return run.faults().isEmpty()
        ? "decided"
        : "undecided (" + String.join(" ", run.faults().stream().map(Fault::says).toList()) + ")";
  }

  /** What a question shows: what differs, and whether it is decided before and after. */
  private record Shows(List<String> headings, boolean before, boolean after) {

    int undecided() {
      return (before ? 0 : 1) + (after ? 0 : 1);
    }

    boolean isAtLeast(Shows other) {
      return before == other.before && after == other.after && headings.containsAll(other.headings);
    }
  }

  /** Looks for questions in a region; keeps those that differ in most amounts. */
  private final class InRegionTrial implements QuestionSearch.Trial {

    private static final int WEIGHED = 60;
    private static final int WEIGHED_OF_A_TOPIC = 20;
    private static final int TRIED_OF_A_TOPIC = 350;

    /** While a topic was hardly tried, or all that was found is undecided before and after. */
    private static final int MOST_WEIGHED = 600;

    private final ChangedRegion region;
    private final int most;
    private final Map<Shows, Both> different = new LinkedHashMap<>();
    private final Map<String, Integer> tried = new HashMap<>();
    private final Map<String, Integer> ofTopic = new HashMap<>();
    private List<Facts> farther = List.of();
    private int there;

    InRegionTrial(ChangedRegion region, int most) {
      this.region = region;
      this.most = most;
    }

    @Override
    public Went went(Facts question) {
      var both = new Both(question);
      tried.merge(question.topic(), 1, Integer::sum);
      farther = List.of();
      if (!both.asked().contains(region.table())) {
        return new Went(both.asked(), 0);
      }
      int alike = alike(both);
      if (alike == region.axes().size()) {
        there++;
        ofTopic.merge(question.topic(), 1, Integer::sum);
        if (!both.isSame()) {
          different.putIfAbsent(shows(both), both);
        }
      } else if (ofTopic.getOrDefault(question.topic(), 0) < WEIGHED) {
        farther = Nudges.towards(region, question, both.old().values());
      }
      return new Went(both.asked(), Went.ASKED + alike);
    }

    @Override
    public List<Facts> farther() {
      return farther;
    }

    private Shows shows(Both both) {
      return new Shows(
          headings(both), both.old().faults().isEmpty(), both.now().faults().isEmpty());
    }

    private List<String> headings(Both both) {
      return changes(both.old(), both.now()).stream().map(ValueChange::heading).toList();
    }

    private int alike(Both both) {
      return Math.max(alike(both.old()), alike(both.now()));
    }

    /** On how many axes the run asks the table within the region. */
    private int alike(Run run) {
      return QuestionSearch.asked(run).contains(region.table()) ? region.alike(run.values()) : 0;
    }

    @Override
    public boolean isOver() {
      return there >= WEIGHED
          && !different.isEmpty()
          && (there >= MOST_WEIGHED
              || (tried.keySet().stream().allMatch(this::isWeighed)
                  && different.keySet().stream().anyMatch(shows -> shows.undecided() < 2)));
    }

    private boolean isWeighed(String topic) {
      return ofTopic.getOrDefault(topic, 0) >= WEIGHED_OF_A_TOPIC
          || tried.getOrDefault(topic, 0) >= TRIED_OF_A_TOPIC;
    }

    List<ChangedQuestion> found() {
      return different.entrySet().stream()
          .sorted(Comparator.comparingInt(each -> each.getKey().undecided()))
          .map(each -> ordinary(each.getValue()))
          .map(ChangedQuestions.this::changed)
          .distinct()
          .sorted(
              Comparator.comparingInt(ChangedQuestions.this::place)
                  .thenComparing(
                      Comparator.comparingLong(InRegionTrial::tells)
                          .thenComparingInt(question -> question.question().given().size())
                          .reversed()))
          .limit(most)
          .toList();
    }

    /** A question as ordinary as can be that shows at least what this one does. */
    private Both ordinary(Both found) {
      return new Both(search.ordinary(found.question(), facts -> shows(new Both(facts), found)));
    }

    private boolean shows(Both other, Both found) {
      return !other.isSame()
          && alike(other) == region.axes().size()
          && other.asked().size() >= found.asked().size()
          && shows(other).isAtLeast(shows(found));
    }

    /** How much a question tells: amounts most, and what is undecided least. */
    private static long tells(ChangedQuestion question) {
      return question.changes().stream()
          .mapToLong(
              change -> {
                if (change.heading().equals(OUTCOME)) {
                  return 0;
                }
                return change.difference().isEmpty() ? 1 : 10;
              })
          .sum();
    }
  }

  /** A question under both policies. */
  private final class Both {

    private final Facts question;
    private final Run old;
    private final Run now;
    private final Set<String> asked;

    Both(Facts question) {
      this.question = question;
      this.old = before.run(question);
      this.now = after.run(question);
      this.asked = QuestionSearch.asked(old);
      asked.addAll(QuestionSearch.asked(now));
    }

    Facts question() {
      return question;
    }

    Run old() {
      return old;
    }

    Run now() {
      return now;
    }

    Set<String> asked() {
      return asked;
    }

    boolean isSame() {
      return ChangedQuestions.isSame(old, now);
    }
  }

  private final class SampleTrial implements QuestionSearch.Trial {

    private final int most;
    private final List<ChangedQuestion> some = new ArrayList<>();
    private int asked;
    private int different;

    SampleTrial(int most) {
      this.most = most;
    }

    @Override
    public Went went(Facts question) {
      var both = new Both(question);
      asked++;
      if (!both.isSame()) {
        different++;
        if (some.size() < most) {
          some.add(changed(both));
        }
      }
      return new Went(both.asked(), 0);
    }

    @Override
    public boolean isOver() {
      return false;
    }
  }
}
