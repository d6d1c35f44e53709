package nz.cleancar.policy.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Walks the elements of one XML part. Knows no document types, no entities but the built-in ones,
 * and fetches nothing.
 */
final class Xml implements AutoCloseable {

  /** The namespaces of spreadsheets, as most programs and as strict ones write them. */
  private static final Set<String> SPREADSHEET =
      Set.of(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main");

  private static final Pattern ENCODING = Pattern.compile("(?i)utf-?8|utf-?16(le|be)?|(us-)?ascii");

  /** The most elements inside each other. */
  private static final String DEEPEST = "256";

  /** The most names of elements and attributes, which are kept to the end of the part. */
  private static final int MOST_NAMES = 10_000;

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final XMLStreamReader reader;
  private final Set<String> names = new HashSet<>();
  private long nameCharacters;

  private Xml(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** At the start of the part. */
  static Xml of(byte[] part) throws XMLStreamException {
    return of(new ByteArrayInputStream(part));
  }

  /** At the start of a part that is read as it comes. */
  static Xml of(InputStream part) throws XMLStreamException {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
    // They count references to built-in entities; the length of each text is limited already.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    try {
      var reader = factory.createXMLStreamReader(PartText.of(part));
      String encoding = reader.getCharacterEncodingScheme();
      if (encoding != null && !ENCODING.matcher(encoding).matches()) {
        throw new XMLStreamException("An encoding that no workbook has.");
      }
      return new Xml(reader);
    } catch (IOException e) {
      throw new XMLStreamException(e);
    }
  }

  /** Whether the part declares a document type. Reads no further than its first element. */
  static boolean declaresType(InputStream part) throws XMLStreamException {
    try (var xml = of(part)) {
      while (xml.reader.hasNext()) {
        int event = xml.step();
        if (event == XMLStreamConstants.DTD) {
          return true;
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          return false;
        }
      }
      return false;
    }
  }

  /** Goes to the next element that starts; false at the end of the part. */
  boolean next() throws XMLStreamException {
    while (reader.hasNext()) {
      if (advance() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /**
   * Goes to the next element that starts inside the one of this name, which it stands in; false
   * once that one has ended.
   */
  boolean nextIn(String name) throws XMLStreamException {
    while (reader.hasNext()) {
      int event = advance();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT && is(name)) {
        return false;
      }
    }
    return false;
  }

  /** Whether the element is the spreadsheets' one of this name. */
  boolean is(String name) {
    return reader.getLocalName().equals(name) && SPREADSHEET.contains(reader.getNamespaceURI());
  }

  /** The element and its attributes, in number. */
  int nodes() {
    return 1 + reader.getAttributeCount();
  }

  /** The element's name, whatever its namespace. */
  String name() {
    return reader.getLocalName();
  }

  /** The attribute without a namespace; empty where it is not there. */
  String attribute(String name) {
    String value = reader.getAttributeValue("", name);
    return value == null ? "" : value;
  }

  /** The attribute that links to another part. */
  String relationship() {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      @Nullable String namespace = reader.getAttributeNamespace(i);
      if (reader.getAttributeLocalName(i).equals("id")
          && namespace != null
          && namespace.endsWith("/relationships")) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** Whether the attribute says true. */
  boolean flag(String name) {
    String value = attribute(name);
    return value.equals("1") || value.equals("true");
  }

  /** The attribute as a whole number; the fallback where it is not there or is none. */
  int number(String name, int fallback) {
    String value = attribute(name);
    return WHOLE.matcher(value).matches() ? Integer.parseInt(value) : fallback;
  }

  /** All characters inside the element, one more than the limit at most. */
  String text(int limit) throws XMLStreamException {
    var text = new StringBuilder();
    for (int depth = 1; depth > 0; ) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text.length() <= limit) {
            text.append(reader.getText());
          }
        }
        default -> {}
      }
    }
    return text.length() > limit ? text.substring(0, limit + 1) : text.toString();
  }

  /** The text of an element with rich text: its runs, without what is said of pronunciation. */
  String richText(String element, int limit) throws XMLStreamException {
    var text = new StringBuilder();
    while (nextIn(element)) {
      if (is("rPh")) {
        text(0);
      } else if (is("t") && text.length() <= limit) {
        text.append(text(limit));
      }
    }
    String all = text.length() > limit ? text.substring(0, limit + 1) : text.toString();
    return unescaped(all);
  }

  /** The text with characters that XML cannot hold, which workbooks write as {@code _x000D_}. */
  static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                escape ->
                    Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(escape.group(1), 16))))
        : text;
  }

  private int advance() throws XMLStreamException {
    int event = step();
    if (event == XMLStreamConstants.DTD) {
      throw new XMLStreamException("A document type.");
    }
    return event;
  }

  private int step() throws XMLStreamException {
    int event;
    try {
      event = reader.next();
    } catch (RuntimeException e) {
      // The reader has a few of its own for what is no XML.
      throw new XMLStreamException(e);
    }
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> countNames();
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> count(reader.getPITarget());
      default -> {}
    }
    return event;
  }

  /** Counts the names that the reader keeps. */
  private void countNames() throws XMLStreamException {
    count(reader.getLocalName());
    count(reader.getPrefix());
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      count(reader.getNamespacePrefix(i));
      count(reader.getNamespaceURI(i));
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      count(reader.getAttributeLocalName(i));
      count(reader.getAttributePrefix(i));
    }
  }

  private void count(@Nullable String name) throws XMLStreamException {
    if (name != null && names.add(name)) {
      nameCharacters += name.length();
      if (names.size() > MOST_NAMES || nameCharacters > PartText.LONGEST) {
        throw new XMLStreamException("More names than any workbook has.");
      }
    }
  }

  @Override
  public void close() throws XMLStreamException {
    reader.close();
  }
}
