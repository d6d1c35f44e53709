package nz.cleancar.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nz.cleancar.notice.Notice;
import nz.cleancar.notice.NoticeKind;
import nz.cleancar.notice.PostedNotice;
import nz.cleancar.standard.AccountNumber;
import org.junit.jupiter.api.Test;

class NoticeMessageTest {

  @Test
  void what_a_mail_server_said_is_not_shown_to_a_holder() {
    // Given
    var notice =
        Notice.toHolder(
            NoticeKind.VEHICLE,
            new AccountNumber("CO2-1"),
            new Notice.Letter("office@kiwi.example", "A vehicle", "It waits."),
            "once");
    var posted =
        new PostedNotice(
            "n1",
            notice,
            Instant.EPOCH,
            PostedNotice.State.WAITING,
            1,
            "550 relay.internal says no",
            null);

    // When
    var page = NoticeMessage.Page.of(List.of(posted), 10);

    // Then
    assertThat(page.notices().getFirst().delivery().failure()).contains("relay.internal");
    assertThat(page.toHolder().notices().getFirst().delivery().failure()).isNull();
    assertThat(page.toHolder().notices().getFirst().delivery().tries()).isEqualTo(1);
  }
}
