package nz.cleancar.scenario.yaml;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import nz.cleancar.policy.Finding;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.yaml.YamlText;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.SuiteReader;

/**
 * Reads a suite from YAML (.yml or .yaml), one a file, which is held as a whole within its limits:
 * {@link #MOST_BYTES} and {@link YamlText#MOST_EVENTS}. Safe for many threads at once.
 */
@Singleton
public final class YamlSuiteReader implements SuiteReader {

  /** The most bytes of a file. */
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  private static final String TOO_LARGE =
      "Split the suite, or keep it in a workbook (.xlsx), which may be larger.";

  @Override
  public boolean reads(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".yml") || name.endsWith(".yaml");
  }

  @Override
  public Contents read(String file, byte[] content, Policy policy, Consumer<Scenario> cases) {
    if (content.length > MOST_BYTES) {
      return refused(
          file,
          "file-too-large",
          "at most " + MOST_BYTES + " bytes",
          content.length + " bytes",
          TOO_LARGE);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
      var root = YamlText.compose(file, bare, MOST_BYTES, TOO_LARGE);
      return root == null
          ? refused(file, "empty-file", "a suite", "an empty file", "Remove the file.")
          : new SuiteNodes(file, policy, cases).read(root);
    } catch (CharacterCodingException e) {
      return refused(
          file,
          "not-utf-8",
          "text in UTF-8",
          "text in another encoding",
          "Save the file as UTF-8.");
    } catch (YamlText.Unread unread) {
      return new Contents(List.of(), List.of(), unread.findings());
    }
  }

  private static Contents refused(
      String file, String code, String expected, String found, String repair) {
    return new Contents(
        List.of(),
        List.of(),
        List.of(Finding.error(code, Place.of(file), expected, found, repair)));
  }
}
