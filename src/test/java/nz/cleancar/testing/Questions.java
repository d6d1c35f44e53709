package nz.cleancar.testing;

import java.util.HashMap;
import java.util.Map;

/** Speaks requests in tests: {@code aCar().weighing(1500).emitting("150").on("2026-03-02")}. */
public final class Questions {

  private final Map<String, String> said;

  private Questions(Map<String, String> said) {
    this.said = Map.copyOf(said);
  }

  public static Questions aCar() {
    return new Questions(Map.of())
        .ofClass("MA")
        .firstRegistered("2019-06-01")
        .thatIs("USED")
        .weighing(1500)
        .emitting("150")
        .measuredBy("WLTP_3P")
        .saying("attributes", "")
        .under("PAYG")
        .whoseAccountIs("ACTIVE")
        .autoAccepting(true, false)
        .on("2026-03-02");
  }

  private Questions saying(String name, Object value) {
    var all = new HashMap<>(said);
    all.put(name, value.toString());
    return new Questions(all);
  }

  public Questions ofClass(String code) {
    return saying("class", code);
  }

  /** New or used, in an account for the same. */
  public Questions thatIs(String newOrUsed) {
    var question = saying("condition", newOrUsed).inAnAccountFor(newOrUsed);
    return newOrUsed.equals("NEW") ? question.firstRegistered("") : question;
  }

  public Questions weighing(int kilograms) {
    return saying("tare", kilograms).ofGrossMass(Math.max(kilograms + 450, 1950));
  }

  public Questions ofGrossMass(int kilograms) {
    return saying("grossMass", kilograms);
  }

  public Questions emitting(String grams) {
    return saying("co2", grams);
  }

  public Questions measuredBy(String cycle) {
    return saying("cycle", cycle);
  }

  public Questions withoutCo2() {
    return emitting("");
  }

  public Questions firstRegistered(String day) {
    return saying("firstRegistered", day);
  }

  public Questions with(String attribute) {
    return saying("attributes", "\"" + attribute + "\"");
  }

  public Questions inAnAccountFor(String newOrUsed) {
    return saying("accountCondition", newOrUsed);
  }

  public Questions under(String scheme) {
    return saying("scheme", scheme);
  }

  public Questions whoseAccountIs(String status) {
    return saying("status", status);
  }

  public Questions autoAccepting(boolean atOrBelow, boolean above) {
    return saying("atOrBelow", atOrBelow).saying("above", above);
  }

  public Questions on(String day) {
    return saying("legalDate", day);
  }

  /** The request with the account's facts in full, as {@code POST /decisions/what-if} takes it. */
  public String json() {
    String co2 =
        said.get("co2").isEmpty()
            ? ""
            : filled("\"co2\": {\"gramsPerKm\": \"{co2}\", \"testCycle\": \"{cycle}\"},");
    String first =
        said.get("firstRegistered").isEmpty()
            ? ""
            : filled("\"firstRegistered\": \"{firstRegistered}\",");
    return filled(
        """
        {"vehicle": {"vin": "7AT0H65MX26000017", "vehicleClass": "{class}",
          "condition": "{condition}", "tareKg": {tare}, "grossVehicleMassKg": {grossMass},
          %s %s "attributes": [{attributes}]},
         "account": {"number": "CO2-100001", "condition": "{accountCondition}",
          "scheme": "{scheme}", "status": "{status}",
          "autoAccept": {"atOrBelowTarget": {atOrBelow}, "aboveTarget": {above}}},
         "legalDate": "{legalDate}"}
        """
            .formatted(co2, first));
  }

  private String filled(String template) {
    String text = template;
    for (var each : said.entrySet()) {
      text = text.replace("{" + each.getKey() + "}", each.getValue());
    }
    return text;
  }
}
