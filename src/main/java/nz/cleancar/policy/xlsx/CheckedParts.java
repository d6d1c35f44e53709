package nz.cleancar.policy.xlsx;

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

  private final SortedMap<String, Part> parts;
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
    return part.open();
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
