package nz.cleancar.scenario.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nz.cleancar.policy.Policy;
import nz.cleancar.policy.Shown;
import nz.cleancar.policy.table.Nearest;
import nz.cleancar.policy.table.PolicyTable;
import nz.cleancar.policy.table.Row;
import nz.cleancar.policy.xlsx.Content;
import nz.cleancar.policy.xlsx.Misread;
import nz.cleancar.policy.xlsx.ValueGrammar;
import nz.cleancar.scenario.Expectation.TableRow;

/** How rows of tables are named: {@code charge-rates 17; annual-targets 12}. */
record RowsGrammar(Policy policy) {

  private static final Pattern ROW = Pattern.compile("([a-z][a-z0-9-]{0,59}) ([1-9][0-9]{0,6})");
  private static final String EXPECTED = "rows such as `charge-rates 17`, with `;` between them";

  List<TableRow> read(Content content) throws Misread {
    var rows = new ArrayList<TableRow>();
    for (String part :
        CaseGrammar.parts(ValueGrammar.prose(content, CaseGrammar.LONGEST_SENTENCE))) {
      rows.add(row(part));
    }
    return rows;
  }

  private TableRow row(String text) throws Misread {
    var named = ROW.matcher(text);
    if (!named.matches()) {
      throw new Misread(
          "unknown-row", EXPECTED, "Write the table's id and the row's number on its sheet.");
    }
    String id = named.group(1);
    int number = Integer.parseInt(named.group(2));
    var table = policy.table(id);
    if (table.isEmpty()) {
      var ids = policy.tables().stream().map(PolicyTable::id).toList();
      throw new Misread(
          "unknown-row",
          "rows of the policy's tables",
          Nearest.to(id, ids)
              .map(nearest -> "The nearest table is `" + nearest + "`.")
              .orElse("No table has the id " + Shown.text(id) + "; correct it."));
    }
    var numbers = table.get().rows().stream().mapToInt(Row::number).summaryStatistics();
    if (table.get().rows().stream().noneMatch(row -> row.number() == number)) {
      throw new Misread(
          "unknown-row",
          "rows of the policy's tables",
          "The rows of `%s` are %d to %d; correct the number."
              .formatted(id, numbers.getMin(), numbers.getMax()));
    }
    return new TableRow(id, number);
  }
}
