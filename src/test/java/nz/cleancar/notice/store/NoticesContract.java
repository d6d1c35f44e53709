package nz.cleancar.notice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.notice.Notice;
import nz.cleancar.notice.NoticeKind;
import nz.cleancar.notice.Outbox;
import nz.cleancar.notice.PostedNotice;
import nz.cleancar.notice.PostedNotice.State;
import nz.cleancar.notice.Unsent;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.NewZealand;
import nz.cleancar.work.AllOrNothing;
import nz.cleancar.work.Attempt;
import nz.cleancar.work.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What notices do, whichever database they are in. */
abstract class NoticesContract {

  private static final AccountNumber ACCOUNT = new AccountNumber("CO2-1");
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Outbox.Page ALL = new Outbox.Page("", 1000);

  private ApplicationContext service;
  private Outbox outbox;
  private Unsent unsent;
  private AllOrNothing work;
  private Instant later;

  abstract TestDatabase database();

  @BeforeEach
  void start() {
    service = database().service();
    outbox = service.getBean(Outbox.class);
    unsent = service.getBean(Unsent.class);
    work = service.getBean(AllOrNothing.class);
    later = service.getBean(NewZealand.class).now().plus(1, ChronoUnit.HOURS);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void a_notice_is_kept_with_what_it_tells_of_or_not_at_all() {
    // When
    Attempt<Boolean> done = work.attempt(() -> Attempt.done(outbox.post(notice("done"))));
    Attempt<Boolean> undone =
        work.attempt(
            () -> {
              outbox.post(notice("undone"));
              return Attempt.refused(Refusal.refused("no", "No."));
            });

    // Then
    assertThat(done).isEqualTo(Attempt.done(true));
    assertThat(undone).isInstanceOf(Attempt.Refused.class);
    assertThat(outbox.all(ALL)).extracting(PostedNotice::notice).containsExactly(notice("done"));
  }

  @Test
  void a_key_is_told_once() {
    // Given
    outbox.post(notice("same"));

    // When
    boolean again = outbox.post(notice("same"));

    // Then
    assertThat(again).isFalse();
    assertThat(outbox.all(ALL)).hasSize(1);
  }

  @Test
  void a_claimed_notice_is_nobody_elses_until_the_claim_ends() {
    // Given
    post(3);

    // When
    var first = unsent.claim(2, later, LEASE, true);
    var second = unsent.claim(2, later, LEASE, true);
    var none = unsent.claim(2, later, LEASE, true);
    var again = unsent.claim(5, later.plus(LEASE), LEASE, true);

    // Then
    assertThat(first).hasSize(2);
    assertThat(second).hasSize(1);
    assertThat(none).isEmpty();
    assertThat(again).hasSize(3).allSatisfy(claim -> assertThat(claim.tries()).isEqualTo(2));
  }

  @Test
  void what_becomes_of_a_notice_is_kept() {
    // Given
    post(4);
    var claims = unsent.claim(4, later, LEASE, true);

    // When
    unsent.sent(claims.get(0), later);
    unsent.putOff(claims.get(1), "Busy.", later.plusSeconds(60));
    unsent.giveUp(claims.get(2), "x".repeat(600));
    unsent.release(claims.get(3), later);

    // Then
    assertThat(outbox.in(State.SENT, ALL))
        .singleElement()
        .satisfies(sent -> assertThat(sent.delivered()).contains(later));
    assertThat(outbox.in(State.GIVEN_UP, ALL))
        .singleElement()
        .satisfies(given -> assertThat(given.failure()).hasSize(500));
    assertThat(outbox.in(State.WAITING, ALL))
        .extracting(PostedNotice::failure, PostedNotice::tries)
        .containsExactlyInAnyOrder(tuple("Busy.", 1), tuple("", 0));
    assertThat(unsent.claim(4, later, LEASE, true)).hasSize(1);
  }

  @Test
  void whoever_lost_a_claim_does_not_undo_anothers_word() {
    // Given
    post(1);
    var lost = unsent.claim(1, later, LEASE, true).getFirst();
    var held = unsent.claim(1, later.plus(LEASE), LEASE, true).getFirst();
    unsent.sent(held, later.plus(LEASE));

    // When
    unsent.giveUp(lost, "Too late.");

    // Then
    assertThat(outbox.all(ALL)).extracting(PostedNotice::state).containsExactly(State.SENT);
  }

  @Test
  void senders_at_once_never_claim_the_same_notice() throws Exception {
    // Given
    post(40);
    Callable<List<String>> sender =
        () -> {
          var mine = new ArrayList<String>();
          for (var claims = unsent.claim(3, later, LEASE, true);
              !claims.isEmpty();
              claims = unsent.claim(3, later, LEASE, true)) {
            claims.forEach(claim -> unsent.sent(claim, later));
            claims.forEach(claim -> mine.add(claim.id()));
          }
          return mine;
        };

    // When
    List<String> claimed = atOnce(4, sender);

    // Then
    assertThat(claimed).doesNotHaveDuplicates().hasSize(40);
  }

  @Test
  void lists_go_on_after_the_last_that_was_seen() {
    // Given
    post(5);
    outbox.post(Notice.toAgency(NoticeKind.DISPUTE, "About no account", "Text", "other"));
    outbox.post(Notice.toAgency(NoticeKind.DISPUTE, ACCOUNT, "About it", "Text", "agency's"));

    // When
    var first = outbox.toHolderOf(ACCOUNT, new Outbox.Page("", 3));
    var rest = outbox.toHolderOf(ACCOUNT, new Outbox.Page(first.getLast().id(), 3));

    // Then
    assertThat(first).extracting(each -> each.notice().once()).containsExactly("n4", "n3", "n2");
    assertThat(rest).extracting(each -> each.notice().once()).containsExactly("n1", "n0");
    assertThat(outbox.all(ALL)).hasSize(7);
  }

  @Test
  void hostile_text_is_kept_whole() {
    // Given
    var notice =
        Notice.toHolder(
            NoticeKind.ACCOUNT,
            ACCOUNT,
            new Notice.Letter(
                "aroha@example.nz",
                "Ngā '); drop table notice; -- 🚗 \u0000 \uD800",
                "=cmd|' /C calc'!A0\n\u0007"),
            "hostile");

    // When
    outbox.post(notice);

    // Then
    assertThat(outbox.all(ALL)).extracting(PostedNotice::notice).containsExactly(notice);
  }

  private void post(int notices) {
    IntStream.range(0, notices).forEach(i -> outbox.post(notice("n" + i)));
  }

  private static List<String> atOnce(int threads, Callable<List<String>> task)
      throws InterruptedException, ExecutionException {
    try (var executor = Executors.newFixedThreadPool(threads)) {
      var all = new ArrayList<String>();
      for (var each : executor.invokeAll(Collections.nCopies(threads, task))) {
        all.addAll(each.get());
      }
      return all;
    }
  }

  private static Notice notice(String once) {
    return Notice.toHolder(
        NoticeKind.VEHICLE,
        ACCOUNT,
        new Notice.Letter("aroha@example.nz", "A vehicle waits", "It waits."),
        once);
  }
}
