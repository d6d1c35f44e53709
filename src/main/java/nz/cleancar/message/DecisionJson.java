package nz.cleancar.message;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nz.cleancar.message.DecisionResponse.AcceptanceFacts;
import nz.cleancar.message.DecisionResponse.Assumption;
import nz.cleancar.message.DecisionResponse.ChargeFacts;
import nz.cleancar.message.DecisionResponse.Co2Facts;
import nz.cleancar.message.DecisionResponse.Ground;
import nz.cleancar.message.DecisionResponse.Row;
import nz.cleancar.message.DecisionResponse.Step;
import nz.cleancar.message.DecisionResponse.TargetFacts;
import org.jspecify.annotations.Nullable;

/**
 * Writes decisions as JSON, as {@link JsonBytes} does and in half its time: they are most of what
 * the service writes, so a row of a table is written once and then copied.
 */
@Singleton
public final class DecisionJson {

  private static final int USUAL_BYTES = 6_000;
  private static final int MOST_ROWS = 10_000;

  private final JsonFactory factory = new JsonFactory();
  private final Map<Row, SerializedString> rows = new ConcurrentHashMap<>();

  /** The decision in UTF-8. */
  public byte[] of(DecisionResponse decision) {
    try (var bytes = new ByteArrayBuilder(USUAL_BYTES)) {
      try (JsonGenerator json = factory.createGenerator(bytes, JsonEncoding.UTF8)) {
        write(json, decision);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Bytes in memory can always be written.", e);
    }
  }

  private void write(JsonGenerator json, DecisionResponse decision) throws IOException {
    json.writeStartObject();
    text(json, "id", decision.id());
    text(json, "policyVersion", decision.policyVersion());
    text(json, "legalDate", decision.legalDate());
    text(json, "decidedAt", decision.decidedAt());
    if (decision.subject() != null) {
      json.writeBooleanField("subject", decision.subject());
    }
    text(json, "vehicleType", decision.vehicleType());
    write(json, decision.target());
    write(json, decision.co2());
    text(json, "difference", decision.difference());
    write(json, decision.charge());
    text(json, "credits", decision.credits());
    write(json, decision.acceptance());
    json.writeObjectFieldStart("certification");
    json.writeBooleanField("mayProceed", decision.certification().mayProceed());
    text(json, "because", decision.certification().because());
    json.writeEndObject();
    json.writeArrayFieldStart("assumptions");
    for (Assumption assumption : decision.assumptions()) {
      json.writeStartObject();
      text(json, "says", assumption.says());
      row(json, assumption.row());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("explanation");
    for (Step step : decision.explanation()) {
      json.writeStartObject();
      text(json, "says", step.says());
      text(json, "rule", step.rule());
      row(json, step.row());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, @Nullable TargetFacts target) throws IOException {
    if (target != null) {
      json.writeObjectFieldStart("target");
      text(json, "gramsPerKm", target.gramsPerKm());
      text(json, "unrounded", target.unrounded());
      text(json, "annualTarget", target.annualTarget());
      text(json, "slope", target.slope());
      json.writeNumberField("meanWeightKg", target.meanWeightKg());
      json.writeNumberField("effectiveTareKg", target.effectiveTareKg());
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, @Nullable Co2Facts co2) throws IOException {
    if (co2 != null) {
      json.writeObjectFieldStart("co2");
      text(json, "gramsPerKm", co2.gramsPerKm());
      text(json, "testCycle", co2.testCycle().name());
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, @Nullable ChargeFacts charge) throws IOException {
    if (charge != null) {
      json.writeObjectFieldStart("charge");
      text(json, "amount", charge.amount());
      text(json, "currency", charge.currency());
      text(json, "ratePerGram", charge.ratePerGram());
      text(json, "due", charge.due());
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, AcceptanceFacts acceptance) throws IOException {
    json.writeObjectFieldStart("acceptance");
    text(json, "outcome", acceptance.outcome());
    json.writeArrayFieldStart("reasons");
    for (Ground reason : acceptance.reasons()) {
      json.writeStartObject();
      text(json, "code", reason.code());
      text(json, "says", reason.says());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void row(JsonGenerator json, @Nullable Row row) throws IOException {
    if (row != null) {
      SerializedString written = rows.get(row);
      if (written == null) {
        written = written(row);
        if (rows.size() >= MOST_ROWS) {
          rows.clear();
        }
        rows.put(row, written);
      }
      json.writeFieldName("row");
      json.writeRawValue(written);
    }
  }

  private SerializedString written(Row row) throws IOException {
    var text = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(text)) {
      json.writeStartObject();
      text(json, "workbook", row.workbook());
      text(json, "sheet", row.sheet());
      text(json, "cells", row.cells());
      text(json, "source", row.source());
      text(json, "standing", row.standing());
      text(json, "note", row.note());
      json.writeEndObject();
    }
    return new SerializedString(text.toString());
  }

  private static void text(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }
}
