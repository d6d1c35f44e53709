package nz.cleancar.report;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes texts that may hold anything into XML. */
final class XmlText {

  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  /** A property, unless it is empty. */
  static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
    if (!value.isEmpty()) {
      xml.writeEmptyElement("property");
      attribute(xml, "name", name);
      attribute(xml, "value", value);
    }
  }

  static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, holdable(value));
  }

  static void text(XMLStreamWriter xml, String text) throws XMLStreamException {
    xml.writeCharacters(holdable(text));
  }

  /** An element with nothing but text. */
  static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    text(xml, text);
    xml.writeEndElement();
  }

  /** The text with a replacement for each character that XML 1.0 cannot hold. */
  private static String holdable(String text) {
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
}
