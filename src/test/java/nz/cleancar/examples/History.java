package nz.cleancar.examples;

import static nz.cleancar.examples.HistoryAccounts.expect;
import static nz.cleancar.examples.HistoryAccounts.isDone;
import static nz.cleancar.examples.HistoryAccounts.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nz.cleancar.examples.HistoryAccounts.Importer;
import nz.cleancar.testing.RunningService.Answer;

/** A history of four accounts of their own: each step over HTTP, and in the model beside it. */
final class History {

  private static final Pattern NOT_DONE =
      Pattern.compile(
          "(refused|nothing |there are no|it was opened|the account is closed|no later|accepted \\[]"
              + "|done \\[]).*",
          Pattern.DOTALL);
  private static final LocalDate LAST_DAY = LocalDate.of(2029, 12, 31);

  private final HistoryTotals totals = new HistoryTotals();
  private final HistoryAccounts accounts;
  private final HistoryVehicles vehicles;
  private final HistoryPayments payments;
  private final HistoryTransfers transfers;
  private final List<String> story = new ArrayList<>();

  /**
   * Opens the accounts: used and new, pay as you go and fleet average.
   *
   * @param unverified which of them is not verified
   */
  History(Importing at, HistoryPayments.Provider provider, LocalDate from, int unverified) {
    accounts = new HistoryAccounts(at, from, unverified, totals);
    vehicles = new HistoryVehicles(accounts);
    payments = new HistoryPayments(accounts, provider);
    transfers = new HistoryTransfers(accounts);
    story.add(
        "%s: from here, %s is not verified".formatted(from, accounts.get(unverified).number()));
  }

  /** The accounts' numbers. */
  List<String> numbers() {
    return accounts.all().stream().map(Importer::number).toList();
  }

  HistoryTotals totals() {
    return totals;
  }

  /** The credits that the accounts hold, and those that are over and not ended. */
  long held() {
    return accounts.all().stream().mapToLong(each -> each.model().credits().held()).sum();
  }

  long cents() {
    return accounts.all().stream().mapToLong(each -> each.model().cents()).sum();
  }

  /** The history so far, a step a line. */
  String story() {
    return String.join("\n", story);
  }

  /**
   * Does a step, and looks whether every account stands as the model has it.
   *
   * @return whether it was done; it may have been refused, or there was nothing to do it with
   */
  boolean take(HistoryStep step) {
    story.add(accounts.today() + ": " + step);
    String what =
        switch (step) {
          case HistoryStep.Import imported -> vehicles.imports(imported);
          case HistoryStep.Accept accepted -> vehicles.accepts(accepted);
          case HistoryStep.PayIn paid -> payments.paysIn(paid);
          case HistoryStep.ProviderSays says -> payments.say(says);
          case HistoryStep.Reconcile _ -> payments.reconcile();
          case HistoryStep.Refund refund -> payments.refunds(refund);
          case HistoryStep.Offer offer -> transfers.offers(offer);
          case HistoryStep.Agree agreed -> transfers.agrees(agreed);
          case HistoryStep.End ended -> transfers.ends(ended);
          case HistoryStep.Settle settled -> payments.settles(settled);
          case HistoryStep.SettleYear settled -> settlesYear(yearsAgo(settled.yearsBack()));
          case HistoryStep.Defer deferred -> defers(deferred);
          case HistoryStep.Suspend suspended -> suspends(suspended);
          case HistoryStep.Lift lifted -> lifts(suspended(lifted.account()));
          case HistoryStep.Dispute disputed -> vehicles.disputes(disputed);
          case HistoryStep.Resolve resolved -> vehicles.resolves(resolved);
          case HistoryStep.Later later -> goesTo(accounts.today().plusDays(later.days()));
          case HistoryStep.NextYear next ->
              goesTo(LocalDate.of(accounts.today().getYear() + 1, 1, next.day()));
          case HistoryStep.EndCredits _ -> transfers.endsCredits();
          case HistoryStep.DailyDuties _ -> doesDuties();
          case HistoryStep.Close closed -> closes(closed);
          case HistoryStep.Again again -> accounts.again(again);
        };
    story.set(story.size() - 1, story.getLast() + " -> " + what);
    accounts.all().forEach(this::compare);
    return !NOT_DONE.matcher(what).matches();
  }

  /** A year so many years ago, of those that the standard has. */
  private int yearsAgo(int years) {
    return Math.max(2022, accounts.today().getYear() - years);
  }

  private String settlesYear(int year) {
    Answer answer = accounts.at().agency.post("/agency/fleet-years/" + year + "/settlements", "");
    String said = expect(answer, year < accounts.today().getYear());
    if (isDone(answer)) {
      yearIsSettled(year);
    }
    return said + " " + year;
  }

  private void yearIsSettled(int year) {
    accounts.all().forEach(each -> each.model().settleYear(accounts.today(), each.number(), year));
  }

  /** Each duty once a day; an earlier history may have had the same day. */
  private String doesDuties() {
    Answer answer = Importing.done(accounts.at().agency.post("/agency/duties", ""));
    var done = new ArrayList<String>();
    for (JsonNode duty : answer.json().at("/duties")) {
      assertThat(duty.at("/outcome").asText()).as(answer.body()).isNotEqualTo("FAILED");
      if (duty.at("/outcome").asText().equals("DONE")) {
        done.add(duty.at("/duty").asText());
      }
    }
    if (done.contains("RECONCILE_PAYMENTS")) {
      payments.reconciled();
    }
    if (done.contains("EXPIRE_CREDITS")) {
      accounts.all().forEach(each -> each.model().endCredits(accounts.today()));
    }
    if (done.contains("SETTLE_FLEETS")) {
      IntStream.range(2023, accounts.today().getYear()).forEach(this::yearIsSettled);
    }
    return "done " + done;
  }

