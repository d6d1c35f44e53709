package nz.cleancar.message;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import nz.cleancar.message.DecisionRequest.Co2Value;
import nz.cleancar.message.DecisionRequest.NamedAccount;
import nz.cleancar.message.DecisionRequest.VehicleFacts;
import nz.cleancar.message.WhatIfRequest.GivenAccount;
import nz.cleancar.message.WhatIfRequest.Switches;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.TestCycle;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.standard.Vin;

/**
 * Reads requests from JSON and names all their faults at once. The live policy's vocabulary says
 * which words a vehicle may be described with.
 */
@Singleton
public final class RequestReader {

  /** What is said of a request without a body. */
  public static final String NO_BODY = JsonText.EMPTY;

  /**
   * The most that a vehicle may weigh, in kg: a bound on typing errors, no rule of the standard.
   */
  static final int MAX_KILOGRAMS = 100_000;

  /** The most that a vehicle may emit, in g/km: a bound on typing errors. */
  static final int MAX_GRAMS = 9_999;

  private static final int GRAM_DECIMALS = 3;
  private static final int MAX_ATTRIBUTES = 20;
  private static final Pattern ATTRIBUTE = Pattern.compile("[A-Z0-9_]{1,60}");

  private final Policies policies;

  // A pair that is swapped as one, so that a reader never sees words of another version.
  private volatile WordsOf current;

  public RequestReader(Policies policies) {
    this.policies = policies;
    this.current = WordsOf.of(policies.live().policy());
  }

  /** Reads what {@code POST /decisions} takes. */
  public Read<DecisionRequest> decision(byte[] body) {
    return read(body, RequestReader::decision);
  }

  /** Reads what {@code POST /decisions/what-if} takes. */
  public Read<WhatIfRequest> whatIf(byte[] body) {
    return read(body, RequestReader::whatIf);
  }

  private <T> Read<T> read(byte[] body, BiFunction<Members, Words, Optional<T>> reading) {
    return switch (JsonText.parse(body)) {
      case JsonText.Parsed.Broken(String detail) -> new Read.Broken<>(detail);
      case JsonText.Parsed.Tree(Json json) -> {
        var faults = new Faults();
        Optional<T> request =
            Members.of(json, faults).flatMap(members -> reading.apply(members, words()));
        yield faults.isEmpty()
            ? new Read.Good<>(request.orElseThrow())
            : new Read.Faulty<>(faults.all());
      }
    };
  }

  /** The words of the live policy. */
  Words words() {
    Policy live = policies.live().policy();
    WordsOf known = current;
    if (!known.version().equals(live.version())) {
      known = WordsOf.of(live);
      current = known;
    }
    return known.words();
  }

  private static Optional<DecisionRequest> decision(Members body, Words words) {
    Optional<Members> vehicleMembers = body.object("vehicle");
    Optional<Members> accountMembers = body.object("account");
    Optional<LocalDate> legalDate = body.day("legalDate");
    Optional<VehicleFacts> vehicle = vehicleMembers.flatMap(it -> vehicle(it, legalDate, words));
    Optional<NamedAccount> account = accountMembers.flatMap(RequestReader::namedAccount);
    body.end();
    return vehicle.isPresent() && account.isPresent() && legalDate.isPresent()
        ? Optional.of(new DecisionRequest(vehicle.get(), account.get(), legalDate.get()))
        : Optional.empty();
  }

  private static Optional<WhatIfRequest> whatIf(Members body, Words words) {
    Optional<Members> vehicleMembers = body.object("vehicle");
    Optional<Members> accountMembers = body.object("account");
    Optional<LocalDate> legalDate = body.day("legalDate");
    Optional<String> policyVersion =
        body.optionalText(
            "policyVersion",
            PolicyVersion::isPolicyVersion,
            "must be `sha256:` and 64 hex digits in lower case");
    Optional<OffsetDateTime> asKnownAt = body.optionalMoment("asKnownAt");
    if (policyVersion.isPresent() && asKnownAt.isPresent()) {
      body.addFault("asKnownAt", "goes without `policyVersion`; give one of the two");
    }
    Optional<VehicleFacts> vehicle = vehicleMembers.flatMap(it -> vehicle(it, legalDate, words));
    Optional<GivenAccount> account = accountMembers.flatMap(RequestReader::givenAccount);
    body.end();
    return vehicle.isPresent() && account.isPresent() && legalDate.isPresent()
        ? Optional.of(
            new WhatIfRequest(
                vehicle.get(),
                account.get(),
                legalDate.get(),
                policyVersion.orElse(null),
                asKnownAt.orElse(null)))
        : Optional.empty();
  }

