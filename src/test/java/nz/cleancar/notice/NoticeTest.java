package nz.cleancar.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nz.cleancar.standard.AccountNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a notice is made of, however hostile the text that goes into it. */
class NoticeTest {

  @Test
  void a_subject_is_one_line() {
    // When
    var notice = notice("Ngā Motukā\r\nBcc: everyone@example.com\u2028X\u0000\u202Eend");

    // Then
    assertThat(notice.subject()).isEqualTo("Ngā Motukā  Bcc: everyone@example.com X  end");
  }

  @Property
  void no_control_gets_into_a_notice(@ForAll String anything) {
    // When
    var notice = notice(anything);

    // Then
    assertThat(notice.subject().length()).isLessThanOrEqualTo(Notice.LONGEST_SUBJECT);
    assertThat(notice.subject().codePoints()).noneMatch(NoticeTest::isControl);
    assertThat(notice.text().codePoints()).noneMatch(point -> point != '\n' && isControl(point));
  }

  @Test
  void a_long_subject_is_cut_between_characters() {
    // When
    var notice = notice("x".repeat(198) + "🚗🚗");

    // Then
    assertThat(notice.subject()).isEqualTo("x".repeat(198) + "…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aroha@example.nz,eve@example.com",
        "Aroha <aroha@example.nz>",
        "aroha@example.nz\nBcc: eve@example.com",
        "aroha",
        "@example.nz",
        "aroha@localhost",
        "aroha@-example.nz",
        ""
      })
  void only_one_plain_address_is_an_address(String text) {
    // Then
    assertThat(Address.isAddress(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aroha@example.nz", "o'neil+ccs@cars.co.nz", "a.b@x-y.example.nz"})
  void a_plain_address_is_an_address(String text) {
    // Then
    assertThat(Address.isAddress(text)).isTrue();
  }

  @Test
  void a_notice_without_a_key_cannot_be() {
    // Then
    assertThatThrownBy(() -> Notice.toAgency(NoticeKind.DISPUTE, "s", "t", ""))
        .hasMessage("A notice has a key of at most 200 characters.");
  }

  private static boolean isControl(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
      default -> point == '\u2028' || point == '\u2029';
    };
  }

  private static Notice notice(String text) {
    return Notice.toHolder(
        NoticeKind.VEHICLE,
        new AccountNumber("CO2-1"),
        new Notice.Letter("aroha@example.nz", text, text),
        "n1");
  }
}
