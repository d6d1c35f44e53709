package nz.cleancar.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.util.stream.Stream;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.decision.DecisionLog;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.standard.Money;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.PolicyCopy;
import nz.cleancar.testing.ShippedPolicy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Impact over the decision log in a database. */
class ImpactsIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"H2", "PostgreSQL"})
  void logged_decisions_are_decided_again_under_both_policies(String database) {
    // Given
    var draft = PolicyCopy.of(ShippedPolicy.FOLDER, folder.resolve("draft"));
    draft.table("charge-rates").change("D17", 27);
    try (ApplicationContext service = database(database).service();
        CompiledPolicy live = ShippedPolicy.compiled();
        CompiledPolicy other = ShippedPolicy.compiled(draft.folder())) {
      var logged = new LoggedQuestions(service.getBean(DecisionLog.class));
      var ids =
          Stream.of("150", "118.6", "100")
              .map(grams -> logged.keep(VehicleCondition.USED, Scheme.PAYG, grams))
              .toList();

      // When
      var impact = service.getBean(Impacts.class).of(live, other);

      // Then
      assertThat(impact.decidedAgain()).isEqualTo(3);
      assertThat(impact.changed().decisions()).isEqualTo(2);
      assertThat(impact.changed().chargesBefore()).isEqualTo(new Money(248_40 + 60_00));
      assertThat(impact.changed().chargesAfter()).isEqualTo(new Money(1_117_80 + 270_00));
      assertThat(impact.examples())
          .extracting(Impact.Example::id)
          .containsExactly(ids.get(0), ids.get(1));
    }
  }

  private TestDatabase database(String name) {
    return name.equals("H2") ? TestDatabase.h2(folder) : TestDatabase.postgresql();
  }
}
