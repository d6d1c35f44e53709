package nz.cleancar.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes workbooks apart and puts them together again, with other parts in them. */
public final class Zips {

  private Zips() {}

  /** The entries of a zip. */
  public static Map<String, byte[]> entries(byte[] zip) {
    var entries = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  /** The text of an entry. */
  public static String text(byte[] zip, String name) {
    byte[] found = entries(zip).get(name);
    if (found == null) {
      throw new IllegalArgumentException("No " + name + " among " + entries(zip).keySet());
    }
    return new String(found, StandardCharsets.UTF_8);
  }

  /** A zip of these entries. */
  public static byte[] zip(Map<String, byte[]> entries) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The zip with an entry more, or in place of the one of this name. */
  public static byte[] with(byte[] zip, String name, byte[] content) {
    var entries = entries(zip);
    entries.put(name, content);
    return zip(entries);
  }

  /** The zip with a text entry more, or in place of the one of this name. */
  public static byte[] with(byte[] zip, String name, String content) {
    return with(zip, name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** The zip without an entry. */
  public static byte[] without(byte[] zip, String name) {
    var entries = entries(zip);
    entries.remove(name);
    return zip(entries);
  }

  /** The zip with a changed text entry; fails if the change changes nothing. */
  public static byte[] edit(byte[] zip, String name, UnaryOperator<String> change) {
    String before = text(zip, name);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalArgumentException("Nothing changes in " + before);
    }
    return with(zip, name, after);
  }
}
