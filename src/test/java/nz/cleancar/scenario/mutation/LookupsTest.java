package nz.cleancar.scenario.mutation;

import static nz.cleancar.testing.Tables.any;
import static nz.cleancar.testing.Tables.table;
import static nz.cleancar.testing.Tables.term;
import static nz.cleancar.testing.Tables.when;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nz.cleancar.policy.Run;
import nz.cleancar.policy.Watched;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Value;
import org.junit.jupiter.api.Test;

/** What cases ask is held by question, in memory that grows with the cases and no faster. */
class LookupsTest {

  /** As bits these would be more than five gigabytes, which the tests' memory does not hold. */
  private static final int CASES = 300_000;

  private static final PolicyTable BEFORE = answering("A");
  private static final PolicyTable AFTER = answering("B");

  @Test
  void cases_that_all_ask_something_else_are_held_and_found_again() {
    // Given
    var lookups = new Lookups();

    // When
    for (int number = 0; number < CASES; number++) {
      lookups.add(number, asking(number));
    }

    // Then
    assertThat(lookups.concerned(BEFORE, AFTER).cardinality()).isEqualTo(CASES);
  }

  @Test
  void cases_that_ask_the_same_are_each_found_once() {
    // Given
    var lookups = new Lookups();

    // When
    lookups.add(2, asking(7, 7));
    lookups.add(5, asking(8, 7));
    lookups.add(9, asking(7));

    // Then
    assertThat(lookups.concerned(BEFORE, AFTER).stream()).containsExactly(2, 5, 9);
    assertThat(lookups.concerned(BEFORE, BEFORE).isEmpty()).isTrue();
  }

  private static PolicyTable answering(String word) {
    return table("rates")
        .asks(term("number", Kind.WHOLE))
        .answers(term("rate", Kind.WORD))
        .row(when(any()), Value.of(word))
        .build();
  }

  private static Watched asking(long... numbers) {
    return new Watched(
        new Run(Map.of(), List.of(), List.of(), List.of()),
        Arrays.stream(numbers)
            .mapToObj(
                number ->
                    new Watched.Lookup(
                        BEFORE, List.of(Optional.of(Value.of(number))), BEFORE.rows()))
            .toList(),
        Set.of());
  }
}
