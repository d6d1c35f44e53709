package nz.cleancar.api;

/** The messages that the documentation shows. */
final class Examples {

  static final String DECISION_REQUEST =
      """
      {
        "vehicle": {
          "vin": "7AT0H65MX26000017",
          "vehicleClass": "MA",
          "condition": "USED",
          "tareKg": 1500,
          "grossVehicleMassKg": 1950,
          "co2": { "gramsPerKm": "150", "testCycle": "WLTP_3P" },
          "firstRegistered": "2019-06-01",
          "attributes": []
        },
        "account": { "number": "CO2-100001" },
        "legalDate": "2026-03-02"
      }
      """;

  static final String WHAT_IF_REQUEST =
      """
      {
        "vehicle": {
          "vin": "7AT0H65MX26000017",
          "vehicleClass": "MA",
          "condition": "USED",
          "tareKg": 1500,
          "grossVehicleMassKg": 1950,
          "co2": { "gramsPerKm": "150", "testCycle": "WLTP_3P" },
          "firstRegistered": "2019-06-01",
          "attributes": []
        },
        "account": {
          "number": "CO2-100001",
          "condition": "USED",
          "scheme": "PAYG",
          "status": "ACTIVE",
          "autoAccept": { "atOrBelowTarget": true, "aboveTarget": false }
        },
        "legalDate": "2026-03-02"
      }
      """;

  static final String BATCH =
      """
      {"id":"01JQ8YV6F2M8N9T5R4K3H7W2XA","policyVersion":"sha256:2f1c…"}
      {"line":2,"problem":{"type":"/problems/malformed-json","title":"The body is not JSON","status":400,"detail":"The body is not JSON: line 1, column 2: …","instance":"/decisions/batch"}}
      """;

  static final String PROBLEM =
      """
      {
        "type": "/problems/invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "The request has 1 fault.",
        "instance": "/decisions",
        "errors": [ { "pointer": "/vehicle/tareKg", "detail": "must be more than 0, not -5" } ]
      }
      """;

  private Examples() {}
}
