package nz.cleancar.testing;

/** Speaks requests in tests: {@code aUsedCar().weighing(1500).emitting("150").on("2026-03-02")}. */
public record Questions(
    String vehicleClass,
    String condition,
    int tareKg,
    int grossVehicleMassKg,
    String co2,
    String testCycle,
    String firstRegistered,
    String attributes,
    String accountCondition,
    String scheme,
    String status,
    boolean atOrBelowTarget,
    boolean aboveTarget,
    String legalDate) {

  public static Questions aCar() {
    return new Questions(
        "MA",
        "USED",
        1500,
        1950,
        "150",
        "WLTP_3P",
        "2019-06-01",
        "",
        "USED",
        "PAYG",
        "ACTIVE",
        true,
        false,
        "2026-03-02");
  }

  public Questions ofClass(String code) {
    return new Questions(
        code,
        condition,
        tareKg,
        grossVehicleMassKg,
        co2,
        testCycle,
        firstRegistered,
        attributes,
        accountCondition,
        scheme,
        status,
        atOrBelowTarget,
        aboveTarget,
        legalDate);
  }

  /** New or used, in an account for the same. */
  public Questions thatIs(String newOrUsed) {
    return new Questions(
        vehicleClass,
        newOrUsed,
        tareKg,
        grossVehicleMassKg,
        co2,
        testCycle,
        newOrUsed.equals("NEW") ? "" : firstRegistered,
        attributes,
        newOrUsed,
        scheme,
        status,
        atOrBelowTarget,
        aboveTarget,
        legalDate);
  }

  public Questions weighing(int kilograms) {
    return new Questions(
        vehicleClass,
        condition,
        kilograms,
        Math.max(kilograms + 450, 1950),
        co2,
        testCycle,
        firstRegistered,
        attributes,
        accountCondition,
        scheme,
        status,
        atOrBelowTarget,
        aboveTarget,
        legalDate);
  }

  public Questions ofGrossMass(int kilograms) {
    return new Questions(
        vehicleClass,
        condition,
        tareKg,
        kilograms,
        co2,
        testCycle,
        firstRegistered,
        attributes,
        accountCondition,
        scheme,
        status,
        atOrBelowTarget,
        aboveTarget,
        legalDate);
  }

  public Questions emitting(String grams) {
    return new Questions(
        vehicleClass,
        condition,
        tareKg,
        grossVehicleMassKg,
        grams,
        testCycle,
        firstRegistered,
        attributes,
        accountCondition,
        scheme,
        status,
        atOrBelowTarget,
        aboveTarget,
        legalDate);
  }

  public Questions measuredBy(String cycle) {
    return new Questions(
        vehicleClass,
        condition,
        tareKg,
        grossVehicleMassKg,
        co2,
        cycle,
        firstRegistered,
        attributes,
        accountCondition,
        scheme,
        status,
        atOrBelowTarget,
        aboveTarget,
        legalDate);
  }

  public Questions withoutCo2() {
    return emitting("");
  }

  public Questions firstRegistered(String day) {
    return new Questions(
        vehicleClass,
        condition,
        tareKg,
        grossVehicleMassKg,
        co2,
        testCycle,
        day,
        attributes,
        accountCondition,
        scheme,
        status,
        atOrBelowTarget,
        aboveTarget,
        legalDate);
  }

  public Questions with(String attribute) {
    return new Questions(
        vehicleClass,
        condition,
        tareKg,
        grossVehicleMassKg,
        co2,
        testCycle,
        firstRegistered,
        attributes.isEmpty() ? attribute : attributes + "," + attribute,
        accountCondition,
        scheme,
        status,
        atOrBelowTarget,
        aboveTarget,
        legalDate);
  }

  public Questions inAnAccountFor(String newOrUsed) {
    return new Questions(
        vehicleClass,
        condition,
        tareKg,
        grossVehicleMassKg,
        co2,
        testCycle,
        firstRegistered,
        attributes,
        newOrUsed,
        scheme,
        status,
        atOrBelowTarget,
        aboveTarget,
        legalDate);
  }

  public Questions under(String otherScheme) {
    return new Questions(
        vehicleClass,
        condition,
        tareKg,
        grossVehicleMassKg,
        co2,
        testCycle,
        firstRegistered,
        attributes,
        accountCondition,
        otherScheme,
        status,
        atOrBelowTarget,
        aboveTarget,
        legalDate);
  }

  public Questions whoseAccountIs(String otherStatus) {
    return new Questions(
        vehicleClass,
        condition,
        tareKg,
        grossVehicleMassKg,
        co2,
        testCycle,
        firstRegistered,
        attributes,
        accountCondition,
        scheme,
        otherStatus,
        atOrBelowTarget,
        aboveTarget,
        legalDate);
  }

  public Questions autoAccepting(boolean below, boolean above) {
    return new Questions(
        vehicleClass,
        condition,
        tareKg,
        grossVehicleMassKg,
        co2,
        testCycle,
        firstRegistered,
        attributes,
        accountCondition,
        scheme,
        status,
        below,
        above,
        legalDate);
  }

  public Questions on(String day) {
    return new Questions(
        vehicleClass,
        condition,
        tareKg,
        grossVehicleMassKg,
        co2,
        testCycle,
        firstRegistered,
        attributes,
        accountCondition,
        scheme,
        status,
        atOrBelowTarget,
        aboveTarget,
        day);
  }

  /** The request with the account's facts in full, as {@code POST /decisions/what-if} takes it. */
  public String json() {
    String supplied =
        co2.isEmpty()
            ? ""
            : "\"co2\": {\"gramsPerKm\": \"%s\", \"testCycle\": \"%s\"},".formatted(co2, testCycle);
    String first =
        firstRegistered.isEmpty() ? "" : "\"firstRegistered\": \"%s\",".formatted(firstRegistered);
    String words = attributes.isEmpty() ? "" : "\"" + attributes.replace(",", "\", \"") + "\"";
    return """
        {"vehicle": {"vin": "7AT0H65MX26000017", "vehicleClass": "%s", "condition": "%s",
          "tareKg": %d, "grossVehicleMassKg": %d, %s %s "attributes": [%s]},
         "account": {"number": "CO2-100001", "condition": "%s", "scheme": "%s", "status": "%s",
          "autoAccept": {"atOrBelowTarget": %s, "aboveTarget": %s}},
         "legalDate": "%s"}
        """
        .formatted(
            vehicleClass,
            condition,
            tareKg,
            grossVehicleMassKg,
            supplied,
            first,
            words,
            accountCondition,
            scheme,
            status,
            atOrBelowTarget,
            aboveTarget,
            legalDate);
  }
}
