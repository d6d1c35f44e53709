package nz.cleancar.api;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import nz.cleancar.decision.Accounts;
import nz.cleancar.decision.DecisionId;
import nz.cleancar.decision.DecisionIds;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policies;
import nz.cleancar.policy.PolicyVersion;
import nz.cleancar.publishing.PolicyRefused;
import nz.cleancar.standard.AccountFacts;
import nz.cleancar.standard.AccountNumber;
import nz.cleancar.standard.AccountStatus;
import nz.cleancar.standard.AutoAccept;
import nz.cleancar.standard.Scheme;
import nz.cleancar.standard.VehicleCondition;
import nz.cleancar.testing.SamplePolicy;

/** What stands in for database and engine, so that these tests are about HTTP alone. */
@Factory
@Requires(property = "test.fakes")
final class Fakes {

  static final AccountNumber KNOWN = new AccountNumber("CO2-100001");
  static final PolicyVersion OTHER_VERSION = new PolicyVersion("sha256:" + "0d".repeat(32));

  /** A draft that does not compile. */
  static final PolicyVersion BROKEN_VERSION = new PolicyVersion("sha256:" + "0b".repeat(32));

  private static final Finding BROKEN =
      Finding.error(
          "rule-set",
          new Place("acceptance.drl", "", "line 12"),
          "`then`",
          "`than`",
          "Write `then`.");

  /** When the other version was live, before the live one. */
  static final Instant FIRST_LIVE = Instant.parse("2026-01-01T00:00:00Z");

  static final Instant SECOND_LIVE = Instant.parse("2026-02-01T00:00:00Z");

  @Singleton
  @Primary
  Policies policies() {
    var live = new SamplePolicy();
    var other = new SamplePolicy(OTHER_VERSION);
    return new Policies() {
      @Override
      public CompiledPolicy live() {
        return live;
      }

      @Override
      public Optional<CompiledPolicy> version(PolicyVersion version) {
        if (version.equals(BROKEN_VERSION)) {
          throw new PolicyRefused("The policy " + version, List.of(BROKEN));
        }
        return version.equals(OTHER_VERSION)
            ? Optional.of(other)
            : Optional.<CompiledPolicy>of(live).filter(_ -> version.equals(SamplePolicy.VERSION));
      }

      @Override
      public Optional<CompiledPolicy> asKnownAt(Instant moment) {
        return moment.isBefore(FIRST_LIVE)
            ? Optional.empty()
            : Optional.of(moment.isBefore(SECOND_LIVE) ? other : live);
      }
    };
  }

  @Singleton
  @Primary
  Accounts accounts() {
    return number ->
        Optional.of(
                new AccountFacts(
                    number,
                    VehicleCondition.USED,
                    Scheme.PAYG,
                    AccountStatus.ACTIVE,
                    new AutoAccept(true, false)))
            .filter(facts -> facts.number().equals(KNOWN));
  }

  @Singleton
  @Primary
  DecisionIds ids() {
    var count = new AtomicLong();
    return _ ->
        new DecisionId(String.format(Locale.ROOT, "01JQ8YV6F2%016d", count.incrementAndGet()));
  }
}
