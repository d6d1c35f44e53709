package nz.cleancar.report;

import static nz.cleancar.report.XmlText.attribute;
import static nz.cleancar.report.XmlText.element;
import static nz.cleancar.report.XmlText.property;
import static nz.cleancar.report.XmlText.text;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;
import nz.cleancar.scenario.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Writes verdicts as JUnit's XML, which build servers read: a {@code testsuite} for each suite, a
 * {@code testcase} for each scenario. Cases wait in a temporary file until their suite is over, and
 * none is held. Scenarios of one suite come one after the other; what comes later makes a suite of
 * the same name again. Faults of the suites are errors, and so is a run of nothing, lest a build
 * server take it for success. For one thread.
 */
public final class JUnitXml implements AutoCloseable {

  private static final Finding NOTHING_RUN =
      Finding.error(
          "nothing-run",
          Place.of("scenarios"),
          "a scenario",
          "none",
          "No scenario was run: write one, or choose suites and tags that have some.");

  private final Writer out;
  private final XMLStreamWriter document;

  /** The cases of the suite that is under way: its element says first how many there are. */
  private final Path cases;

  private XMLStreamWriter xml;
  private Writer spool;
  private @Nullable Heading open;
  private boolean isEmpty = true;
  private long tests;
  private long failures;
  private long errors;

  /** What is said of a suite, or of a file that has faults, at its top. */
  private record Heading(String name, String title, String topic, String file, String sheet) {

    static Heading of(Suite suite) {
      return new Heading(suite.id(), suite.title(), suite.topic(), suite.file(), suite.sheet());
    }

    static Heading ofFaults(String file) {
      return new Heading(file, "Faults of the file", "", file, "");
    }
  }

  /**
   * Begins the document.
   *
   * @param out where it goes, as UTF-8; it stays open
   */
  public JUnitXml(Writer out) {
    this(out, temporaryFile());
  }

  /** With the file for the cases, which is gone in the end. */
  JUnitXml(Writer out, Path cases) {
    this.out = out;
    this.cases = cases;
    try {
      this.document = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      this.spool = Files.newBufferedWriter(cases);
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(spool);
      document.writeStartDocument("UTF-8", "1.0");
      document.writeStartElement("testsuites");
    } catch (XMLStreamException | IOException e) {
      delete(cases);
      throw new ReportFailed(e);
    }
  }

  private static Path temporaryFile() {
    try {
      return Files.createTempFile("ccs-junit", ".xml");
    } catch (IOException e) {
      throw new ReportFailed(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ReportFailed(e);
    }
  }

  /** Writes what became of a scenario. */
  public void add(Verdict verdict) {
    try {
      open(Heading.of(verdict.scenario().suite()));
      write(verdict);
    } catch (XMLStreamException | IOException e) {
      throw new ReportFailed(e);
    }
  }

  /**
   * Writes what is wrong with a suite's file, if it is an error: a case with an error, in a suite
   * that is named after the file.
   */
  public void add(Finding finding) {
    if (!finding.isError()) {
      return;
    }
    try {
      open(Heading.ofFaults(finding.place().file()));
      write(finding);
    } catch (XMLStreamException | IOException e) {
      throw new ReportFailed(e);
    }
  }

  private void open(Heading heading) throws XMLStreamException, IOException {
    if (!heading.equals(open)) {
      closeSuite();
      open = heading;
      isEmpty = false;
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
    attribute(document, "name", suite.name());
    attribute(document, "tests", Long.toString(tests));
    attribute(document, "failures", Long.toString(failures));
    attribute(document, "errors", Long.toString(errors));
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
    errors = 0;
  }

  private void write(Verdict verdict) throws XMLStreamException {
    tests++;
    Scenario scenario = verdict.scenario();
    Place place = scenario.place();
    startCase(scenario.name(), scenario.suite().id(), place);
    if (!verdict.passed()) {
      failures++;
      xml.writeStartElement("failure");
      attribute(xml, "message", CaseText.message(verdict));
      attribute(xml, "type", "expectation");
      text(xml, CaseText.details(verdict));
      xml.writeEndElement();
    }
    element(xml, "system-out", CaseText.properties(place, scenario.tags()));
    xml.writeEndElement();
  }

  private void startCase(String name, String suite, Place place) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute(xml, "name", name);
    attribute(xml, "classname", suite);
    attribute(xml, "file", place.file());
    String line = place.cell().replaceFirst("^\\D*", "");
    if (!line.isEmpty()) {
      attribute(xml, "line", line.replaceFirst("\\D.*$", ""));
    }
  }

  private void write(Finding error) throws XMLStreamException {
    tests++;
    errors++;
    var place = error.place();
    startCase(place + " [" + error.code() + "]", place.file(), place);
    xml.writeStartElement("error");
    attribute(xml, "message", error.line());
    attribute(xml, "type", error.code());
    text(xml, error.lines());
    xml.writeEndElement();
    element(xml, "system-out", CaseText.properties(place, List.of()));
    xml.writeEndElement();
  }

  /** Ends the document; where nothing was written, with an error that says so. */
  @Override
  public void close() {
    try {
      if (isEmpty) {
        add(NOTHING_RUN);
      }
      closeSuite();
      document.writeEndElement();
      document.writeEndDocument();
      document.flush();
      spool.close();
    } catch (XMLStreamException | IOException e) {
      throw new ReportFailed(e);
    } finally {
      delete(cases);
    }
  }
}
