package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.List;

/**
 * Why everything outside the changed regions is the same, or why that is not known. Rules are pure
 * functions of facts and of what tables answer; so where the rule sets and the words are the same
 * and a question asks no table inside a changed region, it has the same outcome.
 *
 * <p>The same outcome: the same values, and the same faults by their kind and table; the sentence
 * that names the nearest row may name another. It holds for questions in the vocabulary's words.
 *
 * @param sameVocabulary whether topics and terms say the same
 * @param sameRules whether the rule sets are the same, byte for byte
 * @param identical the tables that have the same conditions and outcomes in the same order
 * @param sameMeaning the tables whose cells differ and whose answers nowhere do
 * @param different the tables whose answers differ somewhere
 * @param notAnalysed the tables that were too much to analyse
 * @param unasked the tables that came or went, and that the same rule sets cannot ask
 */
public record Proof(
    boolean sameVocabulary,
    boolean sameRules,
    List<String> identical,
    List<String> sameMeaning,
    List<String> different,
    List<String> notAnalysed,
    List<String> unasked) {

  public Proof {
    identical = List.copyOf(identical);
    sameMeaning = List.copyOf(sameMeaning);
    different = List.copyOf(different);
    notAnalysed = List.copyOf(notAnalysed);
    unasked = List.copyOf(unasked);
  }

  /** Whether it is proved that every question outside the changed regions has the same outcome. */
  public boolean isProved() {
    return sameVocabulary && sameRules && notAnalysed.isEmpty();
  }

  /** Whether it is proved that every question has the same outcome. */
  public boolean isSame() {
    return isProved() && different.isEmpty();
  }

  /** The proof, or what stands in its way, in a few sentences. */
  public String because() {
    if (isSame()) {
      return "Proved: every question has the same outcome. The rules and the vocabulary are the"
          + " same, and so is every answer of every table.";
    }
    if (isProved()) {
      return "Proved: every question that asks no table inside a region above has the same outcome."
          + " The rules and the vocabulary are the same, and so is every other answer of every"
          + " table.";
    }
    var why = new ArrayList<String>();
    if (!sameRules) {
      why.add("the rule sets changed");
    }
    if (!sameVocabulary) {
      why.add("the vocabulary changed");
    }
    if (!notAnalysed.isEmpty()) {
      why.add("too much to analyse in " + String.join(", ", notAnalysed));
    }
    return "Not proved: " + String.join("; ", why) + ".";
  }
}
