package nz.cleancar.examples;

import static nz.cleancar.examples.HistoryAccounts.expect;
import static nz.cleancar.examples.HistoryAccounts.isDone;
import static nz.cleancar.examples.HistoryAccounts.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import nz.cleancar.examples.HistoryAccounts.Car;
import nz.cleancar.examples.HistoryAccounts.Importer;
import nz.cleancar.examples.HistoryModel.Vehicle;
import nz.cleancar.examples.HistoryStep.Which;
import nz.cleancar.testing.RunningService.Answer;

/** Vehicles of a history: they come, are accepted, disputed and resolved. */
final class HistoryVehicles {

  /** What a car of class MA and 1,500 kg may emit, by year from 2023. */
  private static final List<String> TARGETS =
      List.of("150.0", "138.9", "117.6", "108.6", "101.2", "74.2", "63.2");

  private final HistoryAccounts accounts;
  private final List<Disputed> open = new ArrayList<>();

  private record Disputed(String id, String vehicle) {}

  HistoryVehicles(HistoryAccounts accounts) {
    this.accounts = accounts;
  }

  String imports(HistoryStep.Import imported) {
    Importer to = accounts.get(imported.account());
    if (to.model().isClosed()) {
      return "the account is closed";
    }
    String vin = accounts.at().vin();
    String co2 = co2(imported.hundredthsBelow());
    accounts.at().registered(vin, to.isNew() ? "NEW" : "USED", 1, co2);
    Answer completed =
        Importing.done(
            to.isNew()
                ? accounts.at().inspected(vin, to.number(), 1, accounts.today().toString())
                : accounts.at().certified(vin, to.number(), 1, accounts.today().toString()));
    String id = completed.at("/vehicle/id");
    Vehicle vehicle = decided(id);
    boolean isTaken = to.model().isActive(accounts.today()) && to.acceptsByItself(vehicle);
    assertThat(step(id)).isEqualTo(isTaken ? "ACCEPTED" : "READY");
    if (isTaken) {
      to.model().accept(accounts.today(), List.of(vehicle), HistoryModel.ALL, false);
    }
    to.cars().put(id, new Car(vehicle, step(id)));
    return "%s in %s, %s g/km, %s".formatted(id, to.number(), co2, step(id));
  }

  String co2(int hundredthsBelow) {
    return new BigDecimal(TARGETS.get(accounts.today().getYear() - 2023))
        .subtract(BigDecimal.valueOf(hundredthsBelow, 2))
        .max(BigDecimal.ZERO)
        .stripTrailingZeros()
        .toPlainString();
  }

  String step(String vehicle) {
    return accounts.at().agency.get("/vehicles/" + vehicle).at("/record/step");
  }

  /** What the policy decided of a vehicle. */
  private Vehicle decided(String id) {
    String decision = accounts.at().agency.get("/vehicles/" + id).at("/record/decided/decisionId");
    Answer said = Importing.done(accounts.at().agency.get("/decisions/" + decision));
    String rate = said.at("/charge/ratePerGram");
    return new Vehicle(
        id,
        new BigDecimal(said.at("/target/gramsPerKm"))
            .subtract(new BigDecimal(said.at("/co2/gramsPerKm"))),
        rate.isEmpty() ? BigDecimal.ZERO : new BigDecimal(rate),
        number(said.at("/charge/amount"), 2),
        new BigDecimal(said.at("/credits")));
  }

