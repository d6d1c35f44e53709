package nz.cleancar.policy.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Witness;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Value;

/** A whole question to the shipped rules in which one table is asked what a witness says. */
final class WholeQuestion {

  private static final List<String> OTHER_TOPICS =
      List.of(
          "credit-transfer",
          "credit-life",
          "credit-use",
          "fleet-settlement",
          "administration-fee",
          "suspension",
          "closing",
          "legal-date");

  private WholeQuestion() {}

  static Facts asking(CompiledPolicy policy, PolicyTable table, Witness witness) {
    var values = witness.values();
    if (OTHER_TOPICS.contains(table.id())) {
      var facts = new LinkedHashMap<String, Value>();
      facts.put("creditsOffered", Value.of(10L));
      facts.put("earnedOn", Value.of(LocalDate.of(2025, 1, 1)));
      facts.put("legalDate", Value.of(LocalDate.of(2026, 3, 2)));
      facts.put("fleetSize", Value.of(10L));
      facts.put("fleetTarget", Value.of(new BigDecimal("100")));
      facts.put("fleetAverage", Value.of(new BigDecimal("90")));
      facts.putAll(values);
      if (table.id().equals("fleet-settlement")) {
        facts.remove("legalDate");
        facts.remove("earnedOn");
      }
      return new Facts(table.id(), facts);
    }
    return vehicle(policy, table, values);
  }

  private static Facts vehicle(
      CompiledPolicy policy, PolicyTable table, Map<String, Value> witness) {
    var facts = aCar();
    facts.putAll(witness);
    if (witness.containsKey("condition") && !witness.containsKey("accountCondition")) {
      facts.put("accountCondition", facts.get("condition"));
    }
    if (facts.remove("vehicleType") instanceof Value.Word(String type)) {
      facts.put("vehicleClass", Value.of(type.equals("A") ? "MA" : "NA"));
    }
    if (facts.remove("year") instanceof Value.Whole(long year)) {
      facts.put("legalDate", Value.of(LocalDate.of(Math.toIntExact(year), 3, 2)));
    }
    if (facts.remove("difference") instanceof Value.Decimal(BigDecimal difference)) {
      var target = policy.run(new Facts("vehicle", facts)).value("target").orElseThrow();
      facts.put("co2", Value.of(new BigDecimal(target.text()).subtract(difference)));
    }
    if (table.id().equals("vehicle-types")) {
      facts.put("tareWeight", Value.of(0L));
    }
    return new Facts("vehicle", facts);
  }

  private static Map<String, Value> aCar() {
    var facts = new LinkedHashMap<String, Value>();
    facts.put("vehicleClass", Value.of("MA"));
    facts.put("condition", Value.of("USED"));
    facts.put("tareWeight", Value.of(1500L));
    facts.put("grossVehicleMass", Value.of(1950L));
    facts.put("co2", Value.of(new BigDecimal("900")));
    facts.put("testCycle", Value.of("WLTP_3P"));
    facts.put("attribute", Value.of(List.of()));
    facts.put("accountNumber", Value.of("CO2-100001"));
    facts.put("accountCondition", Value.of("USED"));
    facts.put("scheme", Value.of("PAYG"));
    facts.put("accountStatus", Value.of("ACTIVE"));
    facts.put("autoAcceptAtOrBelowTarget", Value.of(true));
    facts.put("autoAcceptAboveTarget", Value.of(false));
    facts.put("legalDate", Value.of(LocalDate.of(2026, 3, 2)));
    return facts;
  }
}
