package nz.cleancar.policy.xlsx;

import java.util.List;
import java.util.regex.Pattern;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.table.Vocabulary;

/**
 * How a cell of an outcome column is written: one value, or a sentence in which {@code {a term}}
 * stands for that term's value.
 */
final class OutcomeGrammar {

  /** The most characters of a sentence. */
  static final int LONGEST_SENTENCE = 500;

  private static final Pattern GAP = Pattern.compile("\\{([^{}]*)}");

  private final Term term;
  private final Vocabulary vocabulary;
  private final ValueGrammar values;

  OutcomeGrammar(Term term, Vocabulary vocabulary) {
    this.term = term;
    this.vocabulary = vocabulary;
    this.values = new ValueGrammar(term);
  }

  /** What a cell holds, for a reader. */
  String expected() {
    return values.oneValue();
  }

  /** The value that is the whole content of a cell. */
  Value read(Content content) throws Misread {
    if (term.kind() == Kind.SENTENCE) {
      return new Value.Sentence(sentence(content, vocabulary));
    }
    if (content instanceof Content.Text(String text)) {
      checkOne(text.strip());
    }
    return typed(values.notBelowLeast(values.cell(content)));
  }

  /** The value that is part of a text, where a number needs no cell of its own. */
  Value part(String text) throws Misread {
    if (term.kind() == Kind.SENTENCE) {
      return new Value.Sentence(sentence(new Content.Text(text), vocabulary));
    }
    checkOne(text);
    return typed(values.notBelowLeast(values.text(text)));
  }

  private Value typed(Value value) {
    return term.kind() == Kind.WORDS ? Value.of(List.of(value.text())) : value;
  }

  private void checkOne(String text) throws Misread {
    if (text.equalsIgnoreCase("any") || text.matches("(?s)[\\[(<>].*|.*;.*")) {
      throw new Misread(
          "not-one-value", values.oneValue(), "An outcome is one value; write that value.");
    }
  }

  /** A sentence whose gaps all name terms. */
  static String sentence(Content content, Vocabulary vocabulary) throws Misread {
    String sentence = ValueGrammar.prose(content, LONGEST_SENTENCE);
    var gaps = GAP.matcher(sentence);
    while (gaps.find()) {
      String name = gaps.group(1).strip();
      if (vocabulary.named(name).or(() -> vocabulary.headed(name)).isEmpty()) {
        throw new Misread(
            "unknown-term",
            "only terms of the vocabulary in `{` and `}`",
            vocabulary
                .nearestHeader(name)
                .map(nearest -> "The nearest to %s is `%s`.".formatted(Shown.text(name), nearest))
                .orElse("Correct %s, or add it to the vocabulary.".formatted(Shown.text(name))));
      }
    }
    if (gaps.replaceAll("").matches(".*[{}].*")) {
      throw new Misread(
          "bad-sentence", "a `}` for each `{`", "Close each `{` before the next one opens.");
    }
    return sentence;
  }
}
