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

  static final String DECISION =
      """
      {
        "id": "01JQ8YV6F2M8N9T5R4K3H7W2XA",
        "policyVersion": "sha256:2f1c…",
        "legalDate": "2026-03-02",
        "decidedAt": "2026-03-02T10:15:30.123+13:00",
        "subject": true,
        "vehicleType": "A",
        "target": { "gramsPerKm": "108.6", "unrounded": "108.6174", "annualTarget": "108", "slope": "0.0343", "meanWeightKg": 1482, "effectiveTareKg": 1500 },
        "co2": { "gramsPerKm": "150", "testCycle": "WLTP_3P" },
        "difference": "-41.4",
        "charge": { "amount": "248.40", "currency": "NZD", "ratePerGram": "6.00", "due": "ON_ACCEPTANCE" },
        "credits": "0",
        "acceptance": { "outcome": "AWAIT_ACCEPTANCE", "reasons": [ { "code": "above-target", "says": "The vehicle is 41.4 g/km above its target; a pay-as-you-go account accepts it by hand and pays the charge." } ] },
        "certification": { "mayProceed": false, "because": "not accepted yet" },
        "assumptions": [],
        "explanation": [
          {
            "says": "A 2026 type A vehicle starts from an annual target of 108 g/km.",
            "rule": "annual-targets",
            "row": { "workbook": "annual-targets.xlsx", "sheet": "Annual targets", "cells": "A12:F12", "source": "SL 2022/285 as amended by 2024/184", "standing": "reported" }
          }
        ]
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
