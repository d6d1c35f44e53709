package nz.cleancar.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.xlsx.XlsxWorkbookMarker;

/** Writes the workbooks of a policy that have findings into another folder, marked. */
final class MarkedCopies {

  private final Path tables;
  private final Path target;

  /**
   * Prepares the folder.
   *
   * @throws Ccs.Refusal if it is the one with the originals
   */
  MarkedCopies(Path policy, Path target) {
    try {
      this.tables = policy.resolve("decision-tables");
      Files.createDirectories(target);
      this.target = target.toRealPath();
      if (this.target.startsWith(tables.toRealPath())) {
        throw new Ccs.Refusal(
            "Marked copies in " + target + " would overwrite the originals; name another folder.");
      }
    } catch (IOException e) {
      throw new Ccs.Refusal("Marked copies cannot be written to " + target + ".");
    }
  }

  /** Writes the copies; the files written. */
  List<Path> write(List<Finding> findings) {
    var written = new ArrayList<Path>();
    try {
      for (String name : workbooks(findings)) {
        Path original = tables.resolve(name);
        if (Files.isRegularFile(original)) {
          byte[] marked =
              new XlsxWorkbookMarker().mark(name, Files.readAllBytes(original), findings);
          written.add(Written.whole(target.resolve(name), marked));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written;
  }

  private static List<String> workbooks(List<Finding> findings) {
    return findings.stream()
        .flatMap(finding -> Stream.concat(Stream.of(finding.place()), finding.alsoAt().stream()))
        .map(Place::file)
        .filter(file -> file.endsWith(".xlsx"))
        .distinct()
        .sorted()
        .toList();
  }
}
