package nz.cleancar.policy.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Shown;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The first gate: takes a file apart into its zip entries, within the limits. */
final class ZipParts {

  private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final Pattern SHEET = Pattern.compile("xl/worksheets/[^/]+\\.xml");
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final Place place;
  private final Limits limits;
  private long expandedBytes;

  private ZipParts(Place place, Limits limits) {
    this.place = place;
    this.limits = limits;
  }

  /**
   * The entries by name, expanded. The zip's own directory says what they are, as it does for
   * spreadsheets; nothing of what it claims about sizes is believed.
   */
  static SortedMap<String, byte[]> of(Place place, byte[] file, Limits limits) throws Refused {
    var zip = new ZipParts(place, limits);
    return zip.read(file, zip::expand);
  }

  /**
   * The same, where no part is held: each is expanded once to be checked, and again when it is
   * read.
   */
  static SortedMap<String, Part> streamed(Place place, byte[] file, Limits limits) throws Refused {
    var parts = new ZipParts(place, limits);
    return parts.read(
        file,
        (zip, entry) -> {
          boolean isSheet = SHEET.matcher(entry.getName()).matches();
          parts.scan(zip, entry, isSheet ? limits.streamedBytes() : limits.partBytes());
          return new PackedPart(file, entry.getName());
        });
  }

  /** What becomes of an entry. */
  @FunctionalInterface
  private interface Expansion<T> {
    T expand(ZipFile zip, ZipArchiveEntry entry) throws IOException, Refused;
  }

  private <T> SortedMap<String, T> read(byte[] file, Expansion<T> expansion) throws Refused {
    checkForm(file);
    var parts = new TreeMap<String, T>();
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      var entries = Collections.list(zip.getEntries());
      if (entries.size() > limits.parts()) {
        throw tooBig(
            "too-many-parts", "at most " + limits.parts() + " parts", entries.size() + " parts");
      }
      for (ZipArchiveEntry entry : entries) {
        checkName(entry);
        if (!entry.isDirectory()
            && parts.putIfAbsent(entry.getName(), expansion.expand(zip, entry)) != null) {
          throw broken("each part once", "two parts named " + Shown.text(entry.getName()));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw broken("a whole workbook", "a damaged file");
    }
    return Collections.unmodifiableSortedMap(parts);
  }

  private void checkForm(byte[] file) throws Refused {
    if (file.length == 0) {
      throw refused("empty-file", "a workbook", "an empty file", "Save the workbook again.");
    }
    if (file.length > limits.fileBytes()) {
      throw tooBig(
          "file-too-large", "at most " + limits.fileBytes() + " bytes", file.length + " bytes");
    }
    if (startsWith(file, OLE2)) {
      throw oldOrEncrypted(file);
    }
    if (!startsWith(file, ZIP)) {
      throw refused(
          "not-a-workbook",
          "a workbook in the .xlsx format",
          "something else",
          "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx).");
    }
  }

  /** Before .xlsx there was one container for .xls, and passwords still use it for .xlsx. */
  private Refused oldOrEncrypted(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    if (text.contains(String.join("\0", "EncryptedPackage".split("")))) {
      return encrypted();
    }
    return refused(
        "old-format",
        "a workbook in the .xlsx format",
        "the old .xls format or another of its time",
        "Save it as an Excel workbook (.xlsx).");
  }

  private Refused encrypted() {
    return refused(
        "encrypted",
        "a workbook that anybody can open",
        "one with a password",
        "Save it without a password.");
  }

  private void checkName(ZipArchiveEntry entry) throws Refused {
    String name = entry.getName();
    boolean climbs = name.startsWith("/") || name.contains("..") || name.contains("\\");
    if (climbs || name.length() > 250 || !name.codePoints().allMatch(Shown::isVisible)) {
      throw broken("parts with plain names", "a part named " + Shown.text(name));
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw encrypted();
    }
  }

  private byte[] expand(ZipFile zip, ZipArchiveEntry entry) throws IOException, Refused {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readNBytes(limits.partBytes() + 1);
      checkSize(entry, content.length, limits.partBytes());
      var checksum = new CRC32();
      checksum.update(content);
      checkWhole(entry, content.length, checksum);
      return content;
    }
  }

  /** Expands an entry without holding it. */
  private void scan(ZipFile zip, ZipArchiveEntry entry, int limit) throws IOException, Refused {
    try (InputStream in = zip.getInputStream(entry)) {
      var checksum = new CRC32();
      byte[] buffer = new byte[Limits.SMALL_PART];
      long size = 0;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        checksum.update(buffer, 0, count);
        size += count;
        checkSize(entry, size, limit);
      }
      checkWhole(entry, size, checksum);
    }
  }

  private void checkSize(ZipArchiveEntry entry, long size, int limit) throws Refused {
    String name = Shown.text(entry.getName());
    if (size > limit) {
      throw tooBig("part-too-large", "parts of at most " + limit + " bytes", name + " with more");
    }
    long packed = Math.max(1, entry.getCompressedSize());
    if (size > Limits.SMALL_PART && size > packed * limits.expansion()) {
      throw tooBig(
          "zip-bomb",
          "parts that expand at most " + limits.expansion() + " times",
          name + ", which expands " + size / packed + " times");
    }
  }

  private void checkWhole(ZipArchiveEntry entry, long size, CRC32 checksum) throws Refused {
    expandedBytes += size;
    if (expandedBytes > limits.expandedBytes()) {
      throw tooBig(
          "expands-too-large",
          "at most " + limits.expandedBytes() + " bytes in all when expanded",
          "more");
    }
    if (checksum.getValue() != entry.getCrc()) {
      throw broken("a whole workbook", "a damaged part " + Shown.text(entry.getName()));
    }
  }

  private static boolean startsWith(byte[] file, byte[] start) {
    return file.length >= start.length
        && Arrays.equals(file, 0, start.length, start, 0, start.length);
  }

  private Refused tooBig(String code, String expected, String found) {
    return refused(
        code,
        expected,
        found,
        "Copy the tables alone into a new workbook; a table never needs that much.");
  }

  private Refused broken(String expected, String found) {
    return refused(
        "broken-file",
        expected,
        found,
        "Open it in a spreadsheet program and save it again, or go back to an earlier copy.");
  }

  private Refused refused(String code, String expected, String found, String repair) {
    return new Refused(Finding.error(code, place, expected, found, repair));
  }
}
