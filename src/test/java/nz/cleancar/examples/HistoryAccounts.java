package nz.cleancar.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import nz.cleancar.examples.HistoryModel.Vehicle;
import nz.cleancar.testing.RunningService.Answer;
import nz.cleancar.testing.RunningService.SignedIn;

/** The four accounts of a history: used and new, pay as you go and fleet average. */
final class HistoryAccounts {

  private final Importing at;
  private final List<Importer> importers = new ArrayList<>();
  private final List<Asked> done = new ArrayList<>();
  private LocalDate today;
  private int keys;

  /** An account, whose it is, and its vehicles by id. */
  record Importer(
      String number,
      SignedIn owner,
      boolean isNew,
      boolean isFleet,
      boolean acceptsBelow,
      boolean acceptsAbove,
      HistoryModel model,
      Map<String, Car> cars) {

    boolean acceptsByItself(Vehicle vehicle) {
      return vehicle.owes() ? acceptsAbove : acceptsBelow;
    }
  }

  /** A vehicle and the step that it is at. */
  record Car(Vehicle vehicle, String step) {}

  /** A request that was done, and what was answered. */
  private record Asked(SignedIn who, String method, String path, String body, Answer answer) {

    String key() {
      return answer.response().request().headers().firstValue("Idempotency-Key").orElseThrow();
    }
  }

  /**
   * Opens the accounts.
   *
   * @param unverified which of them is not verified
   */
  HistoryAccounts(Importing at, LocalDate from, int unverified, HistoryTotals totals) {
    this.at = at;
    goTo(from);
    for (int i = 0; i < 4; i++) {
      boolean isNew = i % 2 == 1;
      boolean isFleet = i >= 2;
      SignedIn owner = i == 0 || i == 3 ? at.mere : at.paul;
      String number = at.opened(owner, isNew ? "NEW" : "USED");
      boolean isVerified = i != unverified;
      if (isVerified) {
        at.verified(owner, number);
      }
      if (isFleet) {
        inFleetAverage(owner, number);
      }
      boolean acceptsBelow = i != 1;
      boolean acceptsAbove = i == 3;
      if (acceptsBelow) {
        at.acceptsByItself(owner, number);
      }
      if (acceptsAbove) {
        Importing.done(
            owner.send(
                "PATCH", "/accounts/" + number, "{\"autoAccept\": {\"aboveTarget\": true}}"));
      }
      importers.add(
          new Importer(
              number,
              owner,
              isNew,
              isFleet,
              acceptsBelow,
              acceptsAbove,
              new HistoryModel(isNew, isFleet, isVerified, totals),
              new LinkedHashMap<>()));
    }
  }

  private void inFleetAverage(SignedIn owner, String number) {
    String path = "/accounts/" + number + "/fleet-average-applications";
    String id =
        Importing.done(
                owner.post(
                    path,
                    """
                    {"applicant": "We import.", "relatedParties": "None.", "insolvency": "None."}"""))
            .at("/id");
    Importing.done(
        at.agency.post(
            path + "/" + id + "/decision",
            "{\"approved\": true, \"firstDay\": \"%s\", \"reason\": \"Sound.\"}".formatted(today)));
  }

  Importing at() {
    return at;
  }

  LocalDate today() {
    return today;
  }

  void goTo(LocalDate day) {
    today = day;
    at.today(day.toString());
  }

  Importer get(int account) {
    return importers.get(account);
  }

  List<Importer> all() {
    return importers;
  }

  /** The account, or the first one after it of which this holds. */
  Importer first(int account, Predicate<Importer> holds) {
    return IntStream.range(account, account + importers.size())
        .mapToObj(i -> importers.get(i % importers.size()))
        .filter(holds)
        .findFirst()
        .orElseGet(() -> importers.get(account));
  }

  /** Asks with a key of its own. */
  Answer ask(SignedIn who, String method, String path, String body) {
    String key = "history-" + importers.getFirst().number + "-" + ++keys;
    Answer answer = who.send(method, path, body, "Idempotency-Key", key);
    assertThat(answer.status()).as(answer.body()).isLessThan(500);
    if (isDone(answer)) {
      done.add(new Asked(who, method, path, body, answer));
    }
    return answer;
  }

  Answer post(SignedIn who, String path, String body) {
    return ask(who, "POST", path, body);
  }

  static boolean isDone(Answer answer) {
    return answer.status() / 100 == 2;
  }

  /** Whether it was done is as expected; in a word. */
  static String expect(Answer answer, boolean isDone) {
    assertThat(isDone(answer)).as(answer.body()).isEqualTo(isDone);
    return isDone ? "done" : "refused: " + answer.at("/reasons/0/code");
  }

  /** Asks for something again that was done: nothing changes, and the same is answered. */
  String again(HistoryStep.Again again) {
    if (done.isEmpty()) {
      return "nothing was asked";
    }
    Asked first = done.get(again.pick() % done.size());
    Answer second =
        first.who.send(first.method, first.path, first.body, "Idempotency-Key", first.key());
    assertThat(second.status()).isEqualTo(first.answer.status());
    assertThat(second.body()).isEqualTo(first.answer.body());
    return first.method + " " + first.path + " " + first.body;
  }

  /** A decimal text in so many decimal places, as a whole number. */
  static long number(String decimal, int places) {
    return new BigDecimal(decimal).movePointRight(places).longValueExact();
  }

  /** Dollars in cents; none where there are none. */
  static long cents(JsonNode amount) {
    return amount.isMissingNode() ? 0 : number(amount.asText(), 2);
  }
}
