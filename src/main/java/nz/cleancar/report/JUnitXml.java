package nz.cleancar.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Place;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Writes verdicts as JUnit's XML, which build servers read: a {@code testsuite} for each suite, a
 * {@code testcase} for each scenario. Cases wait in a temporary file until their suite is over, and
 * none is held. Scenarios of one suite come one after the other; what comes later makes a suite of
 * the same name again. For one thread.
 */
public final class JUnitXml implements AutoCloseable {

  private static final int REPLACEMENT = 0xFFFD;

  private final Writer out;
  private final XMLStreamWriter document;

  /** The cases of the suite that is under way: its element says first how many there are. */
  private final Path cases;

  private XMLStreamWriter xml;
  private Writer spool;
  private @Nullable Suite open;
  private long tests;
  private long failures;

  /**
   * Begins the document.
   *
   * @param out where it goes, as UTF-8; it stays open
   */
  public JUnitXml(Writer out) {
    try {
      this.out = out;
      this.cases = Files.createTempFile("ccs-junit", ".xml");
      this.document = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      this.spool = Files.newBufferedWriter(cases);
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(spool);
      document.writeStartDocument("UTF-8", "1.0");
      document.writeStartElement("testsuites");
    } catch (XMLStreamException | IOException e) {
      throw new ReportFailed(e);
    }
  }

  /** Writes what became of a scenario. */
  public void add(Verdict verdict) {
    try {
      var scenario = verdict.scenario();
      if (!scenario.suite().equals(open)) {
        closeSuite();
        open = scenario.suite();
      }
      write(verdict);
    } catch (XMLStreamException | IOException e) {
      throw new ReportFailed(e);
    }
  }

  private void closeSuite() throws XMLStreamException, IOException {
    var suite = open;
    if (suite == null) {
      return;
    }
    xml.flush();
    spool.close();
    document.writeStartElement("testsuite");
    attribute(document, "name", suite.id());
    attribute(document, "tests", Long.toString(tests));
    attribute(document, "failures", Long.toString(failures));
    attribute(document, "errors", "0");
    attribute(document, "skipped", "0");
    document.writeStartElement("properties");
    property(document, "title", suite.title());
    property(document, "topic", suite.topic());
    property(document, "file", suite.file());
    property(document, "sheet", suite.sheet());
    document.writeEndElement();
    document.flush();
    try (var written = Files.newBufferedReader(cases)) {
      written.transferTo(out);
    }
    document.writeEndElement();
    spool = Files.newBufferedWriter(cases);
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(spool);
    tests = 0;
    failures = 0;
  }

  private void write(Verdict verdict) throws XMLStreamException {
    tests++;
    Scenario scenario = verdict.scenario();
    Place place = scenario.place();
    xml.writeStartElement("testcase");
    attribute(xml, "name", scenario.name());
    attribute(xml, "classname", scenario.suite().id());
    attribute(xml, "file", place.file());
    String line = place.cell().replaceFirst("^\\D*", "");
    if (!line.isEmpty()) {
      attribute(xml, "line", line.replaceFirst("\\D.*$", ""));
    }
    if (!verdict.passed()) {
      failures++;
      xml.writeStartElement("failure");
      attribute(xml, "message", message(verdict));
      attribute(xml, "type", "expectation");
      text(details(verdict));
      xml.writeEndElement();
    }
    xml.writeStartElement("system-out");
    text(properties(scenario));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** As build servers read properties of a case, for which the strict schema has no element. */
  private static String properties(Scenario scenario) {
    var place = scenario.place();
    return "[[PROPERTY|file=%s]]%n[[PROPERTY|sheet=%s]]%n[[PROPERTY|cell=%s]]%n[[PROPERTY|tags=%s]]%n"
        .formatted(place.file(), place.sheet(), place.cell(), String.join("; ", scenario.tags()));
  }

  private static String message(Verdict verdict) {
    return verdict.misses().stream()
        .map(
            miss ->
                "%s: expected %s, found %s"
                    .formatted(
                        miss.expectation().heading(), miss.expectation().text(), miss.found()))
        .collect(Collectors.joining("; "));
  }

  /** Each expectation with its cell, and the explanation that led to what was found. */
  private static String details(Verdict verdict) {
    var text = new StringBuilder();
    for (Verdict.Miss miss : verdict.misses()) {
      text.append(
          "%s%n  %s%n  expected  %s%n  found     %s%n"
              .formatted(
                  miss.expectation().place(),
                  miss.expectation().heading(),
                  miss.expectation().text(),
                  miss.found()));
    }
    text.append("because%n".formatted());
    for (Firing firing : verdict.answer().run().firings()) {
      text.append("  %s%n".formatted(Step.of(firing).text()));
    }
    for (Fault fault : verdict.answer().run().faults()) {
      text.append("  %s%n".formatted(fault.says()));
    }
    return text.toString();
  }

  private static void property(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeEmptyElement("property");
      attribute(xml, "name", name);
      attribute(xml, "value", value);
    }
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, holdable(value));
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(holdable(text));
  }

  /** The text with a replacement for each character that XML 1.0 cannot hold. */
  static String holdable(String text) {
    return text.codePoints()
        .map(point -> isHoldable(point) ? point : REPLACEMENT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isHoldable(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  /** Ends the document. */
  @Override
  public void close() {
    try {
      closeSuite();
      document.writeEndElement();
      document.writeEndDocument();
      document.flush();
      spool.close();
      Files.delete(cases);
    } catch (XMLStreamException | IOException e) {
      throw new ReportFailed(e);
    }
  }
}
