package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.mutation.Mutant;
import nz.cleancar.scenario.mutation.Mutants;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;

/** Every cell that a mutant has could be typed into its sheet, and is read as the mutant has it. */
class MutantCellsTest {

  private static final Policy POLICY = ShippedPolicy.read();

  @Test
  void what_a_changed_cell_says_can_be_read() throws Misread {
    for (Mutant mutant : Mutants.of(POLICY)) {
      PolicyTable table = mutant.changed();
      for (Row row : table.rows()) {
        if (!mutant.original().rows().contains(row)) {
          checkInputs(mutant, table.inputs(), row.conditions());
          checkOutcomes(mutant, table.outcomes(), row.outcomes());
        }
      }
    }
  }

  private static void checkInputs(Mutant mutant, List<Term> terms, List<Condition> conditions)
      throws Misread {
    for (int column = 0; column < terms.size(); column++) {
      var condition = conditions.get(column);
      var content =
          condition instanceof Condition.OneOf(List<Value> values) && values.size() == 1
              ? content(values.getFirst())
              : new Content.Text(condition.text());
      assertThat(new ConditionGrammar(terms.get(column)).read(content))
          .as(mutant.text())
          .isEqualTo(condition);
    }
  }

  private static void checkOutcomes(Mutant mutant, List<Term> terms, List<Value> outcomes)
      throws Misread {
    for (int column = 0; column < terms.size(); column++) {
      assertThat(
              new OutcomeGrammar(terms.get(column), POLICY.vocabulary())
                  .read(content(outcomes.get(column))))
          .as(mutant.text())
          .isEqualTo(outcomes.get(column));
    }
  }

  private static Content content(Value value) {
    return switch (value) {
      case Value.Whole(long number) -> new Content.Numeric(BigDecimal.valueOf(number));
      case Value.Decimal(BigDecimal number) -> new Content.Numeric(number);
      case Value.Day(var date) -> new Content.Day(date);
      case Value.YesNo(boolean yes) -> new Content.Truth(yes);
      case Value.Word _, Value.Words _, Value.Sentence _ -> new Content.Text(value.text());
    };
  }
}
