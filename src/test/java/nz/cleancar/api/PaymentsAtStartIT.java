package nz.cleancar.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import nz.cleancar.ledger.Done;
import nz.cleancar.ledger.payment.Payments;
import nz.cleancar.security.AccessToken;
import nz.cleancar.security.Person;
import nz.cleancar.security.PersonName;
import nz.cleancar.security.Role;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.Money;
import nz.cleancar.testing.RunningService;
import nz.cleancar.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentsAtStartIT {

  private static final Person OLIVE = new Person(new PersonName("olive"), Set.of(Role.IMPORTER));

  @Test
  void a_payment_that_nobody_asked_for_before_the_service_ended_is_received_when_it_starts(
      @TempDir Path data) {
    // Given
    AccessToken token = TestPeople.add(data, "olive", Role.IMPORTER);
    String account;
    try (var service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data)) {
      var opened =
          service
              .as(token)
              .post(
                  "/accounts",
                  """
                  {"kind": "PERSON", "name": "Olive", "email": "olive@kiwi.example",
                   "condition": "USED"}\
                  """);
      account = opened.at("/number");
      Done.done(
          service
              .bean(Payments.class)
              .start(OLIVE, new AccountNumber(account), new Money(5_000), "ACCOUNT"));
    }

    // When
    try (var service = RunningService.startOnTestClock(RunningService.SHIPPED_POLICY, data)) {

      // Then
      var payments = service.as(token).get("/accounts/" + account + "/payments");
      assertThat(payments.at("/payments/0/state")).isEqualTo("RECEIVED");
      assertThat(service.as(token).get("/accounts/" + account + "/balances").at("/money"))
          .isEqualTo("50.00");
    }
  }
}
