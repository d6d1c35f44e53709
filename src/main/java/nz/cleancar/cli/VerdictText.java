package nz.cleancar.cli;

import nz.cleancar.policy.Fault;
import nz.cleancar.policy.Firing;
import nz.cleancar.policy.Run;
import nz.cleancar.scenario.Verdict;

/** A scenario that failed, as a person reads it in a terminal. */
final class VerdictText {

  private VerdictText() {}

  /** What was expected and found, each with its cell, and the explanation that led there. */
  static String of(Verdict verdict) {
    var text = new StringBuilder();
    var scenario = verdict.scenario();
    text.append("FAILED  %s: %s%n".formatted(scenario.suite().id(), scenario.name()));
    text.append("        %s%n".formatted(scenario.place()));
    if (!scenario.reason().isEmpty()) {
      text.append("        %s%n".formatted(scenario.reason()));
    }
    for (Verdict.Miss miss : verdict.misses()) {
      var expectation = miss.expectation();
      text.append("  %s%n".formatted(expectation.heading()));
      text.append("    expected  %s   (%s)%n".formatted(expectation.text(), cell(miss, verdict)));
      text.append("    found     %s%n".formatted(miss.found()));
    }
    explain(verdict.answer().run(), text);
    return text.toString();
  }

  private static String cell(Verdict.Miss miss, Verdict verdict) {
    var place = miss.expectation().place();
    return place.isBeside(verdict.scenario().place()) && !place.cell().isEmpty()
        ? place.cell()
        : place.toString();
  }

  private static void explain(Run run, StringBuilder text) {
    text.append("  Why it was answered so%n".formatted());
    int number = 1;
    for (Firing firing : run.firings()) {
      text.append("  %2d. %s%n      %s%n".formatted(number++, firing.says(), source(firing)));
    }
    for (Fault fault : run.faults()) {
      text.append("  %2d. %s%n".formatted(number++, fault.says()));
    }
  }

  private static String source(Firing firing) {
    return switch (firing) {
      case Firing.RowFired(String _, var table, var row) ->
          "%s, %s %s".formatted(table.workbook(), table.sheet(), row.cells());
      case Firing.OtherwiseFired(String _, var table) ->
          "%s, when no row matches".formatted(table.workbook());
      case Firing.RuleFired(String _, String ruleSet, String rule) ->
          "%s.drl: %s".formatted(ruleSet, rule);
    };
  }
}
