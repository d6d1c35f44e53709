package nz.cleancar.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nz.cleancar.ledger.fleet.DirectDebit;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectDebitFileTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+64 21", "-1", "@SUM(A1)", " =1"})
  void no_holders_name_is_a_formula(String holder) {
    // Given
    var debit =
        new DirectDebit(
            "DD-CO2-1-2025",
            new AccountNumber("CO2-1"),
            holder,
            2025,
            new Money(273_375),
            LocalDate.parse("2026-03-31"),
            LocalDate.parse("2026-04-01"),
            false);

    // When
    String file = new String(DirectDebitFile.of(List.of(debit)), StandardCharsets.UTF_8);

    // Then
    assertThat(file.lines().toList())
        .element(1)
        .isEqualTo(
            "DD-CO2-1-2025,CO2-1,'%s,2025,2733.75,2026-03-31,2026-04-01,no".formatted(holder));
  }
}
