package nz.cleancar.cli;

import java.util.List;
import java.util.Optional;
import nz.cleancar.decision.Decision;
import nz.cleancar.decision.Explanation;
import nz.cleancar.decision.Outcome;
import nz.cleancar.standard.Question;

/** A decision as a person reads it in a terminal. */
final class DecisionText {

  private final StringBuilder text = new StringBuilder();

  private DecisionText() {}

  static String of(Decision decision) {
    var page = new DecisionText();
    page.headline(decision.question(), decision.outcome());
    decision.outcome().reasons().forEach(reason -> page.line("  " + reason.says()));
    switch (decision.outcome()) {
      case Outcome.Assessed assessed -> page.assessment(assessed.assessment());
      case Outcome.NotSubject _, Outcome.Undecided _ -> {}
    }
    var certification = decision.outcome().certification();
    page.line(
        "  May be certified: "
            + (certification.mayProceed() ? "yes, " : "no, ")
            + certification.because());
    page.explanation(decision.explanation().steps());
    int assumptions = decision.explanation().assumptions().size();
    if (assumptions > 0) {
      page.line("");
      page.line("  Rests on " + assumptions + " assumed row" + (assumptions == 1 ? "." : "s."));
    }
    page.line("");
    page.line("  Policy " + decision.policyVersion());
    return page.text.toString();
  }

  private void headline(Question question, Outcome outcome) {
    line(
        "%s  %s in account %s, %s"
            .formatted(
                outcome.name(),
                question.vehicle().vin(),
                question.account().number(),
                question.legalDate()));
  }

  private void assessment(Outcome.Assessment assessment) {
    line("");
    row("Type", assessment.vehicleType());
    row("Target", assessment.target().rounded() + " g/km");
    row("CO2", assessment.co2() + " g/km");
    row("Difference", assessment.difference() + " g/km");
    var charge = assessment.charge();
    row(
        "Charge",
        "$"
            + charge.amount()
            + charge
                .rate()
                .map(rate -> " at $" + rate.setScale(Math.max(2, rate.scale())) + " a gram")
                .orElse("")
            + charge.whenDue().map(due -> ", due " + due).orElse(""));
    row("Credits", assessment.credits().toString());
  }

  private void explanation(List<Explanation.Step> steps) {
    if (steps.isEmpty()) {
      return;
    }
    line("");
    line("  Why");
    int number = 1;
    for (Explanation.Step step : steps) {
      line("  %2d. %s".formatted(number++, step.says()));
      line("      " + step.row().map(DecisionText::row).orElse(step.rule()));
    }
  }

  private static String row(Explanation.RowUsed row) {
    return "%s, %s %s; %s; %s%s"
        .formatted(
            row.workbook(),
            row.sheet(),
            row.cells(),
            row.standing(),
            row.source(),
            Optional.of(row.note())
                .filter(note -> !note.isEmpty())
                .map(n -> " (" + n + ")")
                .orElse(""));
  }

  private void row(String name, String value) {
    line("  %-11s %s".formatted(name, value));
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
