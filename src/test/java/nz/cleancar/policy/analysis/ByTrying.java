package nz.cleancar.policy.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nz.cleancar.policy.table.Condition;
import nz.cleancar.policy.table.Coverage;
import nz.cleancar.policy.table.HitPolicy;
import nz.cleancar.policy.table.Kind;
import nz.cleancar.policy.table.Otherwise;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.table.Term;
import nz.cleancar.policy.table.Value;

/** What can be said of a table by asking it every question, one after another. */
record ByTrying(PolicyTable table, Coverage coverage, List<List<Optional<Value>>> questions) {

  boolean matches(Row row, List<Optional<Value>> question) {
    for (int column = 0; column < question.size(); column++) {
      if (!row.conditions().get(column).matches(question.get(column))) {
        return false;
      }
    }
    return true;
  }

  List<Row> matching(List<Row> rows, List<Optional<Value>> question) {
    return rows.stream().filter(row -> matches(row, question)).toList();
  }

  boolean isGap(List<Optional<Value>> question) {
    return table.otherwise() instanceof Otherwise.Fault
        && isAsked(question)
        && matching(table.rows(), question).isEmpty();
  }

  private boolean isAsked(List<Optional<Value>> question) {
    for (int column = 0; column < question.size(); column++) {
      Term term = table.inputs().get(column);
      var value = question.get(column);
      if (value.isEmpty()
          || !isAskedWord(term, value.get())
          || (isTime(term) && !isNamedTime(column, value.get()))) {
        return false;
      }
    }
    return true;
  }

  private boolean isAskedWord(Term term, Value value) {
    return coverage
        .asked(table.id(), term.name())
        .map(words -> words.contains(value.text()))
        .orElse(true);
  }

  private boolean isTime(Term term) {
    return term.kind() == Kind.DAY || coverage.years().containsKey(term.name());
  }

  /** Whether rows name this value, or one before and one after it. */
  private boolean isNamedTime(int column, Value value) {
    var named =
        table.rows().stream()
            .map(row -> row.conditions().get(column))
            .filter(condition -> !(condition instanceof Condition.Any))
            .toList();
    if (named.isEmpty()) {
      return true;
    }
    var order = questions.stream().map(question -> question.get(column)).distinct().toList();
    int place = order.indexOf(Optional.of(value));
    var hits = new TreeSet<Integer>();
    for (int i = 0; i < order.size(); i++) {
      var each = order.get(i);
      if (each.isPresent() && named.stream().anyMatch(condition -> condition.matches(each))) {
        hits.add(i);
      }
    }
    return !hits.isEmpty() && hits.first() <= place && place <= hits.last();
  }

  /** Pairs of row numbers that match at once, the later first: {@code 11 and 9}. */
  Set<String> overlaps() {
    var pairs = new HashSet<String>();
    if (table.hitPolicy() == HitPolicy.EXACTLY_ONE) {
      for (var question : questions) {
        var rows = matching(table.rows(), question);
        for (int later = 1; later < rows.size(); later++) {
          for (int earlier = 0; earlier < later; earlier++) {
            pairs.add(rows.get(later).number() + " and " + rows.get(earlier).number());
          }
        }
      }
    }
    return pairs;
  }

  /** The numbers of rows that never answer. */
  Set<Integer> neverMatching() {
    var never = new HashSet<Integer>();
    table.rows().forEach(row -> never.add(row.number()));
    for (var question : questions) {
      var rows = matching(table.rows(), question);
      if (table.hitPolicy() == HitPolicy.FIRST) {
        rows.stream().limit(1).forEach(row -> never.remove(row.number()));
      } else {
        rows.forEach(row -> never.remove(row.number()));
      }
    }
    return never;
  }

  /** The numbers of rows that may go, one after another from the bottom. */
  Set<Integer> superfluous() {
    var superfluous = new HashSet<Integer>();
    if (table.hitPolicy() == HitPolicy.EXACTLY_ONE) {
      return superfluous;
    }
    var never = neverMatching();
    var left = new ArrayList<>(table.rows());
    left.removeIf(row -> never.contains(row.number()));
    for (Row row : List.copyOf(left).reversed()) {
      var without = new ArrayList<>(left);
      without.remove(row);
      if (questions.stream().allMatch(each -> says(left, each).equals(says(without, each)))) {
        superfluous.add(row.number());
        left.remove(row);
      }
    }
    return superfluous;
  }

  private Object says(List<Row> rows, List<Optional<Value>> question) {
    var matching = matching(rows, question);
    if (table.hitPolicy() == HitPolicy.COLLECT) {
      var outcomes = new HashSet<List<Value>>();
      matching.forEach(row -> outcomes.add(row.outcomes()));
      return outcomes;
    }
    return answers(matching);
  }

  private Set<String> answers(List<Row> matching) {
    var answers = new HashSet<String>();
    matching.stream()
        .limit(table.hitPolicy() == HitPolicy.FIRST ? 1 : matching.size())
        .forEach(row -> answers.add(row.outcomes() + row.source() + row.standing()));
    return answers;
  }

  /** The columns on which no answer depends. */
  BitSet idleColumns() {
    var idle = new BitSet();
    for (int column = 0; column < table.inputs().size(); column++) {
      var byTheOthers = new HashMap<List<Optional<Value>>, Set<String>>();
      boolean decides = false;
      for (var question : questions) {
        var others = new ArrayList<>(question);
        others.remove(column);
        var answers = answers(matching(table.rows(), question));
        var known = byTheOthers.putIfAbsent(others, answers);
        decides |= known != null && !known.equals(answers);
      }
      idle.set(column, !decides);
    }
    return idle;
  }
}
