package nz.cleancar.bench;

import java.nio.charset.StandardCharsets;

/** The requests that benchmarks send. */
final class Requests {

  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final String FULL_FACTS = "decision-request-full-facts.json";

  static final Request WHAT_IF = Request.post("/decisions/what-if", FULL_FACTS, OK);
  static final Request DECISIONS = Request.post("/decisions", "decision-request.json", CREATED);
  static final Request EMPTY = Request.post("/bytes", FULL_FACTS, OK);
  static final Request EMPTY_RECORDS = Request.post("/records", FULL_FACTS, OK);

  private Requests() {}

  /** The body of {@link #WHAT_IF}. */
  static String whatIfBody() {
    String text = new String(WHAT_IF.bytes(), StandardCharsets.UTF_8);
    return text.substring(text.indexOf("\r\n\r\n") + 4);
  }
}
