package nz.cleancar.policy.yaml;

import jakarta.inject.Singleton;
import nz.cleancar.policy.VocabularyReader;

/** Reads a vocabulary from YAML without tags and aliases. Safe for many threads at once. */
@Singleton
public final class YamlVocabularyReader implements VocabularyReader {

  /** The most characters of a vocabulary. */
  static final int MOST_CHARACTERS = 500_000;

  @Override
  public Contents read(String file, String text) {
    try {
      var root = YamlText.compose(file, text, MOST_CHARACTERS, "Shorten the vocabulary.");
      return new VocabularyFile(file).read(root);
    } catch (YamlText.Unread unread) {
      return Contents.unread(unread.findings());
    }
  }
}
