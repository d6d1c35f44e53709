package nz.cleancar.policy.drools;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;
import org.jspecify.annotations.Nullable;

/** A sentence with gaps, read once and filled for every run. */
record Template(List<Part> parts) {

  private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");

  /** A piece of a sentence. */
  sealed interface Part {

    /** Text that stands as it is. */
    record Text(String text) implements Part {}

    /** A gap that the term's value fills. */
    record Gap(Term term) implements Part {}
  }

  /**
   * Reads a sentence, whose gaps name terms by their heading or name.
   *
   * @throws IllegalArgumentException if a gap names no term
   */
  static Template read(String sentence, Vocabulary vocabulary) {
    var parts = new ArrayList<Part>();
    var gaps = GAP.matcher(sentence);
    int end = 0;
    while (gaps.find()) {
      if (gaps.start() > end) {
        parts.add(new Part.Text(sentence.substring(end, gaps.start())));
      }
      String name = gaps.group(1).strip();
      parts.add(
          new Part.Gap(
              vocabulary
                  .named(name)
                  .or(() -> vocabulary.headed(name))
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "`{" + name + "}` names nothing in the vocabulary."))));
      end = gaps.end();
    }
    if (end < sentence.length()) {
      parts.add(new Part.Text(sentence.substring(end)));
    }
    return new Template(List.copyOf(parts));
  }

  String fill(Map<String, Value> values) {
    var sentence = new StringBuilder(128);
    for (Part part : parts) {
      switch (part) {
        case Part.Text text -> sentence.append(text.text());
        case Part.Gap gap -> sentence.append(said(gap.term(), values.get(gap.term().name())));
      }
    }
    return sentence.toString();
  }

  /** The value as a sentence says it: dollars with cents, what was left out as not given. */
  static String said(Term term, @Nullable Value value) {
    if (value == null) {
      return "not given";
    }
    if (value instanceof Value.Decimal decimal && term.unit().startsWith("NZD")) {
      var dollars = decimal.number();
      return "$" + (dollars.scale() > 2 ? dollars : dollars.setScale(2, RoundingMode.UNNECESSARY));
    }
    return value.text();
  }
}
