package nz.cleancar.notice.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.context.ApplicationContext;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import nz.cleancar.database.TestDatabase;
import nz.cleancar.notice.Notice;
import nz.cleancar.notice.NoticeKind;
import nz.cleancar.notice.Outbox;
import nz.cleancar.notice.PostedNotice;
import nz.cleancar.notice.PostedNotice.State;
import nz.cleancar.notice.Postman;
import nz.cleancar.standard.AccountNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Notices over SMTP to a mail server on the loopback address. */
class SendingIT {

  private static final Outbox.Page ALL = new Outbox.Page("", 1000);

  @TempDir Path folder;

  private GreenMail server;
  private ApplicationContext service;

  @BeforeEach
  void start() throws IOException {
    server = mailServer(freePort());
    service = service(server);
  }

  @AfterEach
  void stop() {
    service.close();
    server.stop();
  }

  @Test
  void a_notice_is_delivered_with_its_text() throws Exception {
    // Given
    server.start();
    outbox().post(notice("Ngā waka e tatari ana", "Tēnā koe Māori Motors,\n\nOne waits.", "n1"));

    // When
    int taken = postman().round();

    // Then
    assertThat(taken).isEqualTo(1);
    var message = received().getFirst();
    assertThat(message.getSubject()).isEqualTo("Ngā waka e tatari ana");
    assertThat(message.getContent().toString())
        .isEqualToNormalizingNewlines("Tēnā koe Māori Motors,\n\nOne waits.");
    assertThat(message.getAllRecipients())
        .extracting(Address::toString)
        .containsExactly("aroha@example.nz");
    assertThat(message.getFrom()).extracting(Address::toString).containsExactly("ccs@example.nz");
    assertThat(message.getMessageID())
        .isEqualTo("<" + outbox().all(ALL).getFirst().id() + "@example.nz>");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void notices_wait_while_the_server_is_down_and_go_when_it_is_up() throws Exception {
    // Given
    outbox().post(notice("Waits", "Text", "n1"));
    assertThat(postman().round()).isZero();
    assertThat(outbox().in(State.WAITING, ALL))
        .singleElement()
        .satisfies(waiting -> assertThat(waiting.failure()).contains("cannot be reached"));

    // When
    server.start();
    int taken = untilTaken();

    // Then
    assertThat(taken).as(outbox().all(ALL).toString()).isEqualTo(1);
    assertThat(outbox().in(State.SENT, ALL)).hasSize(1);
  }

  @Test
  void a_hostile_name_adds_no_header_and_no_recipient() throws Exception {
    // Given
    server.start();
    String name = "Evil\r\nBcc: victim@example.com\r\n\r\n<html>\u0000\u202E";
    outbox().post(notice("A vehicle of " + name, "Dear " + name + "\n.\nQUIT", "n1"));
    outbox()
        .post(
            Notice.toHolder(
                NoticeKind.VEHICLE,
                new AccountNumber("CO2-1"),
                new Notice.Letter("a@example.nz\r\nRCPT TO:<b@example.nz>", "S", "T"),
                "n2"));

    // When
    postman().round();

    // Then
    assertThat(received()).hasSize(1);
    var message = received().getFirst();
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(message.getRecipients(Message.RecipientType.TO)).hasSize(1);
    assertThat(message.getSubject()).startsWith("A vehicle of Evil  Bcc: victim@example.com");
    assertThat(message.getContent().toString()).contains("QUIT");
    assertThat(outbox().in(State.GIVEN_UP, ALL))
        .singleElement()
        .satisfies(given -> assertThat(given.notice().once()).isEqualTo("n2"));
  }

  @Test
  void two_services_at_once_send_each_notice_once() throws Exception {
    // Given
    server.start();
    var database = TestDatabase.postgresql();
    try (var one = database.service(settings(server));
        var other = database.service(settings(server))) {
      for (int i = 0; i < 60; i++) {
        one.getBean(Outbox.class).post(notice("Notice " + i, "Text", "n" + i));
      }

      // When
      try (var threads = Executors.newFixedThreadPool(2)) {
        for (var sent :
            threads.invokeAll(
                List.of(
                    () -> one.getBean(Postman.class).round(),
                    () -> other.getBean(Postman.class).round()))) {
          sent.get();
        }
      }

      // Then
      assertThat(received()).hasSize(60);
      assertThat(received()).extracting(MimeMessage::getSubject).doesNotHaveDuplicates();
      assertThat(one.getBean(Outbox.class).in(State.SENT, ALL)).hasSize(60);
    }
  }

  @Test
  void notices_to_the_agency_go_to_its_address() throws Exception {
    // Given
    server.start();
    outbox().post(Notice.toAgency(NoticeKind.DISPUTE, "A dispute", "Of a record.", "d1"));

    // When
    postman().round();

    // Then
    assertThat(received().getFirst().getAllRecipients())
        .extracting(Address::toString)
        .containsExactly("agency@example.nz");
  }

  @Test
  void without_a_mail_server_notices_wait_to_be_read() {
    // Given
    try (var silent = TestDatabase.h2(folder.resolve("silent")).service()) {

      // When
      silent.getBean(Outbox.class).post(notice("Waits", "Text", "n1"));

      // Then
      assertThat(silent.findBean(Postman.class)).isEmpty();
      assertThat(silent.getBean(Outbox.class).all(ALL))
          .extracting(PostedNotice::state)
          .containsExactly(State.WAITING);
    }
  }

  private int untilTaken() throws InterruptedException {
    int taken = 0;
    for (int i = 0; taken == 0 && i < 100; i++) {
      Thread.sleep(100);
      taken = postman().round();
    }
    return taken;
  }

  private List<MimeMessage> received() {
    return Arrays.asList(server.getReceivedMessages());
  }

  private Outbox outbox() {
    return service.getBean(Outbox.class);
  }

  private Postman postman() {
    return service.getBean(Postman.class);
  }

  private static Notice notice(String subject, String text, String once) {
    return Notice.toHolder(
        NoticeKind.VEHICLE,
        new AccountNumber("CO2-1"),
        new Notice.Letter("aroha@example.nz", subject, text),
        once);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static GreenMail mailServer(int port) {
    return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  private ApplicationContext service(GreenMail at) {
    return TestDatabase.h2(folder).service(settings(at));
  }

  private static Map<String, Object> settings(GreenMail at) {
    return Map.of(
        "ccs.mail.host",
        "127.0.0.1",
        "ccs.mail.port",
        at.getSmtp().getServerSetup().getPort(),
        "ccs.mail.from",
        "ccs@example.nz",
        "ccs.mail.agency",
        "agency@example.nz",
        "ccs.mail.starttls",
        false,
        "ccs.mail.group",
        7,
        "ccs.mail.first-wait",
        Duration.ofMillis(50));
  }
}
