package nz.cleancar.scenario;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import nz.cleancar.policy.PolicySources;

/**
 * A file with suites in it.
 *
 * @param name its name, as findings have it: {@code scenarios/charges.xlsx}
 * @param content reads it
 */
public record SuiteFile(String name, Supplier<byte[]> content) {

  private static final String FOLDER = "scenarios/";

  /** The files of a policy's suites, in the order of their names. */
  public static List<SuiteFile> of(PolicySources sources) {
    return sources.files().entrySet().stream()
        .filter(file -> file.getKey().startsWith(FOLDER))
        .map(SuiteFile::of)
        .toList();
  }

  private static SuiteFile of(Map.Entry<String, byte[]> file) {
    return new SuiteFile(file.getKey(), file::getValue);
  }

  /** Whether a person who says this means the file: its name, with or without folder or ending. */
  public static boolean isCalled(String file, String said) {
    String asked = said.toLowerCase(Locale.ROOT);
    String whole = file.toLowerCase(Locale.ROOT);
    String alone = whole.substring(whole.lastIndexOf('/') + 1);
    return asked.equals(whole)
        || asked.equals(alone)
        || asked.equals(alone.substring(0, Math.max(0, alone.lastIndexOf('.'))));
  }
}
