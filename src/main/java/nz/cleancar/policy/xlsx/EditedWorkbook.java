package nz.cleancar.policy.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Opens a workbook as a whole, to be changed and written; only one that passed the gates. */
final class EditedWorkbook {

  /** A change of a workbook. */
  @FunctionalInterface
  interface Change {
    void apply(XSSFWorkbook workbook);
  }

  /** What is wrong with cells that would be lost. */
  private static final Set<String> LOSSY =
      Set.of("too-many-rows", "too-many-columns", "duplicate-cell", "broken-cell");

  private EditedWorkbook() {}

  /** The parts of a workbook that passed the gates and is not too large to be opened as a whole. */
  static SortedMap<String, byte[]> parts(Place place, byte[] content, Limits limits)
      throws Refused {
    var parts = ZipParts.of(place, content, limits);
    Parts.check(place, parts);
    checkNodes(place, parts, limits);
    checkSheets(place, parts, limits);
    return parts;
  }

  private static void checkNodes(Place place, Map<String, byte[]> parts, Limits limits)
      throws Refused {
    long nodes = 0;
    for (var part : parts.entrySet()) {
      if (part.getKey().endsWith("xml") || part.getKey().endsWith("rels")) {
        try (var xml = Xml.of(part.getValue())) {
          while (xml.next()) {
            nodes += xml.nodes();
          }
        } catch (XMLStreamException e) {
          throw unfit(place, "a damaged part");
        }
      }
    }
    if (nodes > limits.editedNodes()) {
      throw unfit(place, "more than " + limits.editedNodes() + " pieces");
    }
  }

  /** Refuses sheets of which the whole would not be kept as it is. */
  private static void checkSheets(Place place, SortedMap<String, byte[]> parts, Limits limits)
      throws Refused {
    try (var open = new OpenWorkbook(place, parts, limits)) {
      for (OpenWorkbook.Tab tab : open.tabs()) {
        var findings = new SheetFindings(place.file(), tab.name(), limits);
        open.sheet(tab, findings);
        if (findings.all().stream().anyMatch(finding -> LOSSY.contains(finding.code()))) {
          throw unfit(place, "cells that it would lose");
        }
      }
    }
  }

  private static Refused unfit(Place place, String found) {
    return new Refused(
        Finding.error(
            "cannot-be-written",
            place,
            "a workbook that can be written as it is",
            found,
            "Copy the tables alone into a new workbook."));
  }

  /**
   * The workbook after the change.
   *
   * @throws IOException if its parts do not make a workbook, whatever is wrong with them
   */
  static byte[] change(SortedMap<String, byte[]> parts, Change change) throws IOException {
    try (var opened = OPCPackage.open(new ByteArrayInputStream(zip(parts)));
        var workbook = new XSSFWorkbook(opened);
        var out = new ByteArrayOutputStream()) {
      change.apply(workbook);
      workbook.write(out);
      opened.revert();
      return out.toByteArray();
    } catch (OpenXML4JException | RuntimeException e) {

      // POI has many exceptions for a package that is not one; all of them mean this.
      throw new IOException("The workbook cannot be written.", e);
    }
  }

  /** The parts as a file again; not packed, since they are taken apart at once. */
  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    var file = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(file)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return file.toByteArray();
  }
}
