package nz.cleancar.policy.xlsx;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.SortedMap;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipEntrySource;
import org.jspecify.annotations.Nullable;

/** Parts that passed the gates, as POI wants to be given them. POI never sees the file itself. */
final class CheckedParts implements ZipEntrySource {

  /**
   * The most bytes of what the package says of itself, of which POI builds trees: parts, links,
   * authors. Ample for the most parts that a workbook may have.
   */
  private static final int MOST_BYTES = 1024 * 1024;

  private final SortedMap<String, Part> parts;
  private boolean open;
  private boolean closed;

  CheckedParts(SortedMap<String, Part> parts) {
    this.parts = parts;
  }

  @Override
  public Enumeration<? extends ZipArchiveEntry> getEntries() {
    return Collections.enumeration(parts.keySet().stream().map(ZipArchiveEntry::new).toList());
  }

  @Override
  public @Nullable ZipArchiveEntry getEntry(String path) {
    return parts.containsKey(path) ? new ZipArchiveEntry(path) : null;
  }

  @Override
  public InputStream getInputStream(ZipArchiveEntry entry) throws IOException {
    Part part = parts.get(entry.getName());
    if (part == null) {
      throw new FileNotFoundException(entry.getName());
    }
    return open && !entry.getName().endsWith(".rels") ? part.open() : small(part);
  }

  private static InputStream small(Part part) throws IOException {
    try (InputStream in = part.open()) {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw new IOException("A part that is larger than any package needs.");
      }
      return new ByteArrayInputStream(content);
    }
  }

  /** From now on parts are read that a package does not speak of itself in. */
  void open() {
    open = true;
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }
}
