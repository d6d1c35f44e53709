package nz.cleancar.testing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nz.cleancar.policy.CompiledPolicy;
import nz.cleancar.policy.Facts;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.analysis.ChangedQuestions;
import nz.cleancar.policy.table.Value;
import nz.cleancar.scenario.Answer;
import nz.cleancar.scenario.Expectation;
import nz.cleancar.scenario.Scenario;
import nz.cleancar.scenario.Suite;

/** Scenarios that expect of a policy what it answers: they all pass until it is changed. */
public final class OwnAnswers {

  private static final Place PLACE = Place.of("own-answers.yml");

  private OwnAnswers() {}

  /** Questions of all topics, of every way that rules go; the same for the same policy. */
  public static List<Facts> questions(CompiledPolicy policy, int count) {
    var questions = new ArrayList<Facts>();
    new ChangedQuestions(
            policy,
            question -> {
              questions.add(question);
              return policy.run(question);
            },
            policy.policy())
        .sample(count, 0);
    return questions;
  }

  /** That many scenarios, each with its outcome, its grounds and all its numbers. */
  public static List<Scenario> of(CompiledPolicy policy, int count) {
    var questions = questions(policy, count);
    return IntStream.range(0, questions.size())
        .mapToObj(number -> scenario(policy, "case " + (number + 1), questions.get(number)))
        .toList();
  }

  /** A scenario that expects what the policy answers. */
  public static Scenario scenario(CompiledPolicy policy, String name, Facts question) {
    var answer = Answer.of(question, policy.run(question));
    var expectations = new ArrayList<Expectation>();
    expectations.add(new Expectation.Outcome(PLACE, answer.outcome()));
    expectations.add(new Expectation.ReasonCodes(PLACE, answer.reasonCodes()));
    if (!answer.outcome().equals(Answer.UNDECIDED)) {
      addNumbers(policy, answer, expectations);
    }
    var suite = new Suite("own-answers", "Own answers", "", question.topic(), PLACE.file(), "");
    return new Scenario(suite, name, "", List.of(), PLACE, question, expectations);
  }

  private static void addNumbers(
      CompiledPolicy policy, Answer answer, List<Expectation> expectations) {
    for (var term : policy.policy().vocabulary().terms()) {
      var value = answer.run().value(term.name());
      if (value.isPresent()) {
        switch (value.get()) {
          case Value.Whole(long number) ->
              expectations.add(
                  new Expectation.Amount(PLACE, term, BigDecimal.valueOf(number), BigDecimal.ZERO));
          case Value.Decimal(BigDecimal number) ->
              expectations.add(new Expectation.Amount(PLACE, term, number, BigDecimal.ZERO));
          case Value.Word _, Value.Words _, Value.Day _, Value.YesNo _, Value.Sentence _ -> {}
        }
      }
    }
  }
}
