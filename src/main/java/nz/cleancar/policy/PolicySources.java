package nz.cleancar.policy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import nz.cleancar.standard.Sha256;

/**
 * The files that make a policy, by their path with forward slashes, for example {@code
 * decision-tables/charge-rates.xlsx}. Immutable: contents are copied in and out.
 */
public final class PolicySources {

  private final SortedMap<String, byte[]> files;

  public PolicySources(SortedMap<String, byte[]> files) {
    var copies = new TreeMap<String, byte[]>();
    files.forEach((path, content) -> copies.put(path, content.clone()));
    this.files = Collections.unmodifiableSortedMap(copies);
  }

  /** The paths and contents, in the order of the paths. */
  public SortedMap<String, byte[]> files() {
    var copies = new TreeMap<String, byte[]>();
    files.forEach((path, content) -> copies.put(path, content.clone()));
    return copies;
  }

  /** The version: SHA-256 over each path and content, each with its length before it. */
  public PolicyVersion version() {
    var digest = Sha256.begun();
    files.forEach(
        (path, content) -> {
          feed(digest, path.getBytes(StandardCharsets.UTF_8));
          feed(digest, content);
        });
    return new PolicyVersion("sha256:" + HexFormat.of().formatHex(digest.digest()));
  }

  private static void feed(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
