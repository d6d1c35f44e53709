package nz.cleancar.policy.drools;

import java.util.ArrayList;
import java.util.List;
import nz.cleancar.policy.Place;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.RuleSet;

/**
 * A policy's generated rules and rule sets as one text. The engine breaks a tie between rules by
 * the order in which it read them, and reads several files in the order of their hashed paths; of
 * one text it keeps the order, so that each build of a policy reasons in the same order.
 */
record OneSource(String text, List<Part> parts) {

  /** Where a rule set begins in the text; lines count from 1. */
  record Part(String file, int firstLine) {}

  static OneSource of(Policy policy) {
    var text = new StringBuilder(DrlWriter.write(policy.tables()));
    var parts = new ArrayList<Part>();
    for (RuleSet set : policy.ruleSets()) {
      parts.add(new Part(set.file(), (int) text.chars().filter(c -> c == '\n').count() + 1));
      // the package is stated once, at the top; its line stays, so that lines still count
      text.append(set.text().replaceFirst("(?m)^([ \\t]*)package\\s[^\\n]*$", "$1"));
      text.append('\n');
    }
    return new OneSource(text.toString(), List.copyOf(parts));
  }

  /** Where a line of the text stands in the rule sets; generated lines are no one's to mend. */
  Place place(int line) {
    Place place = Place.of("rules");
    for (Part part : parts) {
      if (line >= part.firstLine()) {
        place = new Place(part.file(), "", "line " + (line - part.firstLine() + 1));
      }
    }
    return place;
  }
}
