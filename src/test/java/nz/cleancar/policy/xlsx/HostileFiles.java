package nz.cleancar.policy.xlsx;

import static nz.cleancar.policy.xlsx.Hostile.reads;
import static nz.cleancar.policy.xlsx.Hostile.refused;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nz.cleancar.testing.Zips;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that are odd as a whole: no workbooks, bombs, and workbooks with more than cells. */
final class HostileFiles {

  private static final String TYPES = "[Content_Types].xml";
  private static final String BOOK = "xl/workbook.xml";
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String STRINGS = "xl/sharedStrings.xml";
  private static final String STYLES = "xl/styles.xml";
  private static final String LINKS = "xl/_rels/workbook.xml.rels";
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private HostileFiles() {}

  static Stream<Hostile> cases() {
    return Stream.of(others(), bombs(), zips(), parts(), xml()).flatMap(cases -> cases);
  }

  private static byte[] sample() {
    return Sample.table().bytes();
  }

  private static Stream<Hostile> others() {
    byte[] sample = sample();
    return Stream.of(
        refused("an empty file", new byte[0], "empty-file@"),
        refused("a text with commas", bytes("Code;Reason\nMA;Why\n"), "not-a-workbook@"),
        refused("a page of the web", bytes("<html><table><tr><td>1"), "not-a-workbook@"),
        refused("a picture", bytes("\u0089PNG\r\n\u001a\n"), "not-a-workbook@"),
        refused("a workbook in the old format", oldFormat(), "old-format@"),
        refused("a workbook with a password", encrypted(), "encrypted@"),
        refused("half a workbook", Arrays.copyOf(sample, sample.length / 2), "broken-file@"),
        refused(
            "a workbook without its last byte",
            Arrays.copyOf(sample, sample.length - 1),
            "broken-file@"),
        refused("four bytes of a zip", Arrays.copyOf(sample, 4), "broken-file@"),
        refused("an empty zip", Zips.zip(Map.of("a.txt", bytes("a"))), "not-a-workbook@"),
        reads(
            "a workbook that calls itself a document",
            Zips.edit(
                sample,
                TYPES,
                xml ->
                    xml.replace(
                        "spreadsheetml.sheet.main+xml", "wordprocessingml.document.main+xml")),
            "A9=MA"),
        refused(
            "a workbook in the binary format",
            Zips.edit(
                sample,
                TYPES,
                xml ->
                    xml.replace(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.binary.macroEnabled.main")),
            "not-a-workbook@"),
        refused("a workbook without a workbook", Zips.without(sample, BOOK), "broken-file@"),
        refused("a workbook without its sheet", Zips.without(sample, SHEET), "broken-file@"),
        refused(
            "a workbook with nothing in it",
            Zips.edit(
                sample,
                SHEET,
                xml -> xml.replaceFirst("<sheetData>.*</sheetData>", "<sheetData/>")),
            "no-table@"));
  }

  private static Stream<Hostile> bombs() {
    byte[] sample = sample();
    return Stream.of(
        refused(
            "a zip bomb",
            Zips.with(sample, "xl/media/image1.png", new byte[10_000_000]),
            "zip-bomb@"),
        refused(
            "a zip bomb for a sheet",
            Zips.edit(sample, SHEET, xml -> xml + " ".repeat(10_000_000)),
            "zip-bomb@"),
        refused(
            "a part of more than any table needs",
            Zips.with(sample, "xl/media/image1.png", new byte[17 * 1024 * 1024]),
            "part-too-large@"),
        refused("parts that are too much together", manyLargeParts(sample), "expands-too-large@"),
        refused(
            "a file of more than five megabytes",
            Zips.with(sample, "xl/media/image1.png", noise(6_000_000)),
            "file-too-large@"),
        refused("10,000 parts", manyParts(sample, 10_000), "too-many-parts@"),
        reads(
            "a zip bomb inside, which nobody opens",
            Zips.with(
                typed("zip"), "xl/media/inner.zip", Zips.zip(Map.of("bomb", new byte[50_000_000]))),
            "A9=MA"),
        refused("100,001 texts", manyTexts(sample), "too-many-texts@"),
        refused("400,000 styles", manyStyles(sample), "too-many-styles@"),
        refused("33 sheets", manySheets(33), "too-many-sheets@"),
        refused(
            "elements inside elements without end",
            Zips.edit(
                sample,
                SHEET,
                xml -> xml.replace("<sheetData>", "<x>".repeat(5_000) + "<sheetData>")),
            "broken-file@"),
        refused(
            "an element of a thousand attributes",
            Zips.edit(sample, SHEET, xml -> xml.replace("<sheetData>", attributes())),
            "broken-file@"));
  }

  private static String attributes() {
    var element = new StringBuilder("<sheetData ");
    for (int i = 0; i < 1_000; i++) {
      element.append("a").append(i).append("=\"\" ");
    }
    return element.append(">").toString();
  }

  private static Stream<Hostile> zips() {
    byte[] sample = sample();
    return Stream.of(
        refused("a part that climbs out", Zips.with(sample, "../evil.xml", "<a/>"), "broken-file@"),
        refused(
            "a part with a path from the root",
            Zips.with(sample, "/etc/passwd", "x"),
            "broken-file@"),
        refused(
            "a part with a path of Windows",
            Zips.with(sample, "xl\\evil.bin", "x"),
            "broken-file@"),
        refused("a part twice", twice(sample), "broken-file@"),
        refused("a part whose checksum is wrong", wrongChecksum(), "broken-file@"),
        reads("a part that no directory lists, which is no part therefore", unlisted(), "A9=MA"),
        refused("a zip entry with a password", zipWithPassword(sample), "encrypted@"));
  }

  private static Stream<Hostile> parts() {
    byte[] sample = sample();
    return Stream.of(
        refused("a macro", Zips.with(sample, "xl/vbaProject.bin", "x"), "macro@"),
        refused(
            "a workbook for macros",
            Zips.edit(
                sample,
                TYPES,
                xml ->
                    xml.replace(
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "application/vnd.ms-excel.sheet.macroEnabled.main+xml")),
            "macro@"),
        refused(
            "a sheet of old macros",
            Zips.with(sample, "xl/macrosheets/sheet1.xml", "<a/>"),
            "macro@"),
        refused(
            "a macro under another name",
            linked(
                Zips.with(sample, "xl/innocent.bin", "x"),
                "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
                "innocent.bin",
                ""),
            "macro@"),
        refused(
            "a link to another workbook",
            Zips.with(sample, "xl/externalLinks/externalLink1.xml", "<externalLink/>"),
            "external-link@"),
        refused(
            "a link to another workbook by its path alone",
            linked(
                sample,
                RELATIONSHIPS + "externalLinkPath",
                "file:///etc/passwd",
                " TargetMode=\"External\""),
            "external-link@"),
        refused(
            "a picture from the web",
            linked(
                sample,
                RELATIONSHIPS + "image",
                "http://127.0.0.1:1/x.png",
                " TargetMode=\"External\""),
            "external-link@"),
        refused(
            "a connection to a database",
            Zips.with(sample, "xl/connections.xml", "<connections/>"),
            "data-connection@"),
        refused(
            "a query",
            Zips.with(sample, "xl/queryTables/queryTable1.xml", "<queryTable/>"),
            "data-connection@"),
        refused(
            "a pivot table",
            Zips.with(sample, "xl/pivotTables/pivotTable1.xml", "<x/>"),
            "pivot-table@"),
        refused(
            "a file inside",
            Zips.with(sample, "xl/embeddings/oleObject1.bin", "x"),
            "embedded-object@"),
        refused(
            "a control", Zips.with(sample, "xl/activeX/activeX1.xml", "<x/>"), "embedded-object@"),
        refused(
            "a macro, a link and a control at once",
            Zips.with(
                Zips.with(
                    Zips.with(sample, "xl/vbaProject.bin", "x"),
                    "xl/externalLinks/externalLink1.xml",
                    "<x/>"),
                "xl/activeX/activeX1.xml",
                "<x/>"),
            "embedded-object@",
            "external-link@",
            "macro@"),
        reads(
            "a thumbnail and notes of other programs",
            Zips.with(
                Zips.with(typed("jpeg"), "docProps/thumbnail.jpeg", "x"),
                "customXml/item1.xml",
                "<x/>"),
            "A9=MA"));
  }

  /** The sample, in which parts may have this ending. */
  private static byte[] typed(String ending) {
    return Zips.edit(
        sample(),
        TYPES,
        xml ->
            xml.replace(
                "</Types>",
                "<Default Extension=\"%s\" ContentType=\"application/octet-stream\"/></Types>"
                    .formatted(ending)));
  }

  private static byte[] linked(byte[] book, String type, String target, String more) {
    return Zips.edit(
        book,
        LINKS,
        xml ->
            xml.replace(
                "</Relationships>",
                "<Relationship Id=\"rId99\" Type=\"%s\" Target=\"%s\"%s/></Relationships>"
                    .formatted(type, target, more)));
  }

  private static Stream<Hostile> xml() {
    byte[] sample = sample();
    String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    String laughs =
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    return Stream.concat(
        Stream.of(TYPES, "_rels/.rels", BOOK, LINKS, SHEET, STRINGS, STYLES, "docProps/core.xml")
            .flatMap(
                part ->
                    Stream.of(
                        refused(
                            "an entity from outside in " + part,
                            declaring(sample, part, outside),
                            "document-type@"),
                        refused(
                            "entities of entities in " + part,
                            declaring(sample, part, laughs),
                            "document-type@"))),
        Stream.of(
            refused(
                "a document type fetched from the web",
                declaring(sample, SHEET, "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">"),
                "document-type@"),
            refused("a document type in UTF-16", inUtf16(sample, outside), "document-type@"),
            reads("a sheet in UTF-16", inUtf16(sample, ""), "A9=MA"),
            refused(
                "an entity that nobody declared",
                Zips.edit(sample, SHEET, xml -> xml.replace("<sheetData>", "&x;<sheetData>")),
                "broken-file@"),
            refused(
                "a sheet that stops in the middle",
                Zips.edit(sample, SHEET, xml -> xml.substring(0, xml.length() / 2)),
                "broken-file@"),
            refused(
                "shared texts that are no XML",
                Zips.with(sample, STRINGS, "no XML"),
                "broken-file@"),
            refused(
                "half of a surrogate pair by number",
                Zips.edit(sample, STRINGS, xml -> xml.replace("MA", "&#xD800;")),
                "broken-file@"),
            refused("bytes that are no UTF-8", badUtf8(sample), "broken-file@"),
            refused(
                "a chart for a sheet",
                Zips.edit(
                    sample,
                    SHEET,
                    xml ->
                        xml.replace("<worksheet", "<chartsheet")
                            .replace("</worksheet", "</chartsheet")),
                "no-table@"),
            refused(
                "cells of another namespace",
                Zips.edit(
                    sample,
                    SHEET,
                    xml -> xml.replace("spreadsheetml/2006/main", "spreadsheetml/2007/main")),
                "no-table@"),
            reads(
                "cells with a prefix for their namespace",
                Zips.edit(sample, SHEET, HostileFiles::prefixed),
                "A9=MA",
                "G11=1500"),
            reads("two sheets that are one part", twoSheetsOfOnePart(), "A9=MA"),
            refused("a sheet that is the styles", sheetLinkedTo("rId2"), "no-table@"),
            refused("a sheet that is nowhere", sheetLinkedTo("rId77"), "broken-file@")));
  }

  private static String prefixed(String xml) {
    return xml.replaceAll("<(/?)([a-zA-Z])", "<$1p:$2")
        .replaceFirst(" xmlns=", " xmlns:p=")
        .replaceFirst("<p:xml", "<xml");
  }

  private static byte[] declaring(byte[] book, String part, String type) {
    return Zips.edit(
        book,
        part,
        xml -> {
          int start = xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;
          return xml.substring(0, start) + type + xml.substring(start);
        });
  }

  private static byte[] inUtf16(byte[] book, String type) {
    String xml = new String(Zips.entries(book).get(SHEET), StandardCharsets.UTF_8);
    String body = xml.substring(xml.indexOf("<worksheet"));
    return Zips.with(
        book,
        SHEET,
        ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + type + body)
            .getBytes(StandardCharsets.UTF_16));
  }

  private static byte[] badUtf8(byte[] book) {
    byte[] strings = Zips.entries(book).get(STRINGS);
    String text = new String(strings, StandardCharsets.ISO_8859_1).replace("MA", "M\u00ff");
    return Zips.with(book, STRINGS, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] twoSheetsOfOnePart() {
    return Zips.edit(
        sample(),
        BOOK,
        xml ->
            xml.replaceFirst(
                "(<sheet [^>]*/>)", "$1<sheet name=\"Again\" sheetId=\"2\" r:id=\"rId3\"/>"));
  }

  private static byte[] sheetLinkedTo(String relationship) {
    return Zips.edit(
        sample(),
        BOOK,
        xml -> xml.replaceFirst("(<sheet [^>]*r:id=\")[^\"]*\"", "$1" + relationship + "\""));
  }

  private static byte[] manyLargeParts(byte[] book) {
    var entries = new LinkedHashMap<>(Zips.entries(book));
    byte[] noise = noise(501_000);
    var content = new byte[10_000_000];
    for (int at = 0; at < content.length; at += 20_000) {
      System.arraycopy(noise, at / 20, content, at, 1_000);
    }
    for (int i = 0; i < 6; i++) {
      entries.put("xl/media/image" + i + ".png", content);
    }
    return Zips.zip(entries);
  }

  private static byte[] manyParts(byte[] book, int count) {
    var entries = new LinkedHashMap<>(Zips.entries(book));
    for (int i = 0; i < count; i++) {
      entries.put("xl/media/image" + i + ".png", new byte[0]);
    }
    return Zips.zip(entries);
  }

  private static byte[] manyTexts(byte[] book) {
    return Zips.edit(
        book,
        STRINGS,
        xml -> {
          var texts = new StringBuilder();
          for (int i = 0; i <= 100_000; i++) {
            texts.append("<si><t>").append(i * 7919L % 1_000_003).append("</t></si>");
          }
          return xml.replace("</sst>", texts.append("</sst>"));
        });
  }

  private static byte[] manyStyles(byte[] book) {
    return Zips.edit(
        book,
        STYLES,
        xml -> {
          var styles = new StringBuilder();
          for (int i = 0; i < 400_000; i++) {
            styles.append("<xf numFmtId=\"").append(i * 7919L % 1_000_003).append("\"/>");
          }
          return xml.replace("</cellXfs>", styles.append("</cellXfs>"));
        });
  }

  private static byte[] manySheets(int count) {
    return Sample.table()
        .then(
            sheet -> {
              for (int i = 1; i < count; i++) {
                sheet.getWorkbook().createSheet("Sheet" + i);
              }
            })
        .bytes();
  }

  /** A zip whose directory lists a part twice, which no library writes. */
  private static byte[] twice(byte[] book) {
    byte[] zip = Zips.with(book, "xl/worksheets/sheet2.xml", "<x/>");
    return replaced(zip, bytes("sheet2.xml"), bytes("sheet1.xml"));
  }

  private static byte[] replaced(byte[] in, byte[] from, byte[] to) {
    String text = new String(in, StandardCharsets.ISO_8859_1);
    return text.replace(
            new String(from, StandardCharsets.ISO_8859_1),
            new String(to, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A stored part whose content was changed behind its checksum. */
  private static byte[] wrongChecksum() {
    return replaced(stored("xl/media/a.txt", "honest"), bytes("honest"), bytes("forged"));
  }

  private static byte[] stored(String name, String content) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var entry : Zips.entries(sample()).entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
      byte[] bytes = bytes(content);
      var checksum = new CRC32();
      checksum.update(bytes);
      var entry = new ZipEntry(name);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(checksum.getValue());
      zip.putNextEntry(entry);
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A workbook with a second one before it; the directory at the end knows the last alone. */
  private static byte[] unlisted() {
    byte[] other = Sample.table().set("A9", "EVIL").bytes();
    byte[] book = sample();
    byte[] both = Arrays.copyOf(other, other.length + book.length);
    System.arraycopy(book, 0, both, other.length, book.length);
    return both;
  }

  /** Sets the bit for a password on the first entry of the directory. */
  private static byte[] zipWithPassword(byte[] book) {
    byte[] zip = book.clone();
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    int directory = text.indexOf("PK\u0001\u0002");
    zip[directory + 8] |= 1;
    return zip;
  }

  private static byte[] oldFormat() {
    try (var book = new HSSFWorkbook();
        var out = new ByteArrayOutputStream()) {
      book.createSheet("Table").createRow(0).createCell(0).setCellValue("MA");
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encrypted() {
    try (var container = new POIFSFileSystem();
        var out = new ByteArrayOutputStream()) {
      var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var book = OPCPackage.open(new ByteArrayInputStream(sample()));
          var stream = encryptor.getDataStream(container)) {
        book.save(stream);
      }
      container.writeFilesystem(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | InvalidFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] noise(int size) {
    var noise = new byte[size];
    new Random(7).nextBytes(noise);
    return noise;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
