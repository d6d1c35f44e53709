package nz.cleancar.scenario.xlsx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;
import nz.cleancar.policy.xlsx.Content;
import nz.cleancar.policy.xlsx.Misread;
import nz.cleancar.policy.xlsx.ValueGrammar;
import nz.cleancar.scenario.Expectation;

/**
 * How what a case is given, and what it expects, is written. Values are written as in tables;
 * several words have {@code ;} between them, {@code none} means that there is nothing, and a number
 * that is expected may have a tolerance behind {@code ±} or {@code +-}.
 */
public final class CaseGrammar {

  /** What says that there is nothing. */
  public static final String NONE = "none";

  /** The most characters of a name. */
  public static final int LONGEST_NAME = 200;

  /** The most characters of a reason, or of a sentence that is expected. */
  public static final int LONGEST_SENTENCE = 2_000;

  private final Policy policy;
  private final Topic topic;

  /** The grammar of cases about a topic. */
  public CaseGrammar(Policy policy, Topic topic) {
    this.policy = policy;
    this.topic = topic;
  }

  /** What a fact may be, for a reader. */
  public static String factText(Term term) {
    String one = new ValueGrammar(term).oneValue();
    return mayBeLeftOut(term) ? one + ", or `none`" : one;
  }

  /** Whether a question may be asked without the fact. */
  public static boolean mayBeLeftOut(Term term) {
    return term.optional() || term.kind() == Kind.WORDS;
  }

  /** The value that a case is given; empty where the fact is left out. */
  public Optional<Value> fact(Term term, Content content) throws Misread {
    if (isNone(term, content)) {
      if (!mayBeLeftOut(term)) {
        throw new Misread(
            "missing-fact", factText(term), "No question can leave it out; write its value.");
      }
      return Optional.empty();
    }
    var grammar = new ValueGrammar(term);
    return Optional.of(
        term.kind() == Kind.WORDS
            ? words(term, content)
            : grammar.notBelowLeast(one(term, content)));
  }

  /** What a case expects. */
  public Expectation expectation(Expected expected, Place place, Content content) throws Misread {
    return switch (expected) {
      case Expected.OfOutcome _ -> new Expectation.Outcome(place, outcome(content));
      case Expected.OfReasonCodes _ -> new Expectation.ReasonCodes(place, codes(content));
      case Expected.OfRowsUsed _ ->
          new Expectation.RowsUsed(place, new RowsGrammar(policy).read(content));
      case Expected.OfTerm(Term term) -> expectation(term, place, content);
    };
  }

  private Expectation expectation(Term term, Place place, Content content) throws Misread {
    if (isNone(term, content)) {
      return new Expectation.Nothing(place, term);
    }
    return switch (term.kind()) {
      case WHOLE, DECIMAL -> new AmountGrammar(term).read(place, content);
      case SENTENCE ->
          new Expectation.Same(
              place, term, new Value.Sentence(ValueGrammar.prose(content, LONGEST_SENTENCE)));
      case WORDS -> new Expectation.Same(place, term, words(term, content));
      case WORD, DAY, YES_NO -> new Expectation.Same(place, term, one(term, content));
    };
  }

  /** Words with {@code ;} between them. */
  public static List<String> tags(Content content) throws Misread {
    var tags = new ArrayList<String>();
    for (String tag : parts(ValueGrammar.prose(content, LONGEST_NAME))) {
      if (!ValueGrammar.isWord(tag)) {
        throw new Misread(
            "not-a-word",
            "words such as `published; boundary`",
            "Use letters, digits, `_` and `-` alone, with `;` between words.");
      }
      tags.add(tag);
    }
    return tags;
  }

  private String outcome(Content content) throws Misread {
    String text = ValueGrammar.prose(content, LONGEST_NAME);
    if (!topic.outcomes().contains(text)) {
      throw new Misread(
          "unknown-outcome",
          "one of " + String.join(", ", topic.outcomes()),
          Nearest.to(text, topic.outcomes())
              .map(nearest -> "The nearest is `" + nearest + "`.")
              .orElse("Choose what the decision is to say."));
    }
    return text;
  }

  private static List<String> codes(Content content) throws Misread {
    String text = ValueGrammar.prose(content, LONGEST_SENTENCE);
    if (text.equalsIgnoreCase(NONE)) {
      return List.of();
    }
    var codes = parts(text);
    for (String code : codes) {
      if (!ValueGrammar.isWord(code)) {
        throw new Misread(
            "not-a-word",
            "codes such as `above-target; account-closed`, or `none`",
            "Write all codes of the grounds, with `;` between them.");
      }
    }
    return codes;
  }

  private static Value words(Term term, Content content) throws Misread {
    if (!(content instanceof Content.Text(String text))) {
      throw new Misread(
          "not-a-word",
          new ValueGrammar(term).oneValue(),
          "Type the words as text, with `;` between them.");
    }
    var words = new ArrayList<String>();
    for (String word : parts(text)) {
      words.add(new ValueGrammar(term).text(word).text());
    }
    return Value.of(words);
  }

  private static Value one(Term term, Content content) throws Misread {
    if (content instanceof Content.Text(String text)
        && (text.strip().equalsIgnoreCase("any") || text.strip().matches("(?s)[\\[(<>].*|.*;.*"))) {
      throw new Misread(
          "not-one-value",
          new ValueGrammar(term).oneValue(),
          "A case has one value here; conditions are for tables.");
    }
    return new ValueGrammar(term).cell(content);
  }

  /** Among words, `NONE` may be one; `none` never is. */
  private static boolean isNone(Term term, Content content) {
    if (!(content instanceof Content.Text(String text))) {
      return false;
    }
    return switch (term.kind()) {
      case WORD, WORDS -> text.strip().equals(NONE);
      case WHOLE, DECIMAL, DAY, YES_NO, SENTENCE -> text.strip().equalsIgnoreCase(NONE);
    };
  }

  static List<String> parts(String text) {
    return Arrays.stream(text.split(";", -1)).map(String::strip).toList();
  }
}
