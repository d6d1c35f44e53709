package nz.cleancar.report;

import static nz.cleancar.report.Verdicts.CHARGES;
import static nz.cleancar.report.Verdicts.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import nz.cleancar.scenario.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

final class JUnitXmlTest {

  /** What strict readers of build servers take, and nothing besides. */
  private static final String SCHEMA =
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="testsuites"><xs:complexType><xs:sequence>
          <xs:element name="testsuite" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
            <xs:sequence>
              <xs:element name="properties"><xs:complexType><xs:sequence>
                <xs:element name="property" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
                  <xs:attribute name="name" use="required"/><xs:attribute name="value" use="required"/>
                </xs:complexType></xs:element>
              </xs:sequence></xs:complexType></xs:element>
              <xs:element name="testcase" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
                <xs:sequence>
                  <xs:element name="error" minOccurs="0"><xs:complexType mixed="true">
                    <xs:attribute name="type"/><xs:attribute name="message"/>
                  </xs:complexType></xs:element>
                  <xs:element name="failure" minOccurs="0"><xs:complexType mixed="true">
                    <xs:attribute name="type"/><xs:attribute name="message"/>
                  </xs:complexType></xs:element>
                  <xs:element name="system-out" type="xs:string"/>
                </xs:sequence>
                <xs:attribute name="name" use="required"/><xs:attribute name="classname" use="required"/>
                <xs:attribute name="file"/><xs:attribute name="line" type="xs:integer"/>
              </xs:complexType></xs:element>
            </xs:sequence>
            <xs:attribute name="name" use="required"/>
            <xs:attribute name="tests" type="xs:integer" use="required"/>
            <xs:attribute name="failures" type="xs:integer" use="required"/>
            <xs:attribute name="errors" type="xs:integer" use="required"/>
            <xs:attribute name="skipped" type="xs:integer" use="required"/>
          </xs:complexType></xs:element>
        </xs:sequence></xs:complexType></xs:element>
      </xs:schema>
      """;

  private static String written(Verdict... verdicts) {
    var out = new StringWriter();
    try (var xml = new JUnitXml(out)) {
      for (Verdict verdict : verdicts) {
        xml.add(verdict);
      }
    }
    return out.toString();
  }

  private static void validate(String xml) throws SAXException, IOException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(new StreamSource(new StringReader(SCHEMA)))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  private static Element parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static List<Element> elements(Element within, String name) {
    NodeList found = within.getElementsByTagName(name);
    var elements = new ArrayList<Element>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void each_suite_says_how_many_of_its_cases_ran_and_failed() throws Exception {
    // Given
    String xml =
        written(
            Verdicts.passed(CHARGES, "one"),
            Verdicts.failed(CHARGES, "two", "REFUSE", "because"),
            Verdicts.passed(OTHER, "three"));

    // When
    var suites = elements(parsed(xml), "testsuite");

    // Then
    assertThat(suites)
        .extracting(
            suite -> suite.getAttribute("name"),
            suite -> suite.getAttribute("tests"),
            suite -> suite.getAttribute("failures"),
            suite -> elements(suite, "testcase").size())
        .containsExactly(tuple("charges", "2", "1", 2), tuple("other", "1", "0", 1));
  }

  @Test
  void a_failure_says_what_was_expected_and_found_and_why() throws Exception {
    // Given
    String xml = written(Verdicts.failed(CHARGES, "two", "REFUSE", "The account is fine."));

    // When
    var testcase = elements(parsed(xml), "testcase").getFirst();
    var failure = elements(testcase, "failure").getFirst();

    // Then
    assertThat(failure.getAttribute("message"))
        .isEqualTo("Outcome: expected REFUSE, found DECIDED");
    assertThat(failure.getTextContent())
        .contains("charges.xlsx, sheet Cases, cell D12", "The account is fine.");
    assertThat(testcase.getAttribute("file")).isEqualTo("charges.xlsx");
    assertThat(testcase.getAttribute("line")).isEqualTo("12");
    assertThat(elements(testcase, "system-out").getFirst().getTextContent())
        .contains("[[PROPERTY|sheet=Cases]]", "[[PROPERTY|cell=A12]]");
  }

  @Test
  void strict_readers_take_it() throws Exception {
    // Given
    String xml =
        written(
            Verdicts.passed(CHARGES, "one"),
            Verdicts.failed(OTHER, "two", "REFUSE", "because"),
            Verdicts.passed(CHARGES, "three"));

    // When
    validate(xml);

    // Then
    assertThat(elements(parsed(xml), "testsuite")).hasSize(3);
  }

  @Test
  void whatever_a_name_holds_the_document_can_be_read() throws Exception {
    // Given
    String name = "a<b & \"c\" ]]> \u0000\u0008\uFFFE\uD800 \uD83D\uDE97";

    // When
    var testcase =
        elements(parsed(written(Verdicts.failed(CHARGES, name, "]]>" + name, name))), "testcase")
            .getFirst();

    // Then
    assertThat(testcase.getAttribute("name"))
        .isEqualTo("a<b & \"c\" ]]> \uFFFD\uFFFD\uFFFD\uFFFD \uD83D\uDE97");
  }

  @Test
  void no_scenario_at_all_is_an_error() throws Exception {
    // Given
    String xml = written();

    // When
    var document = parsed(xml);

    // Then
    assertThat(elements(document, "testsuite"))
        .extracting(suite -> suite.getAttribute("tests"), suite -> suite.getAttribute("errors"))
        .containsExactly(tuple("1", "1"));
    assertThat(elements(document, "error"))
        .singleElement()
        .satisfies(
            error -> assertThat(error.getAttribute("message")).contains("No scenario was run"));
  }

  @Test
  void faults_of_a_suite_are_errors_of_its_file_and_no_warning_is() throws Exception {
    // Given
    var out = new StringWriter();
    try (var xml = new JUnitXml(out)) {
      xml.add(Verdicts.passed(CHARGES, "one"));
      xml.add(Verdicts.FAULT);
      xml.add(Verdicts.UNREADABLE);
      xml.add(Verdicts.WARNING);
    }

    // When
    var suites = elements(parsed(out.toString()), "testsuite");

    // Then
    validate(out.toString());
    assertThat(suites)
        .extracting(
            suite -> suite.getAttribute("name"),
            suite -> suite.getAttribute("tests"),
            suite -> suite.getAttribute("errors"))
        .containsExactly(
            tuple("charges", "1", "0"),
            tuple("charges.xlsx", "1", "1"),
            tuple("broken.xlsx", "1", "1"));
    assertThat(elements(suites.get(1), "testcase").getFirst().getAttribute("line")).isEqualTo("20");
    assertThat(elements(suites.get(1), "error").getFirst().getAttribute("message"))
        .isEqualTo(Verdicts.FAULT.line());
  }

  @Test
  void nothing_is_left_behind_whether_or_not_it_can_be_written(@TempDir Path folder)
      throws IOException {
    // Given
    Path first = Files.createFile(folder.resolve("first"));
    Path second = Files.createFile(folder.resolve("second"));

    // When
    new JUnitXml(new StringWriter(), first).close();
    assertThatExceptionOfType(ReportFailed.class)
        .isThrownBy(() -> new JUnitXml(new FullDisk(), second));

    // Then
    assertThat(folder).isEmptyDirectory();
  }

  /** Takes nothing. */
  private static final class FullDisk extends Writer {

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void flush() throws IOException {
      throw new IOException("No space left on device");
    }

    @Override
    public void close() {}
  }
}
