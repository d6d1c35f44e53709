package nz.cleancar.scenario.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.Answer;
import nz.cleancar.scenario.Expectation;
import nz.cleancar.scenario.Expectation.TableRow;

/** Expectations that say what a policy answers today. */
final class Today {

  private final Policy policy;

  /** What tables conclude. */
  private final Set<String> outcomes = new HashSet<>();

  Today(Policy policy) {
    this.policy = policy;
    policy.tables().forEach(table -> table.outcomes().forEach(term -> outcomes.add(term.name())));
  }

  /**
   * The outcome and its reasons; of the tables, the rows that answered and what they conclude; and
   * all that rules conclude.
   *
   * @param topic what the question is about
   * @param tables the tables that the case is about
   */
  List<Expectation> expectations(
      String topic, Answer answer, List<PolicyTable> tables, Place place) {
    var all = new ArrayList<Expectation>();
    all.add(new Expectation.Outcome(place, answer.outcome()));
    all.add(new Expectation.ReasonCodes(place, answer.reasonCodes()));
    var ids = tables.stream().map(PolicyTable::id).toList();
    List<TableRow> rows =
        answer.rows().stream().filter(row -> ids.contains(row.table())).distinct().toList();
    if (!rows.isEmpty()) {
      all.add(new Expectation.RowsUsed(place, rows));
    }
    if (!answer.outcome().equals(Answer.UNDECIDED)) {
      var wanted = concluded(topic);
      tables.forEach(table -> table.outcomes().forEach(term -> wanted.add(term.name())));
      policy.vocabulary().terms().stream()
          .filter(term -> wanted.contains(term.name()))
          .flatMap(term -> value(term, answer, place).stream())
          .forEach(all::add);
    }
    return all;
  }

  /** What neither the question nor a table says, but for the years of days. */
  private Set<String> concluded(String topic) {
    var concluded = new HashSet<String>();
    policy.vocabulary().terms().forEach(term -> concluded.add(term.name()));
    concluded.removeAll(outcomes);
    concluded.removeAll(policy.vocabulary().topics().getOrDefault(topic, List.of()));
    concluded.removeAll(policy.vocabulary().coverage().years().keySet());
    return concluded;
  }

  private static Optional<Expectation> value(Term term, Answer answer, Place place) {
    return answer
        .run()
        .value(term.name())
        .map(
            value ->
                switch (value) {
                  case Value.Whole(long number) -> amount(term, BigDecimal.valueOf(number), place);
                  case Value.Decimal(BigDecimal number) -> amount(term, number, place);
                  case Value.Word _, Value.Words _, Value.Day _, Value.YesNo _, Value.Sentence _ ->
                      new Expectation.Same(place, term, value);
                });
  }

  private static Expectation amount(Term term, BigDecimal number, Place place) {
    return new Expectation.Amount(place, term, number, BigDecimal.ZERO);
  }
}
