package nz.cleancar.scenario.coverage;

import static nz.cleancar.testing.Tables.is;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.policy.RuleSet;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Condition.Bound;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** What the vocabulary says is never asked is left out, unless a question asks it. */
final class UnaskedTest {

  private static final Term SCHEME =
      new Term("scheme", "Scheme", Kind.WORD, "", List.of("PAYG", "FLEET"), false, "a scheme");
  private static final Term YEAR =
      new Term("year", "Year", Kind.WHOLE, "", List.of(), false, "a year", new BigDecimal("2023"));
  private static final Term GRAMS =
      new Term("grams", "Grams", Kind.WHOLE, "", List.of(), false, "grams", BigDecimal.ZERO);
  private static final Term TARGET =
      new Term("target", "Target", Kind.WHOLE, "", List.of(), false, "a target");
  private static final Term RATE =
      new Term("rate", "Rate", Kind.WHOLE, "", List.of(), false, "a rate");

  private static final PolicyTable TARGETS =
      table("targets")
          .asks(YEAR)
          .answers(TARGET)
          .row(when(between(2023, 2029)), Value.of(145))
          .build();

  /** Its bounds of grams are asked in years without a target by nobody, and yet count. */
  private static final PolicyTable RATES =
      table("rates")
          .asks(SCHEME, YEAR, GRAMS)
          .answers(RATE)
          .row(when(is("PAYG"), between(2023, 2035), between(5, 9)), Value.of(6))
          .row(when(is("FLEET"), between(2036, 2040), between(0, 9)), Value.of(3))
          .build();

  private static final String TOGETHER =
      """
      package nz.cleancar.rules
      rule "Targets first" when Topic(name == "charge") then askTargets(known); end
      rule "Then rates" when TargetsRow() then askRates(known); end
      """;

  private static final String ALONE =
      TOGETHER + "rule \"Rates alone\" when Topic(name == \"rate\") then askRates(known); end\n";

  private static final Coverage ANSWER_TOGETHER =
      new Coverage(Map.of("year", "legalDate"), Map.of(), List.of(List.of("targets", "rates")));

  @Test
  void a_year_that_another_table_has_no_row_for_is_left_out_and_named() {
    assertThat(notAsked(ANSWER_TOGETHER, TOGETHER))
        .contains(
            "rates row 9, Year just inside 2035 (2035): targets has no row for 2035, and the tables"
                + " answer together.")
        .allMatch(each -> each.contains(", Year just "));
  }

  @Test
  void a_question_that_asks_it_nevertheless_leaves_nothing_out() {
    assertThat(notAsked(ANSWER_TOGETHER, ALONE)).isEmpty();
  }

  @Test
  void rows_for_words_that_are_not_asked_have_no_bounds_to_try() {
    // Given
    var asked =
        new Coverage(Map.of(), Map.of("rates", Map.of("scheme", List.of("PAYG"))), List.of());
    String payg =
        """
        package nz.cleancar.rules
        rule "Only PAYG" when Topic(name == "charge", word("scheme") == "PAYG") then askRates(known); end
        """;

    // Then
    assertThat(notAsked(asked, payg))
        .contains("rates row 10, Grams just inside 9 (9): rates is asked only for Scheme PAYG.")
        .allMatch(each -> each.startsWith("rates row 10, "));
    assertThat(notAsked(asked, ALONE)).isEmpty();
  }

  private static List<String> notAsked(Coverage coverage, String rules) {
    var facts = List.of("scheme", "year", "grams");
    var policy =
        new Policy(
            new PolicyVersion("sha256:" + "0".repeat(64)),
            new Vocabulary(
                Map.of("charge", facts, "rate", facts),
                List.of(SCHEME, YEAR, GRAMS, TARGET, RATE),
                coverage),
            List.of(RATES, TARGETS),
            List.of(new RuleSet("charges.drl", rules)));
    try (var compiled = ShippedPolicy.compiled(policy)) {
      return new CoverageRun(compiled)
          .report().notAsked().stream()
              .map(each -> each.side().says() + ": " + each.why())
              .toList();
    }
  }

  private static Condition between(long first, long last) {
    return new Condition.Range(new Bound(Value.of(first), true), new Bound(Value.of(last), true));
  }
}
