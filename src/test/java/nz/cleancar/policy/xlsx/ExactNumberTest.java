package nz.cleancar.policy.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stored number is the number that was typed. */
class ExactNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0.0343, 0.0343",
    "3.4299999999999997E-2, 0.0343",
    "3.4300000000000004E-2, 0.034300000000000004",
    "112.59999999999999, 112.6",
    "0.10000000000000001, 0.1",
    "123456789012345, 123456789012345",
    "1234567890123456, 1234567890123456",
    "1.5E+3, 1500",
    "1E-6, 0.000001",
    "-7, -7",
    "0, 0",
    "1., 1",
    "100000000000000000000, 100000000000000000000"
  })
  void it_is_read_to_the_digit(String stored, BigDecimal number) {
    assertThat(ExactNumber.of(stored))
        .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1,5",
        "0x10",
        "NaN",
        "Infinity",
        "1e",
        "1E1000",
        "--1",
        "1 2",
        "１",
        ".5"
      })
  void what_is_no_number_is_none(String stored) {
    assertThat(ExactNumber.of(stored)).isEmpty();
  }

  @Property
  void what_a_spreadsheet_keeps_as_floating_point_comes_back_as_typed(
      @ForAll @LongRange(min = -999_999_999_999L, max = 999_999_999_999L) long millionths) {
    // Given
    var typed = BigDecimal.valueOf(millionths, 6);
    String stored = "%.16e".formatted(typed.doubleValue());

    // When
    var read = ExactNumber.of(stored);

    // Then
    assertThat(read).hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo(typed));
  }
}
