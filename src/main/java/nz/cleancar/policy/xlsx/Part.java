package nz.cleancar.policy.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SortedMap;
import java.util.TreeMap;

/** A part of a workbook, which can be read as often as it is wanted. */
@FunctionalInterface
interface Part {

  /** The part from its beginning. */
  InputStream open() throws IOException;

  /** Parts that are held as a whole. */
  static SortedMap<String, Part> held(SortedMap<String, byte[]> parts) {
    var held = new TreeMap<String, Part>();
    parts.forEach((name, content) -> held.put(name, held(content)));
    return held;
  }

  /** A part that is held as a whole. */
  static Part held(byte[] content) {
    return () -> new ByteArrayInputStream(content);
  }
}
