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
   * @param mentions where it speaks of tables, which it does not know itself
   * @param findings everything that is wrong
   */
  record Contents(
      Vocabulary vocabulary,
      Map<String, Place> places,
      List<Mention> mentions,
      List<Finding> findings) {
    public Contents {
      places = Map.copyOf(places);
      mentions = List.copyOf(mentions);
      findings = List.copyOf(findings);
    }

    /** A file that nothing can be read of. */
    public static Contents unread(List<Finding> findings) {
      return new Contents(new Vocabulary(Map.of(), List.of()), Map.of(), List.of(), findings);
    }
  }

  /**
   * A table that the vocabulary speaks of.
   *
   * @param table its id
   * @param column the name of an input column that it must have; empty where none is meant
   * @param place where it stands
   */
  record Mention(String table, String column, Place place) {}
}