  private String defers(HistoryStep.Defer deferred) {
    boolean ofLastYear = deferred.yearsBack() == 1;
    if (ofLastYear && accounts.today().getMonthValue() > 3) {
      goesTo(LocalDate.of(accounts.today().getYear() + 1, 1, 15));
    }
    Importer of =
        accounts.first(deferred.account(), each -> each.isFleet() && (each.isNew() || !ofLastYear));
    int year = yearsAgo(deferred.yearsBack());
    Answer answer =
        accounts.post(
            of.owner(), "/accounts/" + of.number() + "/fleet-years/" + year + "/deferral", "");
    return expect(answer, of.model().defer(accounts.today(), of.number(), year)) + " " + year;
  }

  private String suspends(HistoryStep.Suspend suspended) {
    Importer of = accounts.get(suspended.account());
    LocalDate to = accounts.today().plusDays(suspended.days());
    Answer answer =
        accounts.post(
            accounts.at().agency,
            "/accounts/" + of.number() + "/suspensions",
            """
            {"ground": "CONVICTION", "firstDay": "%s", "lastDay": "%s", "reason": "Convicted."}"""
                .formatted(accounts.today(), to));
    return expect(answer, of.model().suspend(accounts.today(), to)) + " to " + to;
  }

  /** Mostly one that is suspended. */
  private Importer suspended(int account) {
    return accounts.first(
        account, each -> !each.model().isActive(accounts.today()) && !each.model().isClosed());
  }

  private String lifts(Importer of) {
    Answer answer =
        accounts.ask(
            accounts.at().agency,
            "DELETE",
            "/accounts/" + of.number() + "/suspensions?reason=Appealed",
            "");
    return expect(answer, of.model().lift(accounts.today()));
  }

  private String closes(HistoryStep.Close closed) {
    Importer of = accounts.get(closed.account());
    if (of.cars().isEmpty()) {
      return "it was opened for vehicles";
    }
    boolean waits =
        payments.isOpenInto(of.model())
            || of.cars().values().stream()
                .anyMatch(car -> car.step().equals("READY") || car.step().equals("DISPUTED"));
    Answer answer =
        accounts.post(
            of.owner(),
            "/accounts/" + of.number() + "/closing",
            "{\"deleteCredits\": %s}".formatted(closed.deletesCredits()));
    return expect(answer, of.model().close(accounts.today(), closed.deletesCredits(), waits));
  }

  private String goesTo(LocalDate day) {
    if (day.isAfter(LAST_DAY)) {
      return "no later than " + LAST_DAY;
    }
    accounts.goTo(day);
    return day.toString();
  }

  private void compare(Importer importer) {
    Answer balances =
        Importing.done(accounts.at().agency.get("/accounts/" + importer.number() + "/balances"));
    var model = importer.model();
    model.inOrderOf(balances.json().findPath("charges").findValuesAsText("id"));
    assertThat(seen(balances.json())).as(importer.number()).isEqualTo(expected(model));
  }

  private static List<String> seen(JsonNode balances) {
    var seen = new ArrayList<String>();
    seen.add("credits " + number(balances.at("/credits").asText(), 1));
    for (JsonNode lot : balances.at("/lots")) {
      seen.add(
          "lot %s to %s: %d"
              .formatted(
                  lot.at("/earnedOn").asText(),
                  lot.at("/expiresOn").asText(),
                  number(lot.at("/credits").asText(), 1)));
    }
    seen.add("money " + number(balances.at("/money").asText(), 2));
    seen.add("owed " + number(balances.at("/owed").asText(), 2));
    for (JsonNode charge : balances.at("/charges")) {
      seen.add(
          "charge %s due %s: %d for %d"
              .formatted(
                  charge.at("/id").asText(),
                  charge.at("/dueOn").asText(),
                  number(charge.at("/left").asText(), 2),
                  number(charge.at("/gramsLeft").asText(), 1)));
    }
    for (JsonNode fleet : balances.at("/fleets")) {
      seen.add(
          "fleet %s: %d".formatted(fleet.at("/year"), number(fleet.at("/difference").asText(), 1)));
    }
    return seen;
  }

  private List<String> expected(HistoryModel model) {
    var expected = new ArrayList<String>();
    expected.add("credits " + model.credits().usable(accounts.today()));
    model
        .credits()
        .usableByDay(accounts.today())
        .forEach(
            (day, tenths) ->
                expected.add(
                    "lot %s to %s: %d"
                        .formatted(day, HistoryLots.lastDay(day, accounts.today()), tenths)));
    expected.add("money " + model.cents());
    expected.add("owed " + model.charges().stream().mapToLong(HistoryCharge::centsLeft).sum());
    for (HistoryCharge charge : model.charges()) {
      expected.add(
          "charge %s due %s: %d for %d"
              .formatted(charge.id(), charge.due(), charge.centsLeft(), charge.tenthsLeft()));
    }
    model.fleets().forEach((year, tenths) -> expected.add("fleet %s: %d".formatted(year, tenths)));
    return expected;
  }
}
