package nz.cleancar.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import nz.cleancar.notice.Mail.Delivery;
import nz.cleancar.notice.PostedNotice.State;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import org.junit.jupiter.api.Test;

/** How notices are sent, whatever carries them. */
class PostmanTest {

  private static final Outbox.Page ALL = new Outbox.Page("", 100);
  private static final Postman.Settings SETTINGS =
      new Postman.Settings(
          2, Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofMinutes(5), 6);

  private final InMemoryNotices notices = new InMemoryNotices();
  private final List<String> handedOver = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");
  private Function<Notice, Delivery> server = _ -> new Delivery.Taken();
  private boolean isAway;
  private boolean breaksAfterEach;
  private boolean hangsUp;
  private boolean reachesAgency = true;
  private final Postman postman =
      new Postman(
          notices,
          new FakeMail(),
          new NewZealand(((InstantSource) () -> now).withZone(ZoneOffset.UTC)),
          SETTINGS);

  @Test
  void every_notice_that_is_due_is_sent_once() {
    // Given
    for (int i = 0; i < 5; i++) {
      notices.post(notice("n" + i));
    }

    // When
    int taken = postman.round() + postman.round();

    // Then
    assertThat(taken).isEqualTo(5);
    assertThat(handedOver).containsExactly("n0", "n1", "n2", "n3", "n4");
    assertThat(notices.in(State.SENT, ALL)).hasSize(5);
  }

  @Test
  void a_notice_that_is_posted_again_is_not_told_again() {
    // Given
    notices.post(notice("same"));

    // When
    boolean again = notices.post(notice("same"));

    // Then
    assertThat(again).isFalse();
    assertThat(postman.round()).isEqualTo(1);
  }

  @Test
  void waits_grow_until_the_notice_is_given_up() {
    // Given
    notices.post(notice("unlucky"));
    server = _ -> new Delivery.Later("The mailbox is busy.");
    var tried = new ArrayList<Long>();
    var begun = now;

    // When
    for (int minute = 0; minute < 60; minute++) {
      int before = handedOver.size();
      postman.round();
      if (handedOver.size() > before) {
        tried.add(Duration.between(begun, now).toMinutes());
      }
      now = now.plus(Duration.ofMinutes(1));
    }

    // Then
    assertThat(tried).containsExactly(0L, 1L, 3L, 7L, 12L, 17L);
    assertThat(notices.all(ALL))
        .singleElement()
        .satisfies(
            given -> {
              assertThat(given.state()).isEqualTo(State.GIVEN_UP);
              assertThat(given.tries()).isEqualTo(6);
              assertThat(given.failure()).isEqualTo("The mailbox is busy.");
            });
  }

  @Test
  void what_a_server_will_never_take_is_given_up_at_once() {
    // Given
    notices.post(notice("nobody"));
    server = _ -> new Delivery.Never("No such mailbox.");

    // When
    postman.round();

    // Then
    assertThat(notices.in(State.GIVEN_UP, ALL)).hasSize(1);
  }

  @Test
  void notices_wait_while_the_server_is_away() {
    // Given
    notices.post(notice("a"));
    notices.post(notice("b"));
    isAway = true;
    postman.round();
    assertThat(handedOver).isEmpty();

    // When
    isAway = false;
    now = now.plus(Duration.ofMinutes(1));
    postman.round();

    // Then
    assertThat(handedOver).containsExactly("a", "b");
  }

  @Test
  void a_connection_that_breaks_costs_only_the_notice_under_way() {
    // Given
    notices.post(notice("breaks it"));
    notices.post(notice("comes after"));
    breaksAfterEach = true;
    server =
        notice ->
            notice.once().equals("breaks it")
                ? new Delivery.Later("The connection was lost.")
                : new Delivery.Taken();

    // When
    postman.round();

    // Then
    assertThat(notices.in(State.SENT, ALL))
        .singleElement()
        .satisfies(sent -> assertThat(sent.tries()).isEqualTo(1));
    assertThat(notices.in(State.WAITING, ALL))
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.tries()).isEqualTo(1));
  }

  @Test
  void a_server_that_hangs_up_at_once_is_left_alone_until_the_next_round() {
    // Given
    notices.post(notice("patient"));
    hangsUp = true;
    postman.round();
    assertThat(handedOver).isEmpty();

    // When
    hangsUp = false;
    int taken = postman.round();

    // Then
    assertThat(taken).isEqualTo(1);
    assertThat(notices.in(State.SENT, ALL)).allSatisfy(n -> assertThat(n.tries()).isEqualTo(1));
  }

  @Test
  void a_claim_that_is_about_to_end_is_let_go() {
    // Given
    notices.post(notice("slow"));
    notices.post(notice("late"));
    server =
        _ -> {
          now = now.plus(Duration.ofMinutes(6));
          return new Delivery.Taken();
        };

    // When
    int taken = postman.round();

    // Then
    assertThat(taken).isEqualTo(2);
    assertThat(handedOver).containsExactly("slow", "late");
    assertThat(notices.in(State.SENT, ALL)).allSatisfy(n -> assertThat(n.tries()).isEqualTo(1));
  }

  @Test
  void notices_to_the_agency_wait_where_it_has_no_address() {
    // Given
    notices.post(Notice.toAgency(NoticeKind.DISPUTE, "A dispute", "Of a record.", "d1"));
    reachesAgency = false;

    // When
    int taken = postman.round();

    // Then
    assertThat(taken).isZero();
    assertThat(notices.in(State.WAITING, ALL)).hasSize(1);
  }

  private static Notice notice(String once) {
    return Notice.toHolder(
        NoticeKind.VEHICLE,
        new AccountNumber("CO2-1"),
        new Notice.Letter("aroha@example.nz", "A vehicle waits", "It waits."),
        once);
  }

  private final class FakeMail implements Mail {

    @Override
    public Connection connect() throws Away {
      if (isAway) {
        throw new Away("The mail server is away.");
      }
      return new FakeConnection();
    }

    @Override
    public boolean reachesAgency() {
      return reachesAgency;
    }
  }

  private final class FakeConnection implements Mail.Connection {

    private boolean isOpen = !hangsUp;

    @Override
    public Delivery deliver(String id, Notice notice) {
      handedOver.add(notice.once());
      isOpen = !breaksAfterEach;
      return server.apply(notice);
    }

    @Override
    public boolean isOpen() {
      return isOpen;
    }

    @Override
    public void close() {
      isOpen = false;
    }
  }
}