  private static Optional<VehicleFacts> vehicle(
      Members vehicle, Optional<LocalDate> legalDate, Words words) {
    Optional<String> vin =
        vehicle.text(
            "vin", Vin::isVin, "must be 17 capital letters and digits, without I, O and Q");
    Optional<String> vehicleClass = vehicle.word("vehicleClass", words.vehicleClasses());
    Optional<VehicleCondition> condition = vehicle.constant("condition", VehicleCondition.values());
    Optional<Integer> tare = vehicle.positive("tareKg", MAX_KILOGRAMS);
    Optional<Integer> mass = vehicle.positive("grossVehicleMassKg", MAX_KILOGRAMS);
    Optional<Co2Value> co2 = vehicle.optionalObject("co2").flatMap(RequestReader::co2);
    Optional<LocalDate> firstRegistered = vehicle.optionalDay("firstRegistered");
    if (firstRegistered.isPresent()
        && legalDate.isPresent()
        && firstRegistered.get().isAfter(legalDate.get())) {
      vehicle.addFault("firstRegistered", "must not be after the legal date, " + legalDate.get());
    }
    List<String> attributes = attributes(vehicle, words);
    vehicle.end();
    return vin.isPresent()
            && vehicleClass.isPresent()
            && condition.isPresent()
            && tare.isPresent()
            && mass.isPresent()
        ? Optional.of(
            new VehicleFacts(
                vin.get(),
                vehicleClass.get(),
                condition.get(),
                tare.get(),
                mass.get(),
                co2.orElse(null),
                firstRegistered.orElse(null),
                attributes))
        : Optional.empty();
  }

  /** What else is known of a vehicle. */
  static List<String> attributes(Members vehicle, Words words) {
    return vehicle.words(
        "attributes",
        ATTRIBUTE,
        "must be a word of capital letters, digits and underscores",
        words.attributes(),
        MAX_ATTRIBUTES);
  }

  /** A CO2 value. */
  static Optional<Co2Value> co2(Members co2) {
    var grams = co2.decimal("gramsPerKm", MAX_GRAMS, GRAM_DECIMALS);
    var testCycle = co2.constant("testCycle", TestCycle.values());
    co2.end();
    return grams.isPresent() && testCycle.isPresent()
        ? Optional.of(new Co2Value(grams.get(), testCycle.get()))
        : Optional.empty();
  }

  private static Optional<NamedAccount> namedAccount(Members account) {
    Optional<String> number = accountNumber(account);
    account.end("the account's facts are looked up; give its number alone");
    return number.map(NamedAccount::new);
  }

  private static Optional<GivenAccount> givenAccount(Members account) {
    Optional<String> number = accountNumber(account);
    if (account.isAlone("number")) {
      return number.map(it -> new GivenAccount(it, null, null, null, null));
    }
    Optional<VehicleCondition> condition = account.constant("condition", VehicleCondition.values());
    Optional<Scheme> scheme = account.constant("scheme", Scheme.values());
    Optional<AccountStatus> status = account.constant("status", AccountStatus.values());
    Optional<Switches> switches = account.object("autoAccept").flatMap(RequestReader::switches);
    account.end();
    return number.isPresent()
            && condition.isPresent()
            && scheme.isPresent()
            && status.isPresent()
            && switches.isPresent()
        ? Optional.of(
            new GivenAccount(
                number.get(), condition.get(), scheme.get(), status.get(), switches.get()))
        : Optional.empty();
  }

  private static Optional<String> accountNumber(Members account) {
    return account.text(
        "number",
        AccountNumber::isAccountNumber,
        "must be at most 32 capital letters, digits and dashes");
  }

  private static Optional<Switches> switches(Members autoAccept) {
    Optional<Boolean> atOrBelow = autoAccept.flag("atOrBelowTarget");
    Optional<Boolean> above = autoAccept.flag("aboveTarget");
    autoAccept.end();
    return atOrBelow.isPresent() && above.isPresent()
        ? Optional.of(new Switches(atOrBelow.get(), above.get()))
        : Optional.empty();
  }

  private record WordsOf(PolicyVersion version, Words words) {

    static WordsOf of(Policy policy) {
      return new WordsOf(policy.version(), Words.of(policy.vocabulary()));
    }
  }
}
