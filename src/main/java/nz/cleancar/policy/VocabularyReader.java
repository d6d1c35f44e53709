package nz.cleancar.policy;

import java.util.List;
import java.util.Map;
import nz.cleancar.policy.table.Vocabulary;

/** Reads the vocabulary of a policy. */
public interface VocabularyReader {

  /**
   * Reads the vocabulary's file.
   *
   * @param file its name, for findings
   * @param text the file
   */
  Contents read(String file, String text);

  /**
   * What the file holds.
   *
   * @param vocabulary what could be read of it; incomplete if there is an error finding
   * @param places where each term is, by its name
   * @param findings everything that is wrong
   */
  record Contents(Vocabulary vocabulary, Map<String, Place> places, List<Finding> findings) {
    public Contents {
      places = Map.copyOf(places);
      findings = List.copyOf(findings);
    }
  }
}