  String accepts(HistoryStep.Accept accepted) {
    Importer of = accounts.first(accepted.account(), each -> !waiting(each).isEmpty());
    List<String> ids = wanted(of, accepted);
    if (ids.isEmpty() && accepted.which() != Which.ALL) {
      return "there are no vehicles";
    }
    boolean isActive = of.model().isActive(accounts.today());
    Answer answer =
        accounts.post(
            of.owner(),
            "/accounts/" + of.number() + "/acceptances",
            "{\"vehicles\": %s, \"settle\": {\"credits\": \"%s\", \"payment\": %s}}"
                .formatted(
                    accepted.which() == Which.ALL ? "\"all\"" : json(ids),
                    credits(accepted.tenths()),
                    accepted.payment()));
    String said = expect(answer, isActive);
    if (!isActive) {
      return said;
    }
    List<Vehicle> ready =
        ids.stream()
            .map(of.cars()::get)
            .filter(c -> c.step().equals("READY"))
            .map(Car::vehicle)
            .toList();
    var expected =
        of.model().accept(accounts.today(), ready, accepted.tenths(), accepted.payment());
    expected
        .ids()
        .forEach(id -> of.cars().put(id, new Car(of.cars().get(id).vehicle(), "ACCEPTED")));
    assertThat(HistoryAccounts.cents(answer.json().at("/payment/amount")))
        .isEqualTo(expected.paidCents());
    ids.forEach(id -> assertThat(step(id)).as(id).isEqualTo(of.cars().get(id).step()));
    return "accepted %s, paid %s".formatted(expected.ids(), expected.paidCents());
  }

  private static List<String> wanted(Importer of, HistoryStep.Accept accepted) {
    List<String> all = of.cars().keySet().stream().sorted().toList();
    return switch (accepted.which()) {
      case ONE -> all.isEmpty() ? all : List.of(all.get(accepted.pick() % all.size()));
      case SEVERAL -> all.stream().skip(accepted.pick() % (all.size() + 1)).toList();
      case ALL -> waiting(of);
    };
  }

  private static List<String> waiting(Importer of) {
    return of.cars().keySet().stream()
        .filter(id -> of.cars().get(id).step().equals("READY"))
        .sorted()
        .toList();
  }

  private static String json(List<String> ids) {
    return "[\"" + String.join("\", \"", ids) + "\"]";
  }

  private static String credits(int tenths) {
    return switch (tenths) {
      case HistoryModel.ALL -> "all";
      case 0 -> "none";
      default -> BigDecimal.valueOf(tenths, 1).toPlainString();
    };
  }

  String disputes(HistoryStep.Dispute disputed) {
    Importer of = accounts.first(disputed.account(), each -> !waiting(each).isEmpty());
    if (of.cars().isEmpty()) {
      return "there are no vehicles";
    }
    List<String> all = new ArrayList<>(of.cars().keySet());
    String id = all.get(disputed.pick() % all.size());
    Car car = of.cars().get(id);
    Answer answer =
        accounts.post(
            of.owner(),
            "/vehicles/" + id + "/disputes",
            "{\"ground\": \"WRONG_ACCOUNT\", \"text\": \"It is not ours.\"}");
    String said = expect(answer, car.step().equals("READY") && !of.model().isClosed());
    if (isDone(answer)) {
      of.cars().put(id, new Car(car.vehicle(), "DISPUTED"));
      open.add(new Disputed(answer.at("/id"), id));
    }
    return said + " " + id;
  }

  String resolves(HistoryStep.Resolve resolved) {
    if (open.isEmpty()) {
      return "nothing is disputed";
    }
    Disputed dispute = open.remove(resolved.pick() % open.size());
    String id = dispute.vehicle;
    Answer answer =
        accounts.post(
            accounts.at().agency,
            "/disputes/" + dispute.id + "/resolution",
            "{\"resolution\": \"%s\", \"answer\": \"We looked.\"}"
                .formatted(resolved.rejects() ? "REJECTED" : "UPHELD"));
    Importer of =
        accounts.all().stream()
            .filter(each -> each.cars().containsKey(id))
            .findFirst()
            .orElseThrow();
    if (!isDone(answer)) {
      assertThat(of.model().isClosed()).as(answer.body()).isTrue();
      return "refused: " + answer.body();
    }
    Vehicle vehicle = of.cars().get(id).vehicle();
    String step = step(id);
    // a vehicle that came while the account was suspended may be taken by itself now
    if (step.equals("ACCEPTED")) {
      assertThat(of.model().isActive(accounts.today()) && of.acceptsByItself(vehicle)).isTrue();
      of.model().accept(accounts.today(), List.of(vehicle), HistoryModel.ALL, false);
    } else {
      assertThat(step).isEqualTo(resolved.rejects() ? "REJECTED" : "READY");
    }
    of.cars().put(id, new Car(vehicle, step));
    return step + " " + id;
  }
}
