package nz.cleancar.policy.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.stream.XMLStreamException;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;

/** The second gate: refuses by name the parts that a table never needs. */
final class Parts {

  private static final String TYPES = "[Content_Types].xml";

  /** What a part's name or type may not contain, each with the code of its finding. */
  private static final Map<String, String> UNWANTED =
      Map.ofEntries(
          Map.entry("vbaproject", "macro"),
          Map.entry("vbadata", "macro"),
          Map.entry("macrosheet", "macro"),
          Map.entry("macroenabled", "macro"),
          Map.entry("externallink", "external-link"),
          Map.entry("connections", "data-connection"),
          Map.entry("querytable", "data-connection"),
          Map.entry("pivottable", "pivot-table"),
          Map.entry("pivotcache", "pivot-table"),
          Map.entry("activex", "embedded-object"),
          Map.entry("embeddings/", "embedded-object"),
          Map.entry("ctrlprops", "embedded-object"),
          Map.entry("oleobject", "embedded-object"));

  private final Place place;
  private final SortedMap<String, Part> parts;
  private final List<Finding> findings = new ArrayList<>();

  private Parts(Place place, SortedMap<String, Part> parts) {
    this.place = place;
    this.parts = parts;
  }

  /** Refuses the workbook if it has any such part. */
  static void check(Place place, SortedMap<String, byte[]> parts) throws Refused {
    checkAll(place, Part.held(parts));
  }

  /** The same for parts that need not be held. */
  static void checkAll(Place place, SortedMap<String, Part> parts) throws Refused {
    var check = new Parts(place, parts);
    check.all();
    if (!check.findings.isEmpty()) {
      throw new Refused(check.findings);
    }
  }

  private void all() {
    if (!parts.containsKey(TYPES)) {
      add("not-a-workbook", "a workbook in the .xlsx format", "another kind of file");
      return;
    }
    parts.forEach(this::checkXml);
    if (findings.isEmpty()) {
      parts.keySet().forEach(name -> checkName(name, "the part " + Shown.text(name)));
      parts.forEach(this::checkLinks);
    }
  }

  private void checkXml(String name, Part part) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!ending.equals("xml") && !ending.equals("rels") && !ending.equals("vml")) {
      return;
    }
    try (InputStream content = part.open()) {
      if (Xml.declaresType(content)) {
        add("document-type", "parts without a document type", "one in " + Shown.text(name));
      }
    } catch (XMLStreamException | IOException e) {
      if (!ending.equals("vml")) {
        add("broken-file", "a whole workbook", "a damaged part " + Shown.text(name));
      }
    }
  }

  private void checkName(String text, String found) {
    String lower = text.toLowerCase(Locale.ROOT);
    UNWANTED.entrySet().stream()
        .filter(unwanted -> lower.contains(unwanted.getKey()))
        .map(Map.Entry::getValue)
        .distinct()
        .forEach(code -> add(code, "cells alone", found));
  }

  /** Looks at the types of parts, and at links that lead out of the workbook. */
  private void checkLinks(String name, Part part) {
    if (!name.equals(TYPES) && !name.endsWith(".rels")) {
      return;
    }
    try (InputStream content = part.open();
        var xml = Xml.of(content)) {
      while (xml.next()) {
        String type = xml.attribute("ContentType") + xml.attribute("Type");
        if (type.contains("sheet.binary")) {
          add("not-a-workbook", "a workbook in the .xlsx format", "the binary format .xlsb");
          continue;
        }
        checkName(type, "a part of the type " + Shown.text(type));
        boolean leadsOut = xml.attribute("TargetMode").equalsIgnoreCase("External");
        if (leadsOut && !type.endsWith("/hyperlink")) {
          add(
              "external-link",
              "no link to another file",
              "one to " + Shown.text(xml.attribute("Target")));
        }
      }
    } catch (XMLStreamException | IOException e) {
      add("broken-file", "a whole workbook", "a damaged part " + Shown.text(name));
    }
  }

  /** Adds a finding, one for each code: a macro, say, shows in several parts. */
  private void add(String code, String expected, String found) {
    if (findings.stream().noneMatch(finding -> finding.code().equals(code))) {
      findings.add(Finding.error(code, place, expected, found, repair(code)));
    }
  }

  private static String repair(String code) {
    return switch (code) {
      case "macro" -> "Save it as an Excel workbook without macros (.xlsx).";
      case "external-link" ->
          "Break the links (in Excel: Data, Edit Links), so that the values themselves are there.";
      case "data-connection" -> "Remove the connection (in Excel: Data, Queries & Connections).";
      case "pivot-table" -> "Keep pivot tables in a workbook of their own.";
      case "embedded-object" -> "Remove embedded files, buttons and other controls.";
      case "not-a-workbook" -> "Save it as an Excel workbook (.xlsx).";
      default -> "Open it in a spreadsheet program and save it again as an Excel workbook (.xlsx).";
    };
  }
}
