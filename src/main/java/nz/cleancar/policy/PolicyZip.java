package nz.cleancar.policy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A policy's files as one zip file. */
public final class PolicyZip {

  private PolicyZip() {}

  /** What a zip file holds, or why it is not taken. */
  public sealed interface Unzipped {

    /** The files by their path. */
    record Files(SortedMap<String, byte[]> files) implements Unzipped {}

    /** The reason in a sentence. */
    record Refused(String says) implements Unzipped {}
  }

  /** The zip file of the sources; the same sources make the same file. */
  public static byte[] zip(PolicySources sources) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : sources.files().entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The files of a zip file from anybody: never more than the limits are unpacked. Folders and the
   * files that systems add to a zip file by themselves are passed over.
   */
  public static Unzipped unzip(byte[] bytes, PolicyFolder.Limits limits) {
    var files = new TreeMap<String, byte[]>();
    long all = 0;
    int entries = 0;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        // What is passed over is unpacked too, and so counts.
        byte[] content = zip.readNBytes(limits.fileBytes() + 1);
        all += content.length;
        if (content.length > limits.fileBytes()) {
          return new Unzipped.Refused(
              Shown.text(entry.getName()) + " is larger than " + limits.fileBytes() + " bytes.");
        }
        if (all > limits.allBytes() || entries++ == limits.files()) {
          return new Unzipped.Refused(
              "The zip file holds more than "
                  + limits.files()
                  + " files or "
                  + limits.allBytes()
                  + " bytes.");
        }
        boolean isPassedOver = entry.isDirectory() || entry.getName().startsWith("__MACOSX/");
        if (!isPassedOver && files.put(entry.getName(), content) != null) {
          return new Unzipped.Refused(Shown.text(entry.getName()) + " is there twice.");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return new Unzipped.Refused("The zip file is damaged.");
    }
    return files.isEmpty()
        ? new Unzipped.Refused("There is no file in it, or it is no zip file.")
        : new Unzipped.Files(files);
  }
}
