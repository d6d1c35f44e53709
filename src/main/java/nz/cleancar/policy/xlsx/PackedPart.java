package nz.cleancar.policy.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A part that stays in its file and is expanded as it is read.
 *
 * @param file the whole file; whoever makes it never changes it
 * @param name the part's name, which the file has once
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PackedPart(byte[] file, String name) implements Part {

  @Override
  public InputStream open() throws IOException {
    var zip = ZipFile.builder().setByteArray(file).get();
    try {
      return new FilterInputStream(zip.getInputStream(zip.getEntry(name))) {
        @Override
        public void close() throws IOException {
          try (zip) {
            super.close();
          }
        }
      };
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }
}
