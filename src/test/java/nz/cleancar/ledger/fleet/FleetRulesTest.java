package nz.cleancar.ledger.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import nz.cleancar.decision.Unruled;
import nz.cleancar.ledger.ATestLedger;
import nz.cleancar.ledger.FleetSum;
import nz.cleancar.ledger.LedgerRules;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fleets owe and earn is the policy's to say. */
class FleetRulesTest {

  @TempDir private Path folder;

  @Test
  void the_day_whose_law_gives_the_rate_and_the_day_of_the_credits_are_the_rules_to_say()
      throws IOException {
    // Given
    var copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
    Path rules = copy.folder().resolve("rules/fleet-settlement.drl");
    Files.writeString(
        rules,
        Files.readString(rules)
            .replace(
                "LocalDate lastDay = LocalDate.of((int) known.whole(\"year\"), 12, 31);",
                "LocalDate lastDay = LocalDate.of((int) known.whole(\"year\") + 1, 6, 30);"));

    try (var changed = ShippedPolicy.compiled(folder)) {
      // When
      FleetRules.Said said = in(changed).on(VehicleCondition.NEW, above(2025));

      // Then: 40.5 g at the 15 dollars of 2026
      assertThat(said.basis().legalDate()).isEqualTo(LocalDate.of(2026, 6, 30));
      assertThat(said.basis().ratePerGram()).isEqualByComparingTo("15");
      assertThat(said.earnedOn()).isEqualTo(LocalDate.of(2026, 6, 30));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "G9, deferralWay, NONE,  a charge may be deferred",
    "G9, deferralWay, LATER, nobody knows how that is done",
    "E9, afterDue,    LATER, nobody knows how that is done",
  })
  void a_way_that_nobody_knows_is_no_way(String cell, String name, String way, String because)
      throws IOException {
    // Given
    var copy = PolicyCopy.of(ShippedPolicy.FOLDER, folder);
    copy.table("fleet-settlement").change(cell, way);
    Path words = copy.folder().resolve("rules/vocabulary.yml");
    Files.writeString(
        words,
        Files.readString(words)
            .replace("[NONE, NEXT_YEARS_FLEET,", "[NONE, LATER, NEXT_YEARS_FLEET,")
            .replace("[DIRECT_DEBIT]", "[DIRECT_DEBIT, LATER]"));

    try (var changed = ShippedPolicy.compiled(folder)) {
      // When
      var asking = assertThatThrownBy(() -> in(changed).on(VehicleCondition.NEW, above(2025)));

      // Then
      asking
          .isInstanceOf(Unruled.class)
          .hasMessage("About fleet-settlement, `%s` is %s, but %s.".formatted(name, way, because));
    }
  }

  private static FleetRules in(CompiledPolicy policy) {
    var rulings = ATestLedger.rulings(policy);
    return new FleetRules(rulings, new LedgerRules(rulings));
  }

  private static FleetSum above(int year) {
    return new FleetSum(year, 1, new BigDecimal("105"), new BigDecimal("145.5"), -405, -405);
  }
}
